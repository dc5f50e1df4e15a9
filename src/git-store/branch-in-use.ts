import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { branchOf } from "./ref-names.ts";
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
  const isRebased = workTrees(folder).some((own) =>
    ["rebase-merge", "rebase-apply"].some((kind) => readName(join(own, kind, "head-name")) === ref),
  );
  if (!isRebased) return;
  const branch = branchOf(ref);
  throw new Refusal(
    409,
    `Auf dem Branch „${branch}“ läuft gerade git rebase und würde die Änderung wieder verwerfen. Nichts ist verändert. Beenden Sie es mit git rebase --continue oder git rebase --abort und versuchen Sie es noch einmal.`,
  );
}

/**
 * Git itself moves no branch that somebody has checked out: their next commit would undo the change.
 *
 * @param folder the repository's `.git`, absolute; of a linked work tree the one that all share
 * @param ref full name of the branch of a draft
 * @throws Refusal where a work tree has the branch checked out
 */
export function refuseWhereCheckedOut(folder: string, ref: string): void {
  const isThere = workTrees(folder).some((own) => readName(join(own, "HEAD")) === `ref: ${ref}`);
  if (!isThere) return;
  const branch = branchOf(ref);
  throw new Refusal(
    409,
    `Der Entwurf ist in einem Arbeitsverzeichnis ausgecheckt (Branch „${branch}“); dort ginge die Änderung wieder verloren. Nichts ist verändert. Wechseln Sie dort den Branch, z. B. mit git switch main, und versuchen Sie es noch einmal.`,
  );
}

/** The folders that each have a HEAD of their own. */
function workTrees(folder: string): string[] {
  return [folder, ...foldersBelow(join(folder, "worktrees"))];
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
