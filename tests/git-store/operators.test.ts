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

it("shares, brings, lists, brings back and ends drafts with the commands that the operators read", async () => {
  const [end, push, fetch, list, restore, mirror] = [
    "git push origin --delete",
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
    const approval = { ...wetterau, newStatus: "pending_publish" };
    expect((await store.ask("updateUnpublishedEntryStatus", approval)).status).toBe(200);
    const draft = git(root, "rev-parse", branch);

    run(root, push);
    expect(git(join(root, "origin.git"), "rev-parse", branch)).toBe(draft);

    await store.ask("deleteUnpublishedEntry", wetterau);
    const [, , kept = ""] = run(root, list).trim().split(/\s+/);
    run(root, restore?.replace("<name>", kept));
    expect((await store.ask("unpublishedEntry", wetterau)).status).toBe(200);

    await store.ask("deleteUnpublishedEntry", wetterau);
    run(root, fetch);
    const { body: back } = await store.ask("unpublishedEntry", wetterau);
    expect(back.status).toBe("pending_publish");

    await store.ask("deleteUnpublishedEntry", wetterau);
    run(root, end);
    run(root, fetch);
    expect((await store.ask("unpublishedEntry", wetterau)).status).toBe(404);
  } finally {
    await store.close();
    removeRepository(root);
  }
});
