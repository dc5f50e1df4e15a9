import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type Asked,
  approvePage,
  commandIn,
  draftVersion,
  makeSmallRepository,
  moveTo,
  page,
  pageAddress,
  publishedPage,
  publishPage,
  putBeforeGit,
  savePage,
  stateOf,
  ungated,
} from "./editing.ts";
import { expectRefusal, expectSentence } from "./sentence.ts";
import { askAt, git, removeRepository, type Served, saved, serve } from "./world.ts";

// On a busy machine each git takes a while.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let root: string;

beforeEach(() => {
  root = makeSmallRepository();
});
afterEach(() => {
  vi.unstubAllEnvs();
  git(root, "fsck", "--strict");
  expect(leftovers(root)).toEqual([]);
  removeRepository(root);
});

describe("a full disk", () => {
  let store: Served;

  beforeEach(async () => {
    store = await serve(ungated(root));
  });
  afterEach(async () => {
    await store.close();
  });

  it.each(["hash-object", "mktree", "commit-tree", "update-ref"])(
    "when a draft is saved: %s",
    async (command) => {
      const before = stateOf(root);
      fillDiskFor(command);
      const sentence = expectRefusal(await savePage(store, "Neu."), 507);
      expect(sentence).toContain("Datenträger");
      vi.unstubAllEnvs();
      expect(stateOf(root)).toEqual(before);
      expect(store.logged).toEqual([]);
      expect(await savePage(store, "Neu.")).toMatchObject({ status: 200 });
    },
  );

  it.each(["commit-tree", "update-ref"])("when a draft is approved: %s", async (command) => {
    await savePage(store, "Neu.");
    const before = stateOf(root);
    fillDiskFor(command);
    expectRefusal(await moveTo(store, "pending_publish"), 507);
    vi.unstubAllEnvs();
    expect(stateOf(root)).toEqual(before);
    expect(store.logged).toEqual([]);
    expect(await moveTo(store, "pending_publish")).toMatchObject({ status: 200 });
  });

  it.each(["mktree", "commit-tree", "update-ref"])(
    "when a draft is published: %s",
    async (command) => {
      await approvePage(store, "Neu.");
      commitElsewhere();
      const before = stateOf(root);
      fillDiskFor(command);
      expectRefusal(await publishPage(store), 507);
      vi.unstubAllEnvs();
      expect(stateOf(root)).toEqual(before);
      expect(store.logged).toEqual([]);
      expect(await publishPage(store)).toMatchObject({ status: 200 });
      expect(publishedPage(root)).toContain("Neu.");
      expect(git(root, "status", "--porcelain")).toBe("");
    },
  );

  it("when the files follow: they stay, and the answer says how to get them", async () => {
    await approvePage(store, "Neu.");
    fillDiskFor("restore");
    const { status, body } = await publishPage(store);
    vi.unstubAllEnvs();
    expect(status).toBe(200);
    expectPublished(body.message);
    git(root, ...commandIn(body.message));
    expect(git(root, "status", "--porcelain")).toBe("");
    expect(store.logged).toEqual([]);
  });

  it("when a draft is discarded", async () => {
    await savePage(store, "Neu.");
    const before = stateOf(root);
    fillDiskFor("update-ref");
    expectRefusal(await store.ask("deleteUnpublishedEntry", pageAddress), 507);
    vi.unstubAllEnvs();
    expect(stateOf(root)).toEqual(before);
    expect(await store.ask("deleteUnpublishedEntry", pageAddress)).toMatchObject({ status: 200 });
  });
});

/** Git really fails to write there, as on a full disk; it works on every system, for every user. */
function fillDiskFor(command: string): void {
  putBeforeGit(`case " $* " in *" ${command} "*) trap "" XFSZ; ulimit -f 0;; esac`);
}

describe.runIf(mayMount())("a disk that fills up", () => {
  let disk: string;
  let filler: string;
  let copy: string;
  let store: Served;

  beforeEach(async () => {
    disk = mkdtempSync(join(tmpdir(), "git-store-disk-"));
    asRoot("mount", "-t", "tmpfs", "-o", "size=12m", "none", disk);
    copy = join(disk, "repository");
    filler = join(disk, "filler");
    cpSync(root, copy, { recursive: true });
    store = await serve(ungated(copy));
    // The gate's folder is there from now on.
    await approvePage(store, "Vorher.");
    expect(await publishPage(store)).toMatchObject({ status: 200 });
  });
  afterEach(async () => {
    await store.close();
    // Its git may still be on its way out.
    asRoot("umount", "-l", disk);
    rmSync(disk, { recursive: true });
  });

  it("refuses drafts until there is room, and keeps what there is", async () => {
    await expectAllOrNothing(
      () => savePage(store, "Neu."),
      () => git(copy, "for-each-ref"),
    );
  });

  it("refuses to publish until there is room, and keeps what there is", async () => {
    await approvePage(store, "Neu.");
    const answer = await expectAllOrNothing(
      () => publishPage(store),
      () => git(copy, "rev-parse", "main"),
    );
    expect(publishedPage(copy)).toContain("Neu.");
    if (answer.message.includes("git restore")) {
      rmSync(filler);
      git(copy, ...commandIn(answer.message));
    }
    expect(git(copy, "status", "--porcelain")).toBe("");
  });

  /** Tries with 0, 1, 2 … free pages until it works. */
  async function expectAllOrNothing(attempt: () => ReturnType<Asked["ask"]>, state: () => string) {
    const before = state();
    for (let pages = 0; pages < 200; pages++) {
      leaveFree(pages);
      const answer = await attempt();
      git(copy, "fsck", "--strict");
      expect(store.logged).toEqual([]);
      expect(leftovers(copy)).toEqual([]);
      if (answer.status === 200) {
        expect(pages).toBeGreaterThan(0);
        expect(state()).not.toBe(before);
        return answer.body;
      }
      expectRefusal(answer, 507);
      expect(state()).toBe(before);
    }
    throw new Error("it never worked");
  }

  function leaveFree(pages: number): void {
    rmSync(filler, { force: true });
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(filler, Buffer.alloc((bavail - pages) * bsize));
  }
});

describe("a repository that cannot be written to", () => {
  let store: Asked & { close(): Promise<void> };

  beforeEach(async () => {
    store = await startWithoutPrivileges();
  });
  afterEach(async () => {
    await store.close();
  });

  it("is read, refuses changes with a sentence, and takes them when it can be written to", async () => {
    await approvePage(store, "Vorher.");
    await publishPage(store);
    await approvePage(store, "Neu.");
    const version = await draftVersion(store);
    const before = stateOf(root);
    setWritable(join(root, ".git"), false);
    try {
      for (const [action, params] of [
        ["persistEntry", saved(page, "Anders.\n", version)],
        ["updateUnpublishedEntryStatus", { ...pageAddress, newStatus: "draft" }],
        ["publishUnpublishedEntry", pageAddress],
        ["deleteUnpublishedEntry", pageAddress],
        ["deleteFiles", { paths: ["src/content/pages/datenschutz.mdx"] }],
      ] as const) {
        const sentence = expectRefusal(await store.ask(action, params), 503);
        expect(sentence).toContain("lässt sich nicht schreiben");
      }
      expect(await store.ask("getEntry", { path: page.path })).toMatchObject({ status: 200 });
      expect(await store.ask("unpublishedEntry", pageAddress)).toMatchObject({ status: 200 });
    } finally {
      setWritable(join(root, ".git"), true);
    }
    expect(stateOf(root)).toEqual(before);
    expect(await publishPage(store)).toMatchObject({ status: 200 });
    expect(git(root, "status", "--porcelain")).toBe("");
  });

  it("in its files only: publishes, and says how to get them", async () => {
    await approvePage(store, "Neu.");
    setWritable(join(root, "src"), false);
    let answer: Awaited<ReturnType<typeof publishPage>>;
    try {
      answer = await publishPage(store);
    } finally {
      setWritable(join(root, "src"), true);
    }
    expect(answer).toMatchObject({ status: 200 });
    expectPublished(answer.body.message);
    git(root, ...commandIn(answer.body.message));
    expect(git(root, "status", "--porcelain")).toBe("");
  });
});

/** A store that file permissions apply to, though the tests may run as root. */
async function startWithoutPrivileges(): Promise<Asked & { close(): Promise<void> }> {
  const server = [process.execPath, resolve("tests/git-store/server.ts"), root];
  const [command = "", ...args] =
    process.getuid?.() === 0
      ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", ...server]
      : server;
  const child: ChildProcess = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  let complaint = "";
  child.stderr?.on("data", (chunk) => {
    complaint += chunk;
  });
  const lines = createInterface(child.stdout as NodeJS.ReadableStream);
  const ended = once(child, "close");
  const [origin] = await Promise.race([once(lines, "line"), ended]);
  return {
    ask: (action, params) => askAt(origin, action, params),
    async close() {
      child.kill();
      await ended;
      expect(complaint).toBe("");
    },
  };
}

function setWritable(folder: string, isWritable: boolean): void {
  execFileSync("chmod", ["-R", isWritable ? "u+w" : "a-w", folder]);
}

/** The branch moved, the person's own files did not: that is said, and nothing else. */
function expectPublished(message: string): void {
  expectSentence(message);
  expect(message).toContain("veröffentlicht");
  expect(message).not.toContain("nicht gespeichert");
  expect(publishedPage(root)).toContain("Neu.");
}

/** Something of the main branch that makes the publication a real merge. */
function commitElsewhere(): void {
  writeFileSync(join(root, "README.md"), "Anderes\n");
  git(root, "add", "README.md");
  git(root, "commit", "-q", "-m", "Anderes");
}

/** Continuous integration may; on a person's own machine nobody is asked for a password. */
function asRoot(...command: readonly string[]): void {
  const sudo = process.env.CI && process.getuid?.() !== 0 ? ["sudo", "-n"] : [];
  const [program = "", ...args] = [...sudo, ...command];
  execFileSync(program, args, { stdio: "ignore" });
}

function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "git-store-mount-"));
  try {
    asRoot("mount", "-t", "tmpfs", "none", folder);
    asRoot("umount", folder);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a step that broke off would leave. */
function leftovers(folder: string): string[] {
  const names = readdirSync(join(folder, ".git"), { recursive: true }).map(String);
  return names.filter(
    (name) => /\.lock$|(^|\/)cms-[^/]*$/.test(name) && !/^refs\/heads\/cms/.test(name),
  );
}
