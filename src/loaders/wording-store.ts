import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
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
}

/**
 * The divided wording of each agreement, on disk by digest beside Astro's cache.
 *
 * Astro bundles its own data store as one module; thousands of texts in it would cost the build
 * more memory and time than rendering them.
 */
const folder = resolve(".cache/wording");

export function hasWording(digest: string): boolean {
  return existsSync(path(digest));
}

export function readWording(digest: string): Wording {
  return JSON.parse(readFileSync(path(digest), "utf8"));
}

export function writeWording(digest: string, wording: Wording): void {
  mkdirSync(folder, { recursive: true });
  const temporary = `${path(digest)}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(wording));
  renameSync(temporary, path(digest));
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
