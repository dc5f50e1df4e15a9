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

/** The agreements of a programme year as text, by digest; `parseStored` reads one. */
export type StoredYear = ReadonlyMap<string, string>;

/**
 * The parsed agreements, on disk beside Astro's cache: a file per programme year, a line per
 * agreement: its digest, a blank, JSON.
 *
 * Astro bundles its own data store as one module; thousands of texts in it would cost the build
 * more memory and time than rendering them. A file per agreement would cost more than its parsing.
 */
const folder = resolve(".cache/wording");

/** Empty for a year that was never stored. */
export function readStoredYear(year: string): StoredYear {
  if (!existsSync(path(year))) return new Map();
  const lines = readFileSync(path(year), "utf8").split("\n").slice(0, -1);
  return new Map(
    lines.map((line) => {
      const end = line.indexOf(" ");
      return [line.slice(0, end), line.slice(end + 1)];
    }),
  );
}

/** Replaces what was stored of a year, as a whole or not at all. */
export function writeStoredYear(year: string, stored: StoredYear): void {
  mkdirSync(folder, { recursive: true });
  const lines = [...stored].map(([digest, json]) => `${digest} ${json}\n`);
  writeFileSync(`${path(year)}.new`, lines.join(""));
  renameSync(`${path(year)}.new`, path(year));
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

export function parseStored(json: string): StoredAgreement {
  return JSON.parse(json);
}

export function printStored(agreement: StoredAgreement): string {
  return JSON.stringify(agreement);
}

function path(year: string): string {
  return join(folder, `${year}.jsonl`);
}
