import { randomBytes } from "node:crypto";
import {
  closeSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isAlive } from "./processes.ts";
import type { Repository } from "./repository.ts";
import { codeOf } from "./system-errors.ts";

/** A step that was begun: from where to where the files go, and which. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly files: readonly string[];
}

/** A step, and who makes it. It stands in the lock itself, so that nobody takes another's for it. */
export interface Lock extends Step {
  readonly cms: string;
}

/** How long another git is waited for: an editor's `git status` takes milliseconds. */
const patience = 2000;
/** No step takes as long; the process of that number is another one by now. */
const longestStep = 60_000;

/** Locks of this process that are held. */
const held = new Set<string>();

/**
 * Takes the lock that every git takes before it changes the index, and so the files; while it is
 * held, no commit can be made of files that are not there yet.
 *
 * @param finish what a killed process began; called with the lock that it left
 * @returns undefined where another git goes on holding it
 */
export async function lockIndex(
  { folder }: Repository,
  step: Step,
  finish: (left: Lock) => Promise<void>,
): Promise<Lock | undefined> {
  const lock: Lock = { cms: `${process.pid}-${randomBytes(6).toString("hex")}`, ...step };
  const until = Date.now() + patience;
  for (;;) {
    if (create(folder, lock)) return lock;
    const left = readLeftLock(folder);
    if (left) await finish(left);
    else if (Date.now() >= until) return undefined;
    else await setTimeout(20);
  }
}

/** The lock of a process that was killed; undefined where there is none, or it is another's. */
export function readLeftLock(folder: string): Lock | undefined {
  const lock = readLock(folder);
  if (!lock) return undefined;
  const since = statSync(join(folder, "index.lock"), { throwIfNoEntry: false })?.mtimeMs;
  const isOld = since !== undefined && Date.now() - since > longestStep;
  return isOld || !isHolderAlive(lock.cms) ? lock : undefined;
}

/** The lock, if it is one for a step; a lock of Git's is the new index, or empty. */
function readLock(folder: string): Lock | undefined {
  try {
    const content = readFileSync(join(folder, "index.lock"));
    if (content.toString("latin1", 0, lockStart.length) !== lockStart) return undefined;
    return JSON.parse(content.toString());
  } catch {
    return undefined;
  }
}

const lockStart = '{"cms":';

/** A file for the index of a step, which only that step uses. */
export function ownIndex(folder: string, { cms }: Lock): string {
  return join(folder, `cms-index-${cms}`);
}

/** Lets go of the index and removes what the step leaves; a lock that is another's by now stays. */
export function releaseIndex(folder: string, lock: Lock): void {
  if (readLock(folder)?.cms === lock.cms) rmSync(join(folder, "index.lock"), { force: true });
  for (const ending of ["", ".lock"]) rmSync(ownIndex(folder, lock) + ending, { force: true });
  held.delete(lock.cms);
}

/** Removes what killed processes left beside the index. */
export function removeLeavings(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, cms] = name.match(/^cms-(?:step|index)-(\d+-[0-9a-f]+)(?:\.lock)?$/) ?? [];
    if (cms !== undefined && !isHolderAlive(cms)) rmSync(join(folder, name), { force: true });
  }
}

/** @returns false where the index is locked */
function create(folder: string, lock: Lock): boolean {
  const path = join(folder, `cms-step-${lock.cms}`);
  held.add(lock.cms);
  try {
    writeFileSync(path, JSON.stringify(lock));
    // There with its content or not at all, and never over another's.
    linkSync(path, join(folder, "index.lock"));
    return true;
  } catch (error) {
    held.delete(lock.cms);
    if (codeOf(error) === "EEXIST" || !createUnlinked(folder, lock)) return false;
    held.add(lock.cms);
    return true;
  } finally {
    rmSync(path, { force: true });
  }
}

/** For file systems that know no links. */
function createUnlinked(folder: string, lock: Lock): boolean {
  const path = join(folder, "index.lock");
  let file: number;
  try {
    file = openSync(path, "wx");
  } catch {
    // Whether it can be written to the repository at all is told when the branch is moved.
    return false;
  }
  try {
    writeFileSync(file, JSON.stringify(lock));
    return true;
  } catch (error) {
    // On a full disk; half of a lock would be nobody's and stay.
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

function isHolderAlive(cms: string): boolean {
  const pid = Number(cms.split("-")[0]);
  // In a container every process may have the number of the one before it.
  return pid === process.pid ? held.has(cms) : isAlive(pid);
}
