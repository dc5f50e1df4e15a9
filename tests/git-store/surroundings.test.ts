import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  approvePage,
  draftVersion,
  makeSmallRepository,
  page,
  pageAddress,
  publishPage,
  putBeforeGit,
  stateOf,
  ungated,
} from "./editing.ts";
import { expectRefusal } from "./sentence.ts";
import { erika, git, removeRepository, type Served, saved, serve } from "./world.ts";

/** As an old git answers. */
const oldGit = ['case " $* " in', '*" version "*) echo "git version 2.34.1"; exit 0;;', "esac"];
/** Whatever the machine's own configuration says. */
const onlyOwnConfiguration = ["export GIT_CONFIG_NOSYSTEM=1", "export GIT_CONFIG_GLOBAL=/dev/null"];

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
  vi.unstubAllEnvs();
  expect(store.logged).toEqual([]);
  await store.close();
  git(root, "fsck", "--strict");
  removeRepository(root);
  rmSync(beside, { recursive: true });
});

describe("the installed git", () => {
  it("is missing", async () => {
    vi.stubEnv("PATH", beside);
    expect(expectRefusal(await store.ask("info"), 503)).toContain("Git lässt sich nicht starten");
    vi.unstubAllEnvs();
    expect(await store.ask("info")).toMatchObject({ status: 200 });
  });

  it("goes missing in between", async () => {
    await store.close();
    // Nothing is asked of Git's configuration then.
    store = await serve({ ...ungated(root), editor: erika });
    await approvePage(store, "Neu.");
    const version = await draftVersion(store);
    const before = stateOf(root);
    vi.stubEnv("PATH", beside);
    for (const [action, params] of [
      ["persistEntry", saved(page, "Neu\n", version)],
      ["updateUnpublishedEntryStatus", { ...pageAddress, newStatus: "draft" }],
      ["publishUnpublishedEntry", pageAddress],
      ["deleteUnpublishedEntry", pageAddress],
      ["deleteFiles", { paths: ["src/content/pages/datenschutz.mdx"] }],
      ["unpublishedEntries", {}],
    ] as const) {
      expectRefusal(await store.ask(action, params), 503);
    }
    vi.unstubAllEnvs();
    expect(stateOf(root)).toEqual(before);
    expect(await publishPage(store)).toMatchObject({ status: 200 });
  });

  it("is too old", async () => {
    putBeforeGit(...oldGit);
    expect(expectRefusal(await store.ask("info"), 503)).toContain("Git ist zu alt");
    vi.unstubAllEnvs();
    expect(await store.ask("info")).toMatchObject({ status: 200 });
  });
});

describe("the repository", () => {
  it("is none, then empty, then one", async () => {
    const folder = join(beside, "project");
    mkdirSync(join(folder, "src/content/pages"), { recursive: true });
    writeFileSync(join(folder, page.path), "---\ntitle: Impressum\n---\n");
    const other = await serve(ungated(folder));
    expect(expectRefusal(await other.ask("info"), 503)).toContain("kein Git-Repository");

    git(folder, "init", "-q", "-b", "main");
    git(folder, "config", "user.name", "Erika Muster");
    git(folder, "config", "user.email", "erika@example.org");
    expect(await other.ask("info")).toMatchObject({ status: 200 });
    const unborn = expectRefusal(await other.ask("getEntry", { path: page.path }), 503);
    expect(unborn).toContain("git add -A und git commit");
    expectRefusal(await other.ask("persistEntry", saved(page, "Neu\n")), 503);
    expectRefusal(await other.ask("publishUnpublishedEntry", pageAddress), 503);

    git(folder, "add", "-A");
    git(folder, "commit", "-q", "-m", "Anfang");
    expect(await other.ask("getEntry", { path: page.path })).toMatchObject({ status: 200 });
    expect(other.logged).toEqual([]);
    await other.close();
  });

  it("has no branch main, until it has", async () => {
    git(root, "branch", "-m", "trunk");
    for (const [action, params] of [
      ["getEntry", { path: page.path }],
      ["unpublishedEntries", {}],
      ["persistEntry", saved(page, "Neu\n")],
    ] as const) {
      expect(expectRefusal(await store.ask(action, params), 503)).toContain("git branch main an");
    }
    git(root, "branch", "main");
    expect(await store.ask("getEntry", { path: page.path })).toMatchObject({ status: 200 });
  });

  it.each([
    ["lies above the folder", () => join(root, "src")],
    [
      "has no folder of files",
      () => {
        git(root, "clone", "-q", "--bare", root, join(beside, "bare"));
        return join(beside, "bare");
      },
    ],
  ])("%s", async (_, folder) => {
    const other = await serve(ungated(folder()));
    const sentence = expectRefusal(await other.ask("info"), 503);
    expect(sentence).toContain("nicht an oberster Stelle");
    await other.close();
  });

  it("belongs to another account", async () => {
    putBeforeGit("export GIT_TEST_ASSUME_DIFFERENT_OWNER=1", ...onlyOwnConfiguration);
    expect(expectRefusal(await store.ask("info"), 503)).toContain("einem anderen Konto gehört");
    vi.unstubAllEnvs();
    expect(await store.ask("info")).toMatchObject({ status: 200 });
  });

  it.each(["user.name", "user.email"])("does not know %s, until it is said", async (key) => {
    putBeforeGit(...onlyOwnConfiguration);
    const value = git(root, "config", key);
    await approvePage(store, "Neu.");
    const version = await draftVersion(store);
    git(root, "config", "--unset", key);
    const before = stateOf(root);
    for (const [action, params] of [
      ["info", {}],
      ["persistEntry", saved(page, "Neu\n", version)],
      ["updateUnpublishedEntryStatus", { ...pageAddress, newStatus: "draft" }],
      ["publishUnpublishedEntry", pageAddress],
      ["deleteUnpublishedEntry", pageAddress],
      ["deleteFiles", { paths: ["src/content/pages/datenschutz.mdx"] }],
    ] as const) {
      expect(expectRefusal(await store.ask(action, params), 403)).toContain("--editor");
    }
    expect(await store.ask("getEntry", { path: page.path })).toMatchObject({ status: 200 });
    expect(stateOf(root)).toEqual(before);
    git(root, "config", key, value);
    expect(await publishPage(store)).toMatchObject({ status: 200 });
  });
});
