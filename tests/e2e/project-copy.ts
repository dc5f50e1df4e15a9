import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyProject as copyProjectTo } from "../bench/content/copy-project.ts";

/** As a person's shell has it: vitest's own variables would change what Astro does. */
export const environment = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(VITEST.*|TEST|PROD|DEV|MODE|SSR|BASE_URL|NODE_ENV)$/.test(name),
  ),
);

/** @returns the folder of a copy of the project, to be removed afterwards */
export function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), "zielvereinbarungen-"));
  copyProjectTo(copy, () => false);
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
