import { copyFileSync, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { listBelow } from "#loaders/content-files.ts";
import { readWritten, saveWritten, type WrittenFiles } from "./written-files.ts";

/**
 * Copies what changed of `public/` into the output.
 *
 * @param record where to keep which file was copied
 * @returns all of its files, relative to the output
 */
export function copyPublicFiles(from: string, to: string, record: string): string[] {
  const before = readWritten(record);
  const after: WrittenFiles = {};
  const folders = new Set<string>();
  for (const { below: name, isFile } of listBelow(from, "")) {
    if (!isFile) continue;
    const source = join(from, name);
    const { mtimeMs, ctimeMs, size } = statSync(source);
    const state = `${mtimeMs} ${ctimeMs} ${size}`;
    after[name] = state;
    const target = join(to, name);
    if (before[name] === state && existsSync(target)) continue;
    if (!folders.has(dirname(target))) mkdirSync(dirname(target), { recursive: true });
    folders.add(dirname(target));
    copyFileSync(source, target);
  }
  saveWritten(record, after);
  return Object.keys(after);
}
