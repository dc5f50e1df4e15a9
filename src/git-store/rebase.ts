import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "./refusal.ts";

/**
 * A rebase remembers where its branch was: aborted, it puts it back there, whatever was published
 * in between; finished, it fails where the branch has moved.
 *
 * @param folder the repository's `.git`, absolute; of a linked work tree the one that all share
 * @param ref full name of a branch
 * @throws Refusal where a rebase of the branch has begun, in any work tree
 */
export function refuseDuringRebase(folder: string, ref: string): void {
  const folders = [folder, ...foldersBelow(join(folder, "worktrees"))];
  const isRebased = folders.some((own) =>
    ["rebase-merge", "rebase-apply"].some((kind) => readName(join(own, kind, "head-name")) === ref),
  );
  if (!isRebased) return;
  const branch = ref.replace("refs/heads/", "");
  throw new Refusal(
    409,
    `Auf dem Branch „${branch}“ läuft gerade git rebase und würde die Änderung wieder verwerfen. Nichts ist verändert. Beenden Sie es mit git rebase --continue oder git rebase --abort und versuchen Sie es noch einmal.`,
  );
}

function foldersBelow(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function readName(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return undefined;
  }
}
