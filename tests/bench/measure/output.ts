import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What a build wrote. */
export interface Output {
  readonly pages: number;
  /** Of HTML, on average. */
  readonly bytesPerPage: number;
  readonly files: number;
  readonly bytes: number;
}

export function measureOutput(folder: string): Output {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => ({ name, bytes: statSync(join(parentPath, name)).size }));
  const pages = files.filter(({ name }) => name.endsWith(".html"));
  return {
    pages: pages.length,
    bytesPerPage: Math.round(sumBytes(pages) / pages.length),
    files: files.length,
    bytes: sumBytes(files),
  };
}

function sumBytes(files: readonly { bytes: number }[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
