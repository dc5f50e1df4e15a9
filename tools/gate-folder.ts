import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "#git-store/processes.ts";

/**
 * A folder for this process's copy of the content, beside those of other servers of this checkout;
 * those of processes that have ended are removed.
 */
export function ownGateFolder(parent: string): string {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    if (!isAlive(Number(name))) rmSync(join(parent, name), { recursive: true, force: true });
  }
  return join(parent, String(process.pid));
}
