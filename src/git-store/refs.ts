import { draftBranches } from "#domain/editing/entries.ts";
import { refuseDuringRebase, refuseWhereCheckedOut } from "./branch-in-use.ts";
import { explainFailure, type Git, GitError, gitMissing } from "./git.ts";
import type { Objects } from "./objects.ts";
import { clearLeftLocks, clearOldLock } from "./ref-locks.ts";
import { refOf } from "./ref-names.ts";
import { Refusal } from "./refusal.ts";

/** A change of one ref, made only if the ref still is what it was when the change was thought of. */
export interface RefChange {
  /** Full name: `refs/heads/main`. */
  readonly ref: string;
  /** Object id before; undefined where the ref must not exist. */
  readonly from: string | undefined;
  /** Object id after; undefined removes the ref. */
  readonly to: string | undefined;
}

export interface Refs {
  /** The object id of a ref; undefined where it does not exist. */
  read(ref: string): Promise<string | undefined>;
  /**
   * Makes all changes or none.
   *
   * @param reason for the reflog, in English
   * @returns false where a ref is no longer what it was; then nothing has changed
   */
  update(changes: readonly RefChange[], reason: string): Promise<boolean>;
  /**
   * Removes what a killed git left.
   *
   * @param main full name of the branch that is published
   */
  clearLocks(main: string): Promise<void>;
}

/** More in a row are not left locks, but something that cannot be removed. */
const mostObstacles = 10;

/** @param folder the repository's `.git`, absolute */
export function openRefs(git: Git, objects: Objects, folder: string): Refs {
  return {
    read: async (ref) => (await objects.read(ref))?.oid,
    clearLocks: (main) => clearLeftLocks(folder, main),
    async update(changes, reason) {
      for (const { ref } of changes) {
        refuseDuringRebase(folder, ref);
        if (ref.startsWith(`${refOf(draftBranches)}/`)) refuseWhereCheckedOut(folder, ref);
      }
      const commands = changes.map(({ ref, from, to }) => {
        const none = "0".repeat((to ?? from ?? "").length);
        return to === undefined
          ? `delete ${ref} ${from ?? none}\n`
          : `update ${ref} ${to} ${from ?? none}\n`;
      });
      for (let obstacles = 0; ; obstacles++) {
        try {
          await transact(git, commands.join(""), reason);
          return true;
        } catch (error) {
          if (!(error instanceof GitError)) throw error;
          if (
            /but expected|reference already exists|unable to resolve reference/.test(error.stderr)
          )
            return false;
          if (
            /exists; cannot create|cannot lock ref .*(Not a directory|Is a directory)/.test(
              error.stderr,
            )
          )
            throw nameTaken();
          const isCleared =
            isFolderGone(error.stderr) || (await clearOldLock(error.stderr, folder));
          if (!isCleared || obstacles >= mostObstacles) throw error;
        }
      }
    },
  };
}

/**
 * Commits only after git has said that everything is prepared: if this process dies before, git
 * lets go of the refs, and nothing moves behind the back of the process that starts next.
 */
function transact(git: Git, commands: string, reason: string): Promise<void> {
  // A reader of the log should see who moved a branch.
  const child = git.start(["update-ref", "--create-reflog", "-m", reason, "--stdin"]);
  return new Promise((resolve, reject) => {
    let complaint = "";
    let said = "";
    child.stderr.on("data", (chunk) => {
      complaint += chunk;
    });
    child.stdout.on("data", (chunk) => {
      said += chunk;
      if (said.endsWith("prepare: ok\n")) child.stdin.end("commit\n");
    });
    child.stdin.on("error", () => undefined);
    child.on("error", () => reject(gitMissing()));
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(explainFailure("update-ref", complaint));
    });
    child.stdin.write(`start\n${commands}prepare\n`);
  });
}

/** Another git removed the empty folder of a branch in the moment in which this one needed it. */
function isFolderGone(stderr: string): boolean {
  return /Unable to create '.+\.lock': No such file or directory/.test(stderr);
}

function nameTaken(): Refusal {
  return new Refusal(
    409,
    "Ein anderer Branch steht dem Entwurf im Weg: Unter cms/ liegt im Repository ein Branch mit dem Namen eines Ordners. Benennen Sie ihn in Git um.",
  );
}
