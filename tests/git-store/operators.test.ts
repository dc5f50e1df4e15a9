import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  git,
  makeRepository,
  removeRepository,
  saved,
  serve,
  storeOptions,
  wetterau,
} from "./world.ts";

/** The commands in Git that docs/operators.md shows beside the store, by their first words. */
const shown = [...readFileSync("docs/operators.md", "utf8").matchAll(/`(git [^`]+)`/g)].map(
  ([, command = ""]) => command,
);

it("shares, brings, lists and brings back drafts with the commands that the operators read", async () => {
  const [push, fetch, list, restore, mirror] = [
    "git push",
    "git fetch",
    "git for-each-ref",
    "git branch",
    "git clone --mirror",
  ].map((start) => shown.find((command) => command.startsWith(start)) ?? `no ${start}`);
  const root = makeRepository();
  const store = await serve(storeOptions(root));
  const branch = "cms/agreements/2025/wetteraukreis";
  const run = (folder: string, command = "") =>
    execFileSync("sh", ["-c", command], { cwd: folder, encoding: "utf8", stdio: "pipe" });
  try {
    run(root, `${mirror} . origin.git`);
    git(root, "remote", "add", "origin", join(root, "origin.git"));
    const { body } = await store.ask("getEntry", { path: wetterau.path });
    await store.ask("persistEntry", saved(wetterau, `${body.data}\n`, body.version));
    const draft = git(root, "rev-parse", branch);

    run(root, push);
    expect(git(join(root, "origin.git"), "rev-parse", branch)).toBe(draft);

    await store.ask("deleteUnpublishedEntry", wetterau);
    const [, , kept = ""] = run(root, list).trim().split(/\s+/);
    run(root, restore?.replace("<name>", kept));
    expect((await store.ask("unpublishedEntry", wetterau)).status).toBe(200);

    git(root, "branch", "-D", branch);
    run(root, fetch);
    expect((await store.ask("unpublishedEntry", wetterau)).status).toBe(200);
  } finally {
    await store.close();
    removeRepository(root);
  }
});
