import { mkdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { basename, dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isAlive } from "#git-store/processes.ts";
import { codeOf } from "#git-store/system-errors.ts";

/** Leads to the number of the process that builds: a link is there with its content or not at all. */
const lock = ".cache/build.lock";

/**
 * Runs a build of this folder when no other process builds here: they write the same files. What a
 * killed process left is taken over.
 *
 * @param say called once where another process is first
 */
export async function buildInTurn<Result>(
  build: () => Promise<Result>,
  say: (sentence: string) => void,
): Promise<Result> {
  mkdirSync(dirname(lock), { recursive: true });
  for (let wait: string | undefined; !takeLock(); await setTimeout(100)) {
    if (wait === undefined) {
      wait = explainWait();
      if (wait !== undefined) say(wait);
    }
  }
  try {
    return await build();
  } finally {
    removeLock();
  }
}

/** What to tell whoever is about to build; undefined where no other process builds here. */
export function explainWait(): string | undefined {
  const pid = readLock();
  if (pid === undefined || !isOther(pid)) return undefined;
  return `In diesem Ordner baut schon ein anderer Prozess die Seiten (Nummer ${pid}). Es geht weiter, sobald er fertig ist.`;
}

function takeLock(): boolean {
  try {
    symlinkSync(String(process.pid), lock, "junction");
    return true;
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    const pid = readLock();
    if (pid !== undefined && !isOther(pid)) removeLock();
    return false;
  }
}

/** Undefined where there is none, any more. */
function readLock(): number | undefined {
  try {
    return Number(basename(readlinkSync(lock)));
  } catch {
    return undefined;
  }
}

/** In a container every process may have the number of the one before it. */
function isOther(pid: number): boolean {
  return pid !== process.pid && isAlive(pid);
}

function removeLock(): void {
  rmSync(lock, { recursive: true, force: true });
}
