import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { releaseIndex } from "#git-store/index-lock.ts";
import { approvePage, page, publishPage, savePage } from "./editing.ts";
import {
  git,
  makeRepository,
  removeRepository,
  type Served,
  serve,
  storeOptions,
} from "./world.ts";

let root: string;
let store: Served;
let file: string;
let lock: string;
/** The index of the checkout was locked for a step that a process, now dead, began. */
let step: { cms: string; from: string; to: string; files: string[] };

beforeEach(async () => {
  root = makeRepository();
  store = await serve(storeOptions(root));
  file = join(root, page.path);
  lock = join(root, ".git", "index.lock");
  expect(await savePage(store, "Neu.")).toMatchObject({ status: 200 });
  await store.close();
  const { pid } = spawnSync(process.execPath, ["--version"]);
  step = {
    cms: `${pid}-0123456789ab`,
    from: git(root, "rev-parse", "main"),
    to: git(root, "rev-parse", "cms/pages/impressum"),
    files: [page.path],
  };
  writeFileSync(lock, JSON.stringify(step));
});
afterEach(async () => {
  expect(store.logged).toEqual([]);
  await store.close();
  removeRepository(root);
});

async function restart(): Promise<void> {
  store = await serve(storeOptions(root));
  expect(await store.ask("unpublishedEntries")).toMatchObject({ status: 200 });
}

/** As `git update-ref` does, which touches no files. */
function moveMain(to: string): void {
  git(root, "update-ref", "refs/heads/main", to);
}

describe("finishes what a killed process began where git left a file", () => {
  it.each([
    ["as it was", () => undefined],
    ["removed", () => rmSync(file)],
    ["empty", () => truncateSync(file)],
    [
      "half written",
      () => {
        const text = git(root, "show", `${step.to}:${page.path}`);
        writeFileSync(file, text.slice(0, -3));
      },
    ],
    [
      "as it will be",
      () => writeFileSync(file, `${git(root, "show", `${step.to}:${page.path}`)}\n`),
    ],
    [
      "as it was, and someone has moved main on",
      () => {
        const tree = git(root, "rev-parse", `${step.to}^{tree}`);
        moveMain(git(root, "commit-tree", tree, "-p", step.to, "-m", "Von außen"));
      },
    ],
  ])("%s", async (_, leave) => {
    moveMain(step.to);
    leave();
    await restart();
    expect(git(root, "status", "--porcelain")).toBe("");
    expect(readFileSync(file, "utf8")).toContain("\nNeu.\n");
    expect(existsSync(lock)).toBe(false);
  });
});

it("leaves a file alone that somebody has changed since", async () => {
  moveMain(step.to);
  writeFileSync(file, "Meins\n");
  await restart();
  expect(readFileSync(file, "utf8")).toBe("Meins\n");
  expect(existsSync(lock)).toBe(false);
});

it("leaves the files alone where the branch was not moved any more", async () => {
  await restart();
  expect(git(root, "status", "--porcelain")).toBe("");
  expect(readFileSync(file, "utf8")).not.toContain("Neu.");
  expect(existsSync(lock)).toBe(false);
});

it.each([
  ["another git", () => ""],
  [
    "a step of a living process",
    () => JSON.stringify({ ...step, cms: `${process.ppid}-0123456789ab` }),
  ],
])("leaves the lock of %s alone", async (_, content) => {
  writeFileSync(lock, content());
  moveMain(step.to);
  await restart();
  expect(readFileSync(lock, "utf8")).toBe(content());
  expect(readFileSync(file, "utf8")).not.toContain("Neu.");
});

it.each([
  ["cut off", ""],
  ["of a tree that Git has removed since", "f".repeat(40)],
])("fills the gate's folder anew where its state is %s", async (_, state) => {
  const pages = join(root, ".git", "gate", "src", "content", "pages");
  mkdirSync(pages, { recursive: true });
  const left = "---\ntitle: Übrig\ndescription: Übrig.\n---\n\nText.\n";
  writeFileSync(join(pages, "uebrig.mdx"), left);
  writeFileSync(join(root, ".git", "gate", "tree"), state);
  await restart();
  await approvePage(store, "[Eine Seite, die es nicht gibt](/uebrig/)");
  expect(await publishPage(store)).toMatchObject({
    status: 422,
    body: { problems: [{ code: "link-broken" }] },
  });
});

it("does not take away a lock that is another's by the time it lets go", () => {
  const folder = join(root, ".git");
  const other = { ...step, cms: `${process.pid}-ba9876543210` };
  writeFileSync(lock, JSON.stringify(other));
  releaseIndex(folder, step);
  expect(existsSync(lock)).toBe(true);
  releaseIndex(folder, other);
  expect(existsSync(lock)).toBe(false);
});

it("removes what a killed git left on branches, packed and loose, and goes on", async () => {
  const names = [
    "HEAD.lock",
    "packed-refs.lock",
    "packed-refs.new",
    "refs/heads/main.lock",
    "refs/heads/cms/pages/impressum.lock",
  ];
  git(root, "pack-refs", "--all");
  const left = names.map((name) => join(root, ".git", name));
  mkdirSync(dirname(left.at(-1) ?? ""), { recursive: true });
  for (const path of left) writeFileSync(path, "");
  await restart();
  expect(left.filter((path) => existsSync(path))).toEqual([]);
  // As if a git had been killed while the server lives.
  for (const path of left.slice(-3)) {
    writeFileSync(path, "");
    utimesSync(path, 0, 0);
  }
  await approvePage(store, "Neuer.");
  expect(await publishPage(store)).toMatchObject({ status: 200 });
  expect(left.filter((path) => existsSync(path))).toEqual([]);
  expect(git(root, "status", "--porcelain")).toBe("");
}, 30_000);
