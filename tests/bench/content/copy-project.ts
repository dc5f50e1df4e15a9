import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Copies the project in the working directory: the files under version control and the new ones,
 * with the installed packages linked beside them.
 *
 * @param isLeftOut by path from the project's root
 */
export function copyProject(copy: string, isLeftOut: (file: string) => boolean): void {
  const { stdout } = spawnSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
    encoding: "utf8",
  });
  for (const file of stdout.split("\0")) {
    if (!file || isLeftOut(file) || !existsSync(file)) continue;
    mkdirSync(join(copy, dirname(file)), { recursive: true });
    cpSync(file, join(copy, file));
  }
  symlinkSync(join(process.cwd(), "node_modules"), join(copy, "node_modules"), "junction");
}
