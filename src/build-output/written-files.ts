import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** What each file of the output was made from, by its path; kept between builds. */
export type WrittenFiles = Record<string, string>;

/** Empty where nothing is known. */
export function readWritten(path: string): WrittenFiles {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
}

export function saveWritten(path: string, written: WrittenFiles): void {
  writeFileSync(path, JSON.stringify(written));
}
