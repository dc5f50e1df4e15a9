import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";

const listed = join(import.meta.dirname, "packages/package.json");

/** The packages of other generators lie here, beside none of the project's. */
const packages = join(process.cwd(), ".cache/bench");

/**
 * Installs what a `package.json` lists, unless that was done before.
 *
 * @param list the other generators where absent
 * @param folder that they are installed in
 */
export function installPackages(list = listed, folder = packages): void {
  const installed = join(folder, "package.json");
  const isSame =
    existsSync(installed) && readFileSync(list, "utf8") === readFileSync(installed, "utf8");
  if (isSame && existsSync(join(folder, "node_modules/.package-lock.json"))) return;
  mkdirSync(folder, { recursive: true });
  cpSync(list, installed);
  const options = ["--no-package-lock", "--no-audit", "--no-fund"];
  const { status } = spawnSync("npm", ["install", ...options], { cwd: folder, stdio: "inherit" });
  if (status !== 0) throw new Error(`The packages in ${list} could not be installed`);
}

/** Puts the packages beside a site, with the list by which Astro knows them. */
export function linkPackages(folder: string): void {
  cpSync(listed, join(folder, "package.json"));
  symlinkSync(join(packages, "node_modules"), join(folder, "node_modules"), "junction");
}

/** @param folder that `node_modules` lies in */
export function versionOf(name: string, folder = packages): string {
  const file = join(folder, "node_modules", name, "package.json");
  return `${name} ${JSON.parse(readFileSync(file, "utf8")).version}`;
}
