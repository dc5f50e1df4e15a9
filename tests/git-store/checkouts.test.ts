import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  approvePage,
  commandIn,
  makeSmallRepository,
  page,
  pageAddress,
  publishedPage,
  publishPage,
  savePage,
  stateOf,
  ungated,
} from "./editing.ts";
import { expectRefusal, expectSentence } from "./sentence.ts";
import { git, removeRepository, type Served, saved, serve } from "./world.ts";

const elsewhere = "src/content/pages/datenschutz.mdx";

// On a busy machine each git takes a while.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let root: string;
let beside: string;
let store: Served;

beforeEach(async () => {
  root = makeSmallRepository();
  beside = mkdtempSync(join(tmpdir(), "git-store-beside-"));
  store = await serve(ungated(root));
});
afterEach(async () => {
  expect(store.logged).toEqual([]);
  await store.close();
  git(root, "fsck", "--strict");
  removeRepository(root);
  rmSync(beside, { recursive: true });
});

describe("in the middle of a rebase", () => {
  it("of main: saves drafts, but publishes only when it is over", async () => {
    await approvePage(store, "Neu.");
    beginRebase(root, "main");
    const before = stateOf(root);
    const sentence = expectRefusal(await publishPage(store), 409);
    expect(sentence).toContain("git rebase --abort");
    expect(stateOf(root)).toEqual(before);
    expect(await savePage(store, "Neuer.")).toMatchObject({ status: 200 });

    git(root, "rebase", "--abort");
    const main = git(root, "rev-parse", "main");
    await approvePage(store, "Neuer.");
    expect(await publishPage(store)).toMatchObject({ status: 200 });
    expect(git(root, "rev-parse", "main^1")).toBe(main);
    expectFollowed("Neuer.");
  });

  it("of main in another work tree: publishes only when it is over", async () => {
    await approvePage(store, "Neu.");
    git(root, "switch", "-q", "--detach");
    const other = join(beside, "other");
    git(root, "worktree", "add", "-q", other, "main");
    beginRebase(other, "main");
    expectRefusal(await publishPage(store), 409);
    git(other, "rebase", "--abort");
    expect(await publishPage(store)).toMatchObject({ status: 200 });
    expect(publishedPage(root)).toContain("Neu.");
  });

  it("of another branch: publishes, leaves the files and says so", async () => {
    await approvePage(store, "Neu.");
    git(root, "switch", "-q", "-c", "thema");
    beginRebase(root, "thema");
    const status = git(root, "status", "--porcelain");
    await expectPublishedOnly("nicht auf dem Branch „main“");
    expect(git(root, "status", "--porcelain")).toBe(status);

    git(root, "rebase", "--abort");
    git(root, "switch", "-q", "main");
    expectFollowed("Neu.");
  });

  it("of a draft: changes it only when it is over", async () => {
    await savePage(store, "Neu.");
    git(root, "switch", "-q", "cms/pages/impressum");
    beginRebase(root, "cms/pages/impressum");
    const before = stateOf(root);
    expectRefusal(await savePage(store, "Neuer."), 409);
    expectRefusal(await store.ask("deleteUnpublishedEntry", pageAddress), 409);
    expect(stateOf(root)).toEqual(before);
    git(root, "rebase", "--abort");
    git(root, "switch", "-q", "main");
    expect(await savePage(store, "Neuer.")).toMatchObject({ status: 200 });
  });
});

it("publishes beside a detached HEAD, leaves the files and says so", async () => {
  await approvePage(store, "Neu.");
  git(root, "switch", "-q", "--detach");
  const head = git(root, "rev-parse", "HEAD");
  await expectPublishedOnly("nicht auf dem Branch „main“");
  expect(git(root, "rev-parse", "HEAD")).toBe(head);
  expect(git(root, "status", "--porcelain")).toBe("");
  git(root, "switch", "-q", "main");
  expectFollowed("Neu.");
});

it("publishes in the middle of a merge, and the merge keeps what was published", async () => {
  await approvePage(store, "Neu.");
  makeConflict(root, "main");
  expect(() => git(root, "merge", "fremd")).toThrow();
  expect(await publishPage(store)).toMatchObject({ status: 200 });
  writeFileSync(join(root, elsewhere), "Beides\n");
  git(root, "add", elsewhere);
  git(root, "commit", "-q", "--no-edit");
  expectFollowed("Neu.");
  expect(git(root, "show", `main:${elsewhere}`)).toBe("Beides");
});

it("publishes while somebody else's git holds the index, and says so", async () => {
  await approvePage(store, "Neu.");
  const lock = join(root, ".git", "index.lock");
  writeFileSync(lock, "");
  writeFileSync(join(root, elsewhere), "Meins\n");
  const message = await expectPublishedOnly("ein anderer Git-Befehl");
  expect(existsSync(lock)).toBe(true);
  rmSync(lock);
  git(root, ...commandIn(message));
  expect(git(root, "status", "--porcelain")).toBe(` M ${elsewhere}`);
  expect(readFileSync(join(root, page.path), "utf8")).toContain("Neu.");
});

describe("leaves alone, and says so,", () => {
  const file = () => join(root, page.path);
  it.each([
    ["a changed file", () => writeFileSync(file(), "Meins\n")],
    ["a removed file", () => rmSync(file())],
    [
      "a staged change",
      () => {
        writeFileSync(file(), "Meins\n");
        git(root, "add", page.path);
      },
    ],
    [
      "a change that is staged and taken back in the file",
      () => {
        const content = readFileSync(file());
        writeFileSync(file(), "Meins\n");
        git(root, "add", page.path);
        writeFileSync(file(), content);
      },
    ],
    ["a file that is no longer tracked", () => git(root, "rm", "-q", "--cached", page.path)],
    [
      "a link in place of the file",
      () => {
        writeFileSync(join(beside, "meins"), "Meins\n");
        rmSync(file());
        symlinkSync(join(beside, "meins"), file());
      },
    ],
    [
      "a folder in place of the file",
      () => {
        rmSync(file());
        mkdirSync(file());
        writeFileSync(join(file(), "meins"), "Meins\n");
      },
    ],
    [
      "a file in place of the folder",
      () => {
        rmSync(join(root, "src/content/pages"), { recursive: true });
        writeFileSync(join(root, "src/content/pages"), "Meins\n");
      },
    ],
    [
      "a link in place of the folder",
      () => {
        renameSync(join(root, "src/content/pages"), join(beside, "pages"));
        symlinkSync(join(beside, "pages"), join(root, "src/content/pages"));
      },
    ],
  ])("%s", async (_, change) => {
    await approvePage(store, "Neu.");
    change();
    const [before, index] = [contentOf(root), git(root, "ls-files", "--stage")];
    await expectPublishedOnly(`„${page.path}“ geändert und bleibt, wie es ist`);
    expect(contentOf(root)).toEqual(before);
    expect(git(root, "ls-files", "--stage")).toBe(index);
  });

  it("an untracked file in the way", async () => {
    const path = "src/content/pages/neues.mdx";
    const { body } = await store.ask("getEntry", { path: page.path });
    await store.ask("persistEntry", saved({ path, slug: "neues" }, body.data));
    const address = { collection: "pages", slug: "neues" };
    await store.ask("updateUnpublishedEntryStatus", { ...address, newStatus: "pending_publish" });
    writeFileSync(join(root, path), "Meins\n");
    const answer = await store.ask("publishUnpublishedEntry", address);
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body.message).toContain(`„${path}“ geändert und bleibt, wie es ist`);
    expect(readFileSync(join(root, path), "utf8")).toBe("Meins\n");
    expect(git(root, "show", `main:${path}`)).toContain("title: Impressum");
    git(root, ...commandIn(answer.body.message));
    expect(git(root, "status", "--porcelain")).toBe("");
  });
});

it("takes the files along though others are changed, staged and new", async () => {
  await approvePage(store, "Neu.");
  writeFileSync(join(root, elsewhere), "Meins\n");
  writeFileSync(join(root, "src/content/pages/meins.mdx"), "Meins\n");
  writeFileSync(join(root, "src/content/years/2024.mdx"), "Meins\n");
  git(root, "add", "src/content/years/2024.mdx");
  const before = git(root, "status", "--porcelain");
  const { body } = await publishPage(store);
  expect(body.message).toBe("Seite „Impressum“: geändert und veröffentlicht.");
  expect(git(root, "status", "--porcelain")).toBe(before);
  expect(readFileSync(join(root, page.path), "utf8")).toContain("Neu.");
  for (const path of [elsewhere, "src/content/pages/meins.mdx", "src/content/years/2024.mdx"]) {
    expect(readFileSync(join(root, path), "utf8")).toBe("Meins\n");
  }
});

describe("other work trees", () => {
  it("on other branches stay as they are", async () => {
    await approvePage(store, "Neu.");
    const other = join(beside, "other");
    git(root, "worktree", "add", "-q", "-b", "thema", other);
    const before = git(other, "rev-parse", "HEAD");
    expect(await publishPage(store)).toMatchObject({ status: 200 });
    expectFollowed("Neu.");
    expect(git(other, "rev-parse", "HEAD")).toBe(before);
    expect(git(other, "status", "--porcelain")).toBe("");
  });

  it("on main stay as they are, and the answer says so", async () => {
    await approvePage(store, "Neu.");
    git(root, "switch", "-q", "--detach");
    const other = join(beside, "other");
    git(root, "worktree", "add", "-q", other, "main");
    const before = contentOf(other);
    const message = await expectPublishedOnly("anderen Arbeitsverzeichnis");
    expect(contentOf(other)).toEqual(before);
    git(other, ...commandIn(message));
    expect(git(other, "status", "--porcelain")).toBe("");
    expect(readFileSync(join(other, page.path), "utf8")).toContain("Neu.");
  });

  it("follow where the server runs in one of them", async () => {
    git(root, "switch", "-q", "--detach");
    const other = join(beside, "other");
    git(root, "worktree", "add", "-q", other, "main");
    const there = await serve({ ...ungated(other), gateFolder: join(beside, "gate") });
    await approvePage(there, "Neu.");
    const { body } = await publishPage(there);
    expect(body.message).toBe("Seite „Impressum“: geändert und veröffentlicht.");
    expect(git(other, "status", "--porcelain")).toBe("");
    expect(readFileSync(join(other, page.path), "utf8")).toContain("Neu.");
    expect(there.logged).toEqual([]);
    await there.close();
  });
});

/** The main branch and the person's files have it. */
function expectFollowed(sentence: string): void {
  expect(publishedPage(root)).toContain(sentence);
  expect(readFileSync(join(root, page.path), "utf8")).toContain(sentence);
  expect(git(root, "status", "--porcelain")).toBe("");
}

/** The main branch has it, the answer says why the person's files have not. */
async function expectPublishedOnly(why: string): Promise<string> {
  const { status, body } = await publishPage(store);
  expect({ status, body }).toMatchObject({ status: 200 });
  expectSentence(body.message);
  expect(body.message).toContain(why);
  expect(publishedPage(root)).toContain("Neu.");
  return body.message;
}

/** A branch `fremd` beside the given one, which changes the same file. */
function makeConflict(folder: string, branch: string): void {
  git(folder, "branch", "fremd");
  writeFileSync(join(folder, elsewhere), "Eigenes\n");
  git(folder, "commit", "-q", "-a", "-m", "Eigenes");
  git(folder, "switch", "-q", "fremd");
  writeFileSync(join(folder, elsewhere), "Fremdes\n");
  git(folder, "commit", "-q", "-a", "-m", "Fremdes");
  git(folder, "switch", "-q", branch);
}

function beginRebase(folder: string, branch: string): void {
  makeConflict(folder, branch);
  expect(() => git(folder, "rebase", "-q", "fremd")).toThrow();
  expect(git(folder, "rev-parse", "--abbrev-ref", "HEAD")).toBe("HEAD");
}

/** What lies below the content's folder, links not followed. */
function contentOf(folder: string): Record<string, string> {
  const names = readdirSync(join(folder, "src"), { recursive: true }).map(String);
  return Object.fromEntries(
    names.map((name) => {
      const path = join(folder, "src", name);
      const found = lstatSync(path);
      if (found.isSymbolicLink()) return [name, `link to ${readlinkSync(path)}`];
      return [name, found.isFile() ? readFileSync(path, "utf8") : "folder"];
    }),
  );
}
