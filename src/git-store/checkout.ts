import { copyFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { formatList } from "#domain/format.ts";
import { type Commit, isAncestor, readCommit } from "./commits.ts";
import {
  type Lock,
  lockIndex,
  ownIndex,
  readLeftLock,
  releaseIndex,
  removeLeavings,
  type Step,
} from "./index-lock.ts";
import { changedInFolder, changedInIndex, isTorn } from "./own-files.ts";
import { branchOf } from "./ref-names.ts";
import type { Repository } from "./repository.ts";

/** How often the files are tried to be replaced. */
const mostAttempts = 3;

/** Whether the person's own files went along with the main branch; if not, a sentence why. */
export type Checkout =
  | { readonly follows: true }
  | { readonly follows: false; readonly why: string };

/**
 * Moves the main branch, and the files of the person's own checkout with it, if it has that branch
 * checked out and the files concerned are unchanged. Otherwise they stay as they are.
 *
 * @param files paths that differ between the two commits
 * @param move moves the branch; false where it is no longer where it was
 * @returns undefined where the branch was not moved
 */
export async function followMain(
  repository: Repository,
  main: Commit,
  to: string,
  files: readonly string[],
  move: () => Promise<boolean>,
): Promise<Checkout | undefined> {
  const stay = async (why: string): Promise<Checkout | undefined> =>
    (await move()) ? { follows: false, why } : undefined;
  const step: Step = { from: main.oid, to, files };
  if (!(await isCheckedOut(repository))) return stay(await otherBranch(repository, step));
  const lock = await lockIndex(repository, step, (left) => finishStep(repository, left));
  if (!lock) return stay(otherGit(repository, step));
  try {
    const hindrance = await findHindrance(repository, step);
    if (hindrance !== undefined) return await stay(hindrance);
    if (!(await move())) return undefined;
    return await takeStep(repository, lock, to);
  } finally {
    releaseIndex(repository.folder, lock);
  }
}

/** Finishes what a killed process began: the files go where the branch already is. */
export async function finishFollowing(repository: Repository): Promise<void> {
  const left = readLeftLock(repository.folder);
  if (left) await finishStep(repository, left);
  removeLeavings(repository.folder);
}

async function finishStep(repository: Repository, left: Lock): Promise<void> {
  try {
    const main = await movedMain(repository, left.to);
    if (main === undefined) return;
    if (!(await isCheckedOut(repository))) return;
    // Others may have moved the branch on since.
    const trees = await treesOf(repository, [left.from, left.to, main]);
    const changed = await changedInFolder(repository, left.files, trees);
    const torn = await Promise.all(changed.map((file) => isTorn(repository, left.to, file)));
    if (torn.includes(false) || (await changedInIndex(repository, left.files, trees)).length > 0) {
      return;
    }
    await takeStep(repository, left, main);
  } finally {
    releaseIndex(repository.folder, left);
  }
}

/**
 * The main branch, once it holds a commit; undefined where it does not. A git that outlived the
 * process that was killed may be moving it at this moment.
 */
async function movedMain(repository: Repository, oid: string): Promise<string | undefined> {
  for (let count = 0; count < 10; count++) {
    const main = await repository.refs.read(repository.main);
    if (main !== undefined && (await isAncestor(repository, oid, main))) return main;
    await setTimeout(30);
  }
  return undefined;
}

/** The index changes in one moment, when the files are where they belong. */
async function takeStep(repository: Repository, lock: Lock, to: string): Promise<Checkout> {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    // Another program has a file open, or a git that a killed process left writes the same.
    if (attempt > 1) await setTimeout(100);
    try {
      await replaceFiles(repository, lock, to);
      return { follows: true };
    } catch {
      // Said below: the failure's own sentence says that nothing has changed, but the branch has.
    }
  }
  const why = `Die Dateien in Ihrem Arbeitsverzeichnis ließen sich nicht ersetzen; vielleicht ist der Datenträger voll oder eine Datei schreibgeschützt. ${fetchAdvice(repository, lock)}`;
  return { follows: false, why };
}

async function replaceFiles({ git, folder }: Repository, lock: Lock, to: string): Promise<void> {
  const listed = await Promise.all(
    [
      ["ls-files", "-z", "--", ...lock.files],
      ["ls-tree", "-rz", "--name-only", to, "--", ...lock.files],
    ].map((args) => git.run(args)),
  );
  // Git refuses to restore what neither the index nor the commit has.
  const known = new Set(listed.flatMap(({ stdout }) => stdout.toString("latin1").split("\0")));
  const moving = lock.files.filter((file) => known.has(file));
  if (moving.length === 0) return;
  const index = ownIndex(folder, lock);
  copyFileSync(join(folder, "index"), index);
  await git.run(["restore", `--source=${to}`, "--staged", "--worktree", "--", ...moving], {
    environment: { GIT_INDEX_FILE: index },
  });
  renameSync(index, join(folder, "index"));
}

function otherGit(repository: Repository, step: Step): string {
  return `In Ihrem Arbeitsverzeichnis läuft gerade ein anderer Git-Befehl; seine Dateien bleiben, wie sie sind. ${fetchAdvice(repository, step)}`;
}

/** Names the files, so that no other change is lost. */
function fetchAdvice({ main }: Repository, { files }: Step): string {
  const branch = branchOf(main);
  return `Holen Sie den veröffentlichten Stand danach mit git restore --source=${branch} --staged --worktree ${files.join(" ")}.`;
}

async function otherBranch(repository: Repository, step: Step): Promise<string> {
  const { git, main } = repository;
  const branch = branchOf(main);
  const { stdout } = await git.run(["for-each-ref", "--format=%(worktreepath)", main]);
  if (stdout.toString().trim() !== "") {
    return `Der Branch „${branch}“ steht in einem anderen Arbeitsverzeichnis; dessen Dateien bleiben, wie sie sind. Sichern Sie dort Ihre Änderungen. ${fetchAdvice(repository, step)}`;
  }
  return `Ihr Arbeitsverzeichnis steht nicht auf dem Branch „${branch}“ und bleibt, wie es ist. Die Seiten hier zeigen die Änderung, sobald Sie git switch ${branch} ausführen und npm start neu starten.`;
}

/** Why the files stay as they are; undefined where nothing speaks against it. */
async function findHindrance(repository: Repository, step: Step): Promise<string | undefined> {
  // Another git may have switched it before the index was locked.
  if (!(await isCheckedOut(repository))) return otherBranch(repository, step);
  const trees = await treesOf(repository, [step.from, step.to]);
  const [staged, written] = await Promise.all([
    changedInIndex(repository, step.files, trees),
    changedInFolder(repository, step.files, trees),
  ]);
  const changed = step.files.filter((file) => staged.includes(file) || written.includes(file));
  if (changed.length === 0) return undefined;
  return `In Ihrem Arbeitsverzeichnis ist ${formatList(changed.map((file) => `„${file}“`))} geändert und bleibt, wie es ist. Sichern Sie Ihre Änderung an anderer Stelle. ${fetchAdvice(repository, step)}`;
}

/** A detached HEAD, as in the middle of a rebase, has no branch checked out. */
async function isCheckedOut({ git, main }: Repository): Promise<boolean> {
  const { stdout } = await git.run(["symbolic-ref", "--quiet", "HEAD"], { expected: [0, 1] });
  return stdout.toString().trim() === main;
}

function treesOf(repository: Repository, commits: readonly string[]): Promise<string[]> {
  return Promise.all(commits.map(async (oid) => (await readCommit(repository, oid)).tree));
}
