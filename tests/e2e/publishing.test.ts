import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, expect, it } from "vitest";
import { type Answer, askAt, erika, git, saved, wetterau } from "../git-store/world.ts";
import { buildCopy, copyProject, environment } from "./project-copy.ts";
import { visit } from "./visit.ts";

const { collection, slug, path } = wetterau;
const original = "public/originals/2025/wetteraukreis.txt";
const page = "/vereinbarungen/2025/wetteraukreis/";
let root: string;
let start: ChildProcess;
let said: string;
let address: string;

beforeAll(() => {
  root = copyProject();
  git(root, "init", "-q", "-b", "main");
  git(root, "add", "src", "public");
  git(root, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "Anfang");
  // So that the first start of each test finds a site that is built already.
  expect(buildCopy(root).status).toBe(0);
  return () => rmSync(root, { recursive: true, force: true });
});

afterEach(() => {
  start.kill();
});

/** Starts as `npm start` does, with nobody's configuration of Git. */
async function run(...args: readonly string[]): Promise<void> {
  said = "";
  start = spawn(process.execPath, ["tools/start.ts", ...args], {
    cwd: root,
    env: { ...environment, PORT: "0", HOME: join(root, "nobody"), XDG_CONFIG_HOME: root },
  });
  for (const stream of [start.stdout, start.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  }
  await expect.poll(() => said, { timeout: 30_000 }).toMatch(/http:\/\/localhost:\d+ /);
  address = said.match(/http:\/\/localhost:\d+/)?.[0] ?? "";
}

async function publish(params: object): Promise<Answer> {
  await askAt(address, "persistEntry", params);
  await askAt(address, "updateUnpublishedEntryStatus", {
    collection,
    slug,
    newStatus: "pending_publish",
  });
  return askAt(address, "publishUnpublishedEntry", { collection, slug });
}

it("shows a publication on the running site, the search included, and says how long it took", async () => {
  await run("--editor", "Erika Muster <erika@example.org>");
  const { body } = await askAt(address, "getEntry", { path });
  const text = readFileSync(join(root, original), "utf8").replace("Marion Götz", "Marion Goetz");
  const raw = body.data
    .replace("name: Marion Götz", "name: Marion Goetz")
    .replace(/sha256: .*/, `sha256: ${createHash("sha256").update(text).digest("hex")}`);
  const content = Buffer.from(text).toString("base64");
  const upload = { path: original, content, encoding: "base64" };
  const { body: answer } = await publish(saved(wetterau, raw, body.version, [upload]));
  expect(answer).toEqual({ message: "Wetteraukreis 2025: geändert und veröffentlicht." });
  await expect
    .poll(() => said, { timeout: 30_000 })
    .toMatch(
      /^Veröffentlicht: Wetteraukreis 2025 \(geändert\)\. Die Seiten zeigen es nach \d+,\d s\.$/m,
    );
  expect(await (await fetch(address + page)).text()).toContain("Marion Goetz");
  await visit(
    "/suche/?q=Goetz",
    async (found) => {
      const hit = found
        .getByRole("main")
        .getByRole("link", { name: /Wetteraukreis/ })
        .first();
      await hit.waitFor();
    },
    { site: address },
  );
  const [author, subject, ...message] = git(root, "log", "-1", "--format=%an <%ae>%n%s%n%b").split(
    "\n",
  );
  expect([author, subject]).toEqual([
    "Erika Muster <erika@example.org>",
    expect.stringMatching(/^Wetteraukreis 2025: \d/),
  ]);
  expect(message.join("\n")).toContain(
    "Unterschrift Marion Goetz · Name „Marion Goetz“ statt „Marion Götz“.",
  );
  expect(message.slice(-4).join("\n")).toBe(
    [
      "Art: geändert",
      `Datei: ${path}`,
      "Bearbeitet-von: Erika Muster <erika@example.org>",
      "Freigegeben-von: Erika Muster <erika@example.org>",
    ].join("\n"),
  );
  expect(git(root, "status", "--porcelain", "src", "public")).toBe("");
});

it("keeps the last good site where the new one cannot be built, and says why", async () => {
  await run("--editor", `${erika.name} <${erika.email}>`);
  const before = await (await fetch(address + page)).text();
  // Somebody works on another file of the folder, and is not done yet.
  const kassel = join(root, "src/content/agreements/2024/kassel.mdx");
  const good = readFileSync(kassel, "utf8");
  writeFileSync(kassel, good.replace(/^amount: .*/m, "amount: viel"));
  const { body } = await askAt(address, "getEntry", { path });
  const raw = body.data.replace("\nyear:", "\n# geprüft\nyear:");
  expect((await publish(saved(wetterau, raw, body.version))).status).toBe(200);
  await expect.poll(() => said, { timeout: 30_000 }).toMatch(/kassel\.mdx:\d+ · Fördersumme/);
  expect(said).toContain(
    "Veröffentlicht: Wetteraukreis 2025 (geändert). Die Seiten ließen sich nicht bauen und zeigen weiter den Stand davor:",
  );
  expect(await (await fetch(address + page)).text()).toBe(before);
  expect(readFileSync(kassel, "utf8")).toContain("amount: viel");
  writeFileSync(kassel, good);
});

it("asks in one sentence who edits", async () => {
  await run();
  await expect
    .poll(() => said)
    .toContain("Wer bearbeitet, ist nicht bekannt: Starten Sie mit npm start -- --editor");
  const { body } = await askAt(address, "getEntry", { path });
  const answer = await askAt(address, "persistEntry", saved(wetterau, body.data, body.version));
  expect(answer.status).toBe(403);
  expect(answer.body.error).toMatch(/^Wer bearbeitet, ist nicht bekannt/);
});
