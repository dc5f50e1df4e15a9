import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** As a person's shell has it: vitest's own variables would change what Astro does. */
export const environment = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(VITEST.*|TEST|PROD|DEV|MODE|SSR|BASE_URL|NODE_ENV)$/.test(name),
  ),
);

/**
 * Copies the files under version control and the new ones, with the installed packages beside them.
 *
 * @returns a folder to be removed afterwards
 */
export function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), "zielvereinbarungen-"));
  const { stdout } = spawnSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
    encoding: "utf8",
  });
  for (const file of stdout.split("\0").filter((name) => name && existsSync(name))) {
    mkdirSync(join(copy, dirname(file)), { recursive: true });
    cpSync(file, join(copy, file));
  }
  symlinkSync(join(process.cwd(), "node_modules"), join(copy, "node_modules"), "junction");
  return copy;
}

/** Builds the site of a copy, as an operator does. */
export function buildCopy(root: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["tools/build.ts"], {
    cwd: root,
    encoding: "utf8",
    env: environment,
  });
  return { status, output: stdout + stderr };
}
