import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
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
  start = spawnStart(args, (text) => {
    said += text;
  });
  await expect.poll(() => said, { timeout: 30_000 }).toMatch(/http:\/\/localhost:\d+ /);
  address = said.match(/http:\/\/localhost:\d+/)?.[0] ?? "";
}

function spawnStart(args: readonly string[], onText: (text: string) => void): ChildProcess {
  const child = spawn(process.execPath, ["tools/start.ts", ...args], {
    cwd: root,
    env: { ...environment, PORT: "0", HOME: join(root, "nobody"), XDG_CONFIG_HOME: root },
    // A group of its own, so that it can be seen what it leaves.
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", onText);
  return child;
}

async function publish(params: object, entry = { collection, slug }): Promise<Answer> {
  await askAt(address, "persistEntry", params);
  await askAt(address, "updateUnpublishedEntryStatus", { ...entry, newStatus: "pending_publish" });
  return askAt(address, "publishUnpublishedEntry", entry);
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
    "Unterschrift von Marion Goetz: Name „Marion Goetz“ statt „Marion Götz“.",
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

it.each([
  ["shows the last good pages", 200, () => undefined],
  [
    "says what is wrong in place of the pages",
    503,
    () => rmSync(join(root, ".cache"), { recursive: true }),
  ],
])(
  "starts with content that has problems, %s, and publishes what repairs it",
  async (_, status, prepare) => {
    prepare();
    const kassel = {
      collection: "agreements-2024",
      slug: "kassel",
      path: "src/content/agreements/2024/kassel.mdx",
    };
    const good = readFileSync(join(root, kassel.path), "utf8");
    commit(kassel.path, good.replace(/^amount: .*/m, "amount: <b>viel"));
    await run("--editor", `${erika.name} <${erika.email}>`);
    expect(said).toMatch(/kassel\.mdx:\d+ · Fördersumme/);
    expect(said).toContain("Die Seiten ließen sich nicht bauen. Unter http://localhost:");
    const shown = await fetch(address + page);
    expect(shown.status).toBe(status);
    if (status === 503) {
      expect(shown.headers.get("content-type")).toBe("text/plain; charset=utf-8");
      expect(await shown.text()).toMatch(
        /^Die Seiten lassen sich nicht bauen\. .*kassel\.mdx:\d+ · Fördersumme/s,
      );
    }
    const { body } = await askAt(address, "getEntry", { path: kassel.path });
    const { collection, slug } = kassel;
    const answer = await publish(saved(kassel, good, body.version), { collection, slug });
    expect(answer).toMatchObject({ status: 200 });
    await expect
      .poll(() => said, { timeout: 30_000 })
      .toMatch(/^Veröffentlicht: .*Kassel 2024 \(geändert\)\. Die Seiten zeigen es/m);
    expect((await fetch(address + page)).status).toBe(200);
  },
);

it("builds in turn with another start in the same folder", async () => {
  let other = "";
  const second = spawnStart([], (text) => {
    other += text;
  });
  try {
    await run();
    await expect.poll(() => other, { timeout: 30_000 }).toMatch(/http:\/\/localhost:\d+ /);
    for (const text of [said, other]) expect(text).toContain("Die Seiten stehen unter ");
  } finally {
    second.kill();
  }
});

it("tells the operator what keeps the store from working, and works once it is repaired", async () => {
  renameSync(join(root, ".git"), join(root, "git"));
  try {
    await run();
    await expect.poll(() => said).toContain("Der Ordner ist kein Git-Repository.");
  } finally {
    renameSync(join(root, "git"), join(root, ".git"));
  }
  expect(await askAt(address, "getEntry", { path })).toMatchObject({ status: 200 });
});

it.each(["while it builds", "when it is done"])(
  "ends with all it has started: %s",
  async (when) => {
    if (when === "when it is done") {
      await run();
      expect(await askAt(address, "getEntry", { path })).toMatchObject({ status: 200 });
    } else {
      start = spawnStart([], () => undefined);
      await expect
        .poll(() => listGroup(start.pid), { timeout: 10_000 })
        .toContain("tools/build.ts");
    }
    const ended = once(start, "exit");
    // The one process alone; a terminal would tell its children too.
    start.kill("SIGINT");
    expect(await ended).toEqual([130, null]);
    await expect.poll(() => listGroup(start.pid)).toBe("");
  },
);

/** The commands of a group of processes that live. */
function listGroup(group: number | undefined): string {
  const listed = execFileSync("ps", ["-A", "-o", "pgid=,stat=,args="], { encoding: "utf8" });
  return listed
    .split("\n")
    .filter((line) => new RegExp(`^ *${group} +[^Z]`).test(line))
    .join("\n");
}

/** As somebody does who works with Git, without looking. */
function commit(file: string, text: string): void {
  writeFileSync(join(root, file), text);
  git(
    root,
    "-c",
    "user.name=A",
    "-c",
    "user.email=a@example.org",
    "commit",
    "-q",
    "-a",
    "-m",
    "Von außen",
  );
}
