import { readFileSync, writeFileSync } from "node:fs";

/** What each file of the output was made from, by its path; kept between builds. */
export type WrittenFiles = Record<string, string>;

/** Empty where nothing is known, or what is known cannot be read. */
export function readWritten(path: string): WrittenFiles {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return {};
  }
}

export function saveWritten(path: string, written: WrittenFiles): void {
  writeFileSync(path, JSON.stringify(written));
}
