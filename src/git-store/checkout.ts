import { existsSync, lstatSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { formatList } from "#domain/format.ts";
import { type Commit, readCommit } from "./commits.ts";
import { Refusal } from "./refusal.ts";
import type { Repository } from "./repository.ts";

/** Whether the person's own files went along with the main branch; if not, a sentence why. */
export type Checkout =
  | { readonly follows: true }
  | { readonly follows: false; readonly why: string };

/** A step that was begun: from where to where the files go, and which. */
interface Step {
  readonly from: string;
  readonly to: string;
  readonly files: readonly string[];
}

/** In the repository's folder while the files are on their way; left behind by a killed process. */
const stepFile = "cms-follow.json";

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
  const step: Step = { from: main.oid, to, files };
  const hindrance = await findHindrance(repository, step);
  if (hindrance !== undefined) {
    return (await move()) ? { follows: false, why: hindrance } : undefined;
  }
  writeFileSync(join(repository.folder, stepFile), JSON.stringify(step), { flush: true });
  try {
    if (!(await move())) return undefined;
    return await takeStep(repository, step);
  } finally {
    rmSync(join(repository.folder, stepFile), { force: true });
  }
}

/** Finishes what a killed process began: the files go where the branch already is. */
export async function finishFollowing(repository: Repository): Promise<void> {
  const path = join(repository.folder, stepFile);
  if (!existsSync(path)) return;
  const step = readStep(path);
  const isMoved = step && (await repository.refs.read(repository.main)) === step.to;
  if (isMoved && (await isCheckedOut(repository))) {
    await removeLeftLock(repository, statSync(path).mtimeMs);
    if ((await changedHere(repository, step)).length === 0) await takeStep(repository, step);
  }
  rmSync(path, { force: true });
}

function readStep(path: string): Step | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    // Killed while writing it: then the branch has not moved.
    return undefined;
  }
}

async function takeStep({ git }: Repository, { to, files }: Step): Promise<Checkout> {
  try {
    const { stdout } = await git.run(["ls-files", "-z", "--", ...files]);
    const known = new Set(stdout.toString("latin1").split("\0"));
    const { stdout: listed } = await git.run(["ls-tree", "-rz", "--name-only", to, "--", ...files]);
    const there = new Set(listed.toString("latin1").split("\0"));
    const moving = files.filter((file) => known.has(file) || there.has(file));
    if (moving.length > 0) {
      await git.run(["restore", `--source=${to}`, "--staged", "--worktree", "--", ...moving]);
    }
    return { follows: true };
  } catch (error) {
    const why =
      error instanceof Refusal
        ? error.message
        : `Die Dateien ließen sich nicht ersetzen. Holen Sie den Stand mit git restore --source=HEAD --staged --worktree ${files.join(" ")}.`;
    return { follows: false, why };
  }
}

/** Why the files stay as they are; undefined where nothing speaks against it. */
async function findHindrance(repository: Repository, step: Step): Promise<string | undefined> {
  const branch = repository.main.replace("refs/heads/", "");
  if (!(await isCheckedOut(repository))) {
    return `Ihr Arbeitsverzeichnis steht nicht auf dem Branch „${branch}“ und bleibt, wie es ist. Die Seiten hier zeigen die Änderung, sobald Sie git switch ${branch} ausführen und npm start neu starten.`;
  }
  if (existsSync(join(repository.folder, "index.lock"))) {
    return "In Ihrem Arbeitsverzeichnis läuft gerade ein anderer Git-Befehl; seine Dateien bleiben, wie sie sind. Holen Sie die Änderung danach mit git restore --staged --worktree src/content public/originals.";
  }
  const changed = await changedHere(repository, step);
  if (changed.length === 0) return undefined;
  return `In Ihrem Arbeitsverzeichnis ist ${formatList(changed.map((file) => `„${file}“`))} geändert und bleibt, wie es ist. Sichern Sie Ihre Änderung an anderer Stelle und holen Sie den veröffentlichten Stand mit git restore --source=${branch} --staged --worktree ${changed.join(" ")}.`;
}

/** A detached HEAD, as in the middle of a rebase, has no branch checked out. */
async function isCheckedOut({ git, main }: Repository): Promise<boolean> {
  const { stdout } = await git.run(["symbolic-ref", "--quiet", "HEAD"], { expected: [0, 1] });
  return stdout.toString().trim() === main;
}

/** Files that are, in index or folder, neither as before nor as after the step. */
async function changedHere(
  repository: Repository,
  { from, to, files }: Step,
): Promise<readonly string[]> {
  const { git, trees, root } = repository;
  const [before, after] = await Promise.all(
    [from, to].map(async (oid) => (await readCommit(repository, oid)).tree),
  );
  const { stdout } = await git.run(["ls-files", "--stage", "-z", "--", ...files]);
  const staged = new Map(
    stdout
      .toString("latin1")
      .split("\0")
      .filter(Boolean)
      .map((line) => {
        const [entry = "", path = ""] = line.split("\t");
        const [mode, oid, stage] = entry.split(" ");
        return [path, stage === "0" && mode?.startsWith("100") ? oid : "in conflict"] as const;
      }),
  );
  const checked = await Promise.all(
    files.map(async (file) => {
      const allowed = [
        before && (await trees.findFile(before, file)),
        after && (await trees.findFile(after, file)),
      ];
      const isAsIs =
        allowed.includes(staged.get(file)) && allowed.includes(await hashFile(git, root, file));
      return isAsIs ? [] : [file];
    }),
  );
  return checked.flat();
}

/** The object id that a file would get; undefined where there is none. */
async function hashFile(
  git: Repository["git"],
  root: string,
  file: string,
): Promise<string | undefined> {
  const found = lstatSync(join(root, file), { throwIfNoEntry: false });
  if (!found) return undefined;
  if (!found.isFile()) return "no file";
  const { stdout } = await git.run(["hash-object", `--path=${file}`, "--stdin"], {
    input: readFileSync(join(root, file)),
  });
  return stdout.toString().trim();
}

/** A git of ours that was killed with us leaves its lock; one that lives on removes it itself. */
async function removeLeftLock({ folder }: Repository, begun: number): Promise<void> {
  const lock = join(folder, "index.lock");
  const patience = 2000;
  for (const until = Date.now() + patience; existsSync(lock) && Date.now() < until; ) {
    await setTimeout(50);
  }
  const left = statSync(lock, { throwIfNoEntry: false });
  // Older than the step: it is another's.
  if (left && left.mtimeMs >= begun) rmSync(lock, { force: true });
}
