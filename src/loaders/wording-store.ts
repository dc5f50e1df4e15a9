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
import type { Agreement } from "#domain/agreement/parse.ts";

/** An agreement as it was parsed, with what its page says about the original. */
export interface StoredAgreement extends Agreement {
  readonly repairs: readonly Repair[];
  /** Whether the wording was compared with a text of the original, word for word. */
  readonly isCompared: boolean;
}

/**
 * The agreements of a programme year by digest, as they lie on disk; `parseStored` reads one. Bytes,
 * because the text of a year would take room until a build has ended.
 */
export type StoredYear = ReadonlyMap<string, Buffer>;

/**
 * The parsed agreements, on disk beside Astro's cache: a file per programme year, a line per
 * agreement: its digest, a blank, JSON.
 *
 * Astro bundles its own data store as one module; thousands of texts in it would cost the build
 * more memory and time than rendering them. A file per agreement would cost more than its parsing.
 */
const folder = resolve(".cache/wording");

const lineEnd = Buffer.from("\n");

/** Empty for a year that was never stored. */
export function readStoredYear(year: string): StoredYear {
  const stored = new Map<string, Buffer>();
  if (!existsSync(path(year))) return stored;
  const file = readFileSync(path(year));
  let start = 0;
  for (let end = file.indexOf("\n"); end >= 0; end = file.indexOf("\n", start)) {
    const blank = file.indexOf(" ", start);
    stored.set(file.toString("latin1", start, blank), file.subarray(blank + 1, end));
    start = end + 1;
  }
  return stored;
}

/** Writes what is to replace a stored year; before `replaceStoredYear` it counts for nothing. */
export function writeStoredYear(year: string, stored: StoredYear): void {
  mkdirSync(folder, { recursive: true });
  const lines = [...stored].flatMap(([digest, json]) => [Buffer.from(`${digest} `), json, lineEnd]);
  writeFileSync(newPath(year), Buffer.concat(lines));
}

/** Replaces what was stored of a year, as a whole or not at all. */
export function replaceStoredYear(year: string): void {
  renameSync(newPath(year), path(year));
}

/** Removes all years but these. */
export function pruneStoredYears(years: ReadonlySet<string>): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!years.has(name.replace(/\.jsonl$/, ""))) rmSync(join(folder, name));
  }
}

/** The programme years that are stored, oldest first. */
export function listStoredYears(): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => name.replace(/\.jsonl$/, ""))
    .sort();
}

export function parseStored(json: Buffer): StoredAgreement {
  return JSON.parse(json.toString());
}

export function printStored(agreement: StoredAgreement): Buffer {
  return Buffer.from(JSON.stringify(agreement));
}

function path(year: string): string {
  return join(folder, `${year}.jsonl`);
}

function newPath(year: string): string {
  return `${path(year)}.new`;
}
