import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { buildCopy, copyProject, environment } from "./project-copy.ts";

const root = copyProject();
const wetterau = "src/content/agreements/2025/wetteraukreis.mdx";

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("builds of a copy of the project", () => {
  it("gives the same files incrementally as from scratch, whatever changed", () => {
    expect(buildCopy(root).status).toBe(0);
    const parsed = listParsed();
    edit(
      "src/content/districts/wetteraukreis.yaml",
      "seat: Friedberg (Hessen)",
      "seat: Bad Nauheim",
    );
    edit(
      "src/content/measures/qualifizierung.yaml",
      "shortTitle: Qualifizierung",
      "shortTitle: Projekte",
    );
    edit(wetterau, "name: Marion Götz", "name: Marion Goetz");
    edit("public/originals/2025/wetteraukreis.txt", "Marion Götz", "Marion Goetz");
    edit(wetterau, /sha256: .*/, `sha256: ${sha256("public/originals/2025/wetteraukreis.txt")}`);
    for (const name of [
      "src/content/agreements/2024/kassel.mdx",
      "public/originals/2024/kassel.txt",
      "public/originals/2024/kassel.repairs.yaml",
    ]) {
      rmSync(join(root, name));
    }
    expect(buildCopy(root).status).toBe(0);
    const incremental = readSite();
    // Kassel is gone and the Wetteraukreis was parsed again; the other three stayed as they were.
    expect(listParsed().filter((line) => parsed.includes(line))).toHaveLength(3);

    rmSync(join(root, ".cache"), { recursive: true });
    rmSync(join(root, "dist"), { recursive: true });
    expect(buildCopy(root).status).toBe(0);
    const cold = readSite();
    expect([...incremental.keys()].sort()).toEqual([...cold.keys()].sort());
    expect(
      [...cold].filter(([name, text]) => incremental.get(name) !== text).map(([name]) => name),
    ).toEqual([]);

    expect(cold.get("kommunen/wetteraukreis/index.html")).toContain("Bad Nauheim");
    expect(cold.get("vereinbarungen/2025/wetteraukreis/index.html")).toContain("Marion Goetz");
    expect([...cold.keys()].filter((name) => name.includes("2024/kassel"))).toEqual([]);
    expect(cold.get("pagefind/vocabulary.json")).not.toContain("handwerksbetrieben");
  });

  it("writes what an agreement changes and leaves all else alone", () => {
    expect(buildCopy(root).status).toBe(0);
    const before = listTimes();
    edit(wetterau, "Wetterauer Zukunftscamps", "Wetterauer Ferienlager");
    edit(
      "public/originals/2025/wetteraukreis.txt",
      "Wetterauer Zukunftscamps",
      "Wetterauer Ferienlager",
    );
    edit(wetterau, /sha256: .*/, `sha256: ${sha256("public/originals/2025/wetteraukreis.txt")}`);
    expect(buildCopy(root).status).toBe(0);
    const written = [...listTimes()]
      .filter(([name, time]) => time !== before.get(name))
      .map(([name]) => name);
    const pages = written.filter((name) =>
      /^(vereinbarungen|kommunen|jahre|massnahmen)\/./.test(name),
    );
    expect(pages).toEqual([
      "jahre/2025/index.html",
      "jahre/index.html",
      "kommunen/index.html",
      "kommunen/wetteraukreis/index.html",
      "massnahmen/ausbildungsvorbereitung/index.html",
      "massnahmen/index.html",
      "vereinbarungen/2025/wetteraukreis/daten.json",
      "vereinbarungen/2025/wetteraukreis/index.html",
      "vereinbarungen/2025/wetteraukreis/text.md",
      "vereinbarungen/index.html",
    ]);
    expect(written.filter((name) => name.startsWith("originals/"))).toEqual([
      "originals/2025/wetteraukreis.txt",
    ]);
    const indexed = written.filter((name) => /^pagefind\/\d/.test(name));
    expect(new Set(indexed.map((name) => name.split("/")[1]))).toEqual(new Set(["2025"]));
  });

  it("removes what no one has made, and believes nothing of a site it did not build", () => {
    expect(buildCopy(root).status).toBe(0);
    const before = readSite();
    for (const folder of ["dist/alt", "dist/pagefind/2019"]) {
      mkdirSync(join(root, folder));
      writeFileSync(join(root, folder, "vergessen.html"), "alt");
    }
    writeFileSync(join(root, "dist/sitemap-alt.xml"), "alt");
    expect(buildCopy(root).status).toBe(0);
    expect(readSite()).toEqual(before);
    expect(existsSync(join(root, "dist/alt"))).toBe(false);

    rmSync(join(root, "dist/pagefind"), { recursive: true });
    writeFileSync(join(root, ".cache/astro/written/open-data.json"), "{");
    expect(buildCopy(root).status).toBe(0);
    expect(readSite()).toEqual(before);

    for (const name of [
      "index.html",
      "vereinbarungen/2025/offenbach-am-main/index.html",
      "originals/2025/darmstadt.txt",
      "vereinbarungen/2025/darmstadt/text.md",
    ]) {
      writeFileSync(join(root, "dist", name), "fremd");
    }
    expect(buildCopy(root).status).toBe(0);
    expect(readSite()).toEqual(before);
  });

  it("renders everything again after a build that died", () => {
    expect(buildCopy(root).status).toBe(0);
    const before = readSite();
    const agreement = "src/content/agreements/2025/darmstadt.mdx";
    const measure = "src/content/measures/weiterbildung.yaml";
    const [good, goodMeasure] = [read(agreement), read(measure)];
    edit(measure, "shortTitle: Weiterbildung des Personals", "shortTitle: Zurückgezogen");
    // A page that fails late leaves pages of this build in the cache, and no keys.
    const page = "src/pages/massnahmen/index.astro";
    const goodPage = read(page);
    edit(page, "---\n", '---\nif (Astro.url.pathname) throw new Error("died");\n');
    expect(buildCopy(root).status).toBe(1);
    writeFileSync(join(root, page), goodPage);
    writeFileSync(join(root, measure), goodMeasure);
    writeFileSync(join(root, agreement), good);
    expect(buildCopy(root).status).toBe(0);
    expect(readSite()).toEqual(before);
  });

  it("names every problem of the content, changes nothing that was built, and runs nothing", () => {
    const before = readSite();
    const good = read(wetterau);
    edit(wetterau, "amount: 1310490", "amount: 1.310.490");
    edit(
      wetterau,
      "## § 6 Zielsteuerung",
      '{globalThis.process.getBuiltinModule("fs").writeFileSync("canary", "ran")}\n\n## § 6 Zielsteuerung',
    );
    const { status, output } = buildCopy(root);
    expect(status).toBe(1);
    expect(output).toContain(
      `${wetterau}:4 · Fördersumme: „1.310.490“ enthält Punkte. Schreiben Sie 1310490. [amount-not-digits]`,
    );
    expect(output).toMatch(
      /wetteraukreis\.mdx:\d+ · Wortlaut: Ein Ausdruck in geschweiften Klammern .* \[content-markup\]/,
    );
    expect(output).not.toMatch(/^\s+at /m);
    expect(existsSync(join(root, "canary"))).toBe(false);
    expect(readSite()).toEqual(before);
    writeFileSync(join(root, wetterau), good);
  });

  it("compiles no page that could run something", () => {
    const page = "src/content/pages/impressum.mdx";
    const good = read(page);
    writeFileSync(
      join(root, page),
      `${good}\nexport const ran = globalThis.process.getBuiltinModule("fs").writeFileSync("canary", "ran")\n`,
    );
    const { status, output } = buildCopy(root);
    expect(status).toBe(1);
    expect(output).toContain(
      "Eine Zeile, die mit import oder export beginnt, ist nicht vorgesehen.",
    );
    expect(existsSync(join(root, "canary"))).toBe(false);
    writeFileSync(join(root, page), good);
  });

  it.each([
    ["as it is", ""],
    ["behind a byte order mark", "\uFEFF"],
  ])("compiles no such page in development either, %s", async (_, mark) => {
    const page = "src/content/pages/impressum.mdx";
    const good = read(page);
    const dev = spawn(
      process.execPath,
      ["node_modules/astro/bin/astro.mjs", "dev", "--port", "0"],
      {
        cwd: root,
        env: {
          ...environment,
          ASTRO_DEV_BACKGROUND: "0",
          ASTRO_TELEMETRY_DISABLED: "1",
        },
      },
    );
    try {
      const address = await firstAddress(dev);
      const status = async () => (await fetch(`${address}/impressum/`)).status;
      await expect.poll(status, { timeout: 20_000 }).toBe(200);
      writeFileSync(
        join(root, page),
        `${mark}${good}\nexport const ran = globalThis.process.getBuiltinModule("fs").writeFileSync("canary", "ran")\n`,
      );
      await expect.poll(status, { timeout: 20_000 }).toBe(500);
      expect(existsSync(join(root, "canary"))).toBe(false);
    } finally {
      dev.kill();
      writeFileSync(join(root, page), good);
    }
  });

  it("starts, says where, and serves the pages and the search", async () => {
    const start = spawn(process.execPath, ["tools/start.ts"], {
      cwd: root,
      env: { ...environment, PORT: "0" },
    });
    try {
      const address = await firstAddress(start);
      const page = await fetch(`${address}/vereinbarungen/2025/wetteraukreis/`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain("Wetterauer Ferienlager");
      expect((await fetch(`${address}/pagefind/pagefind.js`)).status).toBe(200);
    } finally {
      start.kill();
    }
  });
});

function readSite(): Map<string, string> {
  const site = join(root, "dist");
  const names = readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(site, name)).isFile())
    .map((name) => name.replaceAll("\\", "/"));
  return new Map(names.sort().map((name) => [name, readFileSync(join(site, name), "latin1")]));
}

/** The parsed agreements on disk, each with its digest. */
function listParsed(): string[] {
  const folder = join(root, ".cache/wording");
  return readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), "utf8").trim().split("\n"),
  );
}

/** When each file of the site was written. */
function listTimes(): Map<string, number> {
  return new Map(
    [...readSite().keys()].map((name) => [name, statSync(join(root, "dist", name)).mtimeMs]),
  );
}

function edit(file: string, from: string | RegExp, to: string): void {
  const before = read(file);
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(join(root, file), after);
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function sha256(file: string): string {
  return createHash("sha256")
    .update(readFileSync(join(root, file)))
    .digest("hex");
}

function firstAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (data) => {
      output += data;
      const address = output.match(/http:\/\/localhost:\d+/)?.[0];
      if (address) resolve(address);
    });
    child.on("exit", () => reject(new Error(`It ended without an address: ${output}`)));
  });
}
