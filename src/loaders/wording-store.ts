import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import type { Repair } from "#domain/agreement/fidelity.ts";
import type { Section } from "#domain/agreement/sections.ts";

/** The part of an agreement that only its own page shows. */
export interface Wording {
  readonly sections: readonly Section[];
  readonly repairs: readonly Repair[];
  /** Whether the wording was compared with a text of the original, word for word. */
  readonly isCompared: boolean;
}

/**
 * The divided wording of each agreement, on disk by digest beside Astro's cache.
 *
 * Astro bundles its own data store as one module; thousands of texts in it would cost the build
 * more memory and time than rendering them.
 */
const folder = resolve(".cache/wording");

/** Whether the text is there as a whole: a write that died leaves one without its last line. */
export function hasWording(digest: string): boolean {
  if (!existsSync(path(digest))) return false;
  const file = openSync(path(digest), "r");
  try {
    const last = Buffer.alloc(1);
    readSync(file, last, 0, 1, Math.max(0, fstatSync(file).size - 1));
    return last.toString() === "\n";
  } finally {
    closeSync(file);
  }
}

export function readWording(digest: string): Wording {
  return JSON.parse(readFileSync(path(digest), "utf8"));
}

/** The folder must be there: `prepareWordings`. */
export function writeWording(digest: string, wording: Wording): void {
  writeFileSync(path(digest), `${JSON.stringify(wording)}\n`);
}

export function prepareWordings(): void {
  mkdirSync(folder, { recursive: true });
}

/** Removes the texts of versions that are no longer published. */
export function pruneWording(digests: ReadonlySet<string>): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!digests.has(name.replace(/\.json$/, ""))) rmSync(join(folder, name));
  }
}

function path(digest: string): string {
  return join(folder, `${digest}.json`);
}
