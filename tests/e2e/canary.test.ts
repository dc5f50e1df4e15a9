import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listen, serveFolder } from "#tools/serve.ts";
import { buildCopy, copyProject } from "./project-copy.ts";
import { visit } from "./visit.ts";

/** Text that would run if anything took it for more than text; each names where it stands. */
const canary = (place: string) =>
  `<img src=x onerror="globalThis.canary='${place}'"><script>globalThis.canary='${place}'</script>`;

const root = copyProject();
let server: Server;
let site = "";

beforeAll(async () => {
  const agreement = "src/content/agreements/2025/wetteraukreis.mdx";
  const original = "public/originals/2025/wetteraukreis.txt";
  // Everything that the gate lets pass as text, at every place a page, the search or a file shows.
  edit(original, "Präambel", "Präembel");
  edit(original, "Wetterauer Zukunftscamps", `Wetterauer Zukunftscamps ${canary("project")}`);
  edit(original, "Marion Götz", `Marion Götz ${canary("name")}`);
  edit(
    original,
    "Erfolgreiche Arbeitsmarktpolitik",
    `Erfolgreiche ${canary("wording")} Arbeitsmarktpolitik`,
  );
  edit(
    agreement,
    "title: Wetterauer Zukunftscamps",
    `title: ${JSON.stringify(`Wetterauer Zukunftscamps ${canary("project")}`)}`,
  );
  edit(agreement, "name: Marion Götz", `name: ${JSON.stringify(`Marion Götz ${canary("name")}`)}`);
  edit(
    agreement,
    "Erfolgreiche Arbeitsmarktpolitik",
    `Erfolgreiche ${canary("wording").replace("<", "&lt;").replaceAll("<", "\\<")} Arbeitsmarktpolitik`,
  );
  edit(agreement, /sha256: .*/, `sha256: ${sha256(original)}`);
  writeFileSync(
    join(root, "public/originals/2025/wetteraukreis.repairs.yaml"),
    `- line: ${lineOf(original, "Präembel")}\n  found: Präembel\n  published: Präambel\n  reason: ${JSON.stringify(canary("repair"))}\n`,
  );
  edit(
    "src/content/districts/wetteraukreis.yaml",
    "name: Wetteraukreis",
    `name: ${JSON.stringify(`Wetteraukreis ${canary("district")}`)}`,
  );
  edit(
    "src/content/pages/impressum.mdx",
    /title: .*/,
    `title: ${JSON.stringify(`Impressum ${canary("page")}`)}`,
  );
  expect(buildCopy(root).output).toBe("Die Seiten liegen in dist/.\n");
  server = await listen(0, serveFolder(join(root, "dist")));
  site = `http://localhost:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});

it.each([
  ["the agreement", "/vereinbarungen/2025/wetteraukreis/", "canary='wording'"],
  ["its projects", "/massnahmen/ausbildungsvorbereitung/", "canary='project'"],
  ["its district", "/kommunen/wetteraukreis/", "canary='district'"],
  ["its year", "/jahre/2025/", "canary='district'"],
  ["the list", "/vereinbarungen/", "canary='district'"],
  ["a hit for a project", "/suche/?q=Zukunftscamps", "canary='project'"],
  ["a hit for a name", "/suche/?q=G%C3%B6tz", "canary='name'"],
  [
    "a search for the text itself",
    `/suche/?q=${encodeURIComponent(canary("query"))}`,
    "Keine der Vereinbarungen enthält „img“",
  ],
  ["a page", "/impressum/", "canary='page'"],
])("shows text that looks like a script as text, and runs nothing: %s", async (_, path, shown) => {
  await visit(
    path,
    async (page) => {
      await expect
        .poll(() => page.locator("body").textContent(), { timeout: 20_000 })
        .toContain(shown);
      expect(await page.evaluate(() => Reflect.get(globalThis, "canary"))).toBeUndefined();
      expect(await page.locator("main img, main script:not([src])").count()).toBe(0);
    },
    { site },
  );
  expect(existsSync(join(root, "canary"))).toBe(false);
});

function edit(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(join(root, file), "utf8");
  const after = before.replace(from, () => to);
  expect(after, file).not.toBe(before);
  writeFileSync(join(root, file), after);
}

function lineOf(file: string, text: string): number {
  return (
    1 +
    readFileSync(join(root, file), "utf8")
      .split("\n")
      .findIndex((line) => line.includes(text))
  );
}

function sha256(file: string): string {
  return createHash("sha256")
    .update(readFileSync(join(root, file)))
    .digest("hex");
}
