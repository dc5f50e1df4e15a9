import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Gate, openGate } from "#git-store/gate.ts";
import { openRepository, type Repository } from "#git-store/repository.ts";
import { checkPlaces } from "#loaders/check-places.ts";
import { makeSmallRepository } from "./editing.ts";
import { expectSentence } from "./sentence.ts";
import { git, removeRepository } from "./world.ts";

let root: string;
let beside: string;
let folder: string;
let repository: Repository;
let gate: Gate;

beforeEach(async () => {
  root = makeSmallRepository();
  beside = mkdtempSync(join(tmpdir(), "git-store-gate-"));
  folder = join(beside, "gate");
  writeFileSync(join(beside, "impressum.mdx"), "Fremdes\n");
  repository = await openRepository(root, "main");
  gate = openGate(repository, folder, async (filled) => checkPlaces(filled));
});
afterEach(() => {
  expect(readdirSync(beside).filter((name) => name !== "gate")).toEqual(["impressum.mdx"]);
  expect(readFileSync(join(beside, "impressum.mdx"), "utf8")).toBe("Fremdes\n");
  repository.objects.close();
  removeRepository(root);
  rmSync(beside, { recursive: true });
});

const main = () => git(root, "rev-parse", "main^{tree}");

function commitLink(path: string, target: string): void {
  git(root, "rm", "-q", "-r", "--ignore-unmatch", path);
  symlinkSync(target, join(root, path));
  git(root, "add", "-A");
  git(root, "commit", "-q", "-m", "Verknüpfung");
}

it("removes nothing behind a link that a folder was replaced by, and tells of the link", async () => {
  await gate.check(main());
  commitLink("src/content/pages", beside);
  const problems = await gate.check(main());
  expect(problems).toContainEqual(
    expect.objectContaining({ code: "file-unreadable", file: "src/content/pages" }),
  );
});

it("tells of a link in place of a file, and takes it away with the next tree", async () => {
  const before = main();
  commitLink("src/content/pages/verweis.mdx", join(beside, "impressum.mdx"));
  expect(await gate.check(main())).toContainEqual(
    expect.objectContaining({ code: "file-unexpected", file: "src/content/pages/verweis.mdx" }),
  );
  await gate.check(before);
  expect(readdirSync(join(folder, "src/content/pages"))).not.toContain("verweis.mdx");
});

it("writes nothing through a link that lies in its folder by mistake", async () => {
  await gate.check(main());
  rmSync(join(folder, "src/content/pages"), { recursive: true });
  symlinkSync(beside, join(folder, "src/content/pages"));
  writeFileSync(join(root, "src/content/pages/impressum.mdx"), "Neu\n");
  git(root, "commit", "-q", "-a", "-m", "Neu");
  await expect(gate.check(main())).rejects.toMatchObject({ status: 409 });
  await gate.check(main());
  expect(readFileSync(join(folder, "src/content/pages/impressum.mdx"), "utf8")).toBe("Neu\n");
});

it.each([
  "..",
  ".",
  ".git",
  ".GIT",
  "..\\..\\impressum.mdx",
  "C:impressum.mdx",
  ".. ",
  "../../impressum.mdx",
])("refuses the name %s and leaves its folder as it was", async (name) => {
  await gate.check(main());
  const pages = writeTree(
    `100644 ${name}\0`,
    git(root, "rev-parse", "HEAD:src/content/years/2025.mdx"),
  );
  const content = writeTree("40000 pages\0", pages);
  const tree = writeTree("40000 src\0", writeTree("40000 content\0", content));
  const refused = await gate.check(tree).catch((error) => error);
  expect(refused).toMatchObject({ name: "Refusal", status: 409 });
  expectSentence(refused.message);
  expect(refused.message).toContain(`src/content/pages/${name}`);
  expect(existsSync(join(folder, "src/content/pages/impressum.mdx"))).toBe(true);
});

it("leaves no empty folder behind, which the checks would tell of", async () => {
  const before = main();
  mkdirSync(join(root, "src/content/neues"));
  writeFileSync(join(root, "src/content/neues/datei.mdx"), "Neu\n");
  git(root, "add", "-A");
  git(root, "commit", "-q", "-m", "Neu");
  await gate.check(main());
  await gate.check(before);
  expect(existsSync(join(folder, "src/content/neues"))).toBe(false);
});

it("fills its folder anew where somebody has removed it", async () => {
  await gate.check(main());
  rmSync(folder, { recursive: true });
  writeFileSync(join(root, "src/content/pages/impressum.mdx"), "Neu\n");
  git(root, "commit", "-q", "-a", "-m", "Neu");
  await gate.check(main());
  expect(existsSync(join(folder, "src/content/pages/datenschutz.mdx"))).toBe(true);
});

/** A tree of one line, as no command of Git's would write it. */
function writeTree(line: string, oid: string): string {
  return execFileSync("git", ["hash-object", "-t", "tree", "-w", "--stdin", "--literally"], {
    cwd: root,
    input: Buffer.concat([Buffer.from(line), Buffer.from(oid, "hex")]),
    encoding: "utf8",
  }).trim();
}
