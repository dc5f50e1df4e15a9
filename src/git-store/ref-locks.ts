import { readdirSync, realpathSync, statSync, unlinkSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { draftBranches } from "#domain/editing/entries.ts";
import { discarded, refOf } from "./ref-names.ts";

/** Git holds a lock for milliseconds; one that is older was left by a git that was killed. */
const oldestLock = 3000;

/**
 * Removes the locks that a killed git left on what the store changes; waits until they are old
 * enough to be sure. Otherwise they would also stop the person's own git.
 *
 * @param folder the repository's `.git`, absolute
 * @param main full name of the branch that is published
 */
export async function clearLeftLocks(folder: string, main: string): Promise<void> {
  const locks = [
    ...["HEAD.lock", "packed-refs.lock", packedRefs, `${main}.lock`],
    ...[refOf(draftBranches), discarded].flatMap((below) =>
      namesBelow(folder, below).filter((name) => name.endsWith(".lock")),
    ),
    ...namesBelow(folder, "worktrees").filter((name) => basename(name) === "HEAD.lock"),
  ];
  await Promise.all(locks.map((name) => removeOld(join(folder, name))));
}

/** What git writes while it holds `packed-refs.lock`. */
const packedRefs = "packed-refs.new";

/**
 * Removes the lock that a git complains of, as soon as it is old.
 *
 * @param folder the repository's `.git`, absolute
 * @returns false where it complains of something else
 */
export async function clearOldLock(stderr: string, folder: string): Promise<boolean> {
  const lock = stderr.match(
    /Unable to create '(.+\.lock)': File exists|unable to create file (.+\.new): File exists/,
  );
  const path = lock?.[1] ?? lock?.[2];
  if (path === undefined) return false;
  try {
    const parent = realpathSync.native(resolve(folder, "..", dirname(path)));
    const within = relative(realpathSync.native(folder), join(parent, basename(path)));
    if (!isOfRefs(within.replaceAll("\\", "/"))) return false;
    await removeOld(join(folder, within));
  } catch {
    // Whoever held it has let go, and its folder is gone.
  }
  return true;
}

/** Of a linked work tree, HEAD lies in a folder of its own. */
function isOfRefs(name: string): boolean {
  return (
    name === packedRefs || /^((worktrees\/[^/]+\/)?HEAD|packed-refs|refs\/.+)\.lock$/.test(name)
  );
}

/** Returns when a lock is gone, by whomever. */
async function removeOld(path: string): Promise<void> {
  const first = statSync(path, { throwIfNoEntry: false });
  if (!first) return;
  // Of a clock that is ahead, as that of a file server may be, nothing is older than now.
  const age = Math.max(Date.now() - first.mtimeMs, 0);
  for (let waited = 0; age + waited < oldestLock; waited += step) {
    await setTimeout(step);
    const now = statSync(path, { throwIfNoEntry: false });
    if (now?.mtimeMs !== first.mtimeMs) return;
  }
  try {
    unlinkSync(path);
  } catch {
    // Somebody else was faster; or it cannot be removed, and whoever needs it is told so.
  }
}

const step = 50;

/** Paths from the repository's folder. */
function namesBelow(folder: string, below: string): string[] {
  try {
    const names = readdirSync(join(folder, below), { recursive: true, encoding: "utf8" });
    return names.map((name) => join(below, name));
  } catch {
    // There is none.
    return [];
  }
}
