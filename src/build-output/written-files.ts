import { writeFileSync } from "node:fs";
import { readKept } from "#loaders/kept-json.ts";

/** What each file of the output was made from, by its path; kept between builds. */
export type WrittenFiles = Record<string, string>;

/** Empty where nothing is known. */
export function readWritten(path: string): WrittenFiles {
  return readKept<WrittenFiles>(path, {});
}

export function saveWritten(path: string, written: WrittenFiles): void {
  writeFileSync(path, JSON.stringify(written));
}
