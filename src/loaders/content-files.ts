import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "#domain/problem.ts";

/** The folder of each collection, from the repository's root. */
export const folders = {
  agreements: "src/content/agreements",
  districts: "src/content/districts",
  measures: "src/content/measures",
  years: "src/content/years",
  pages: "src/content/pages",
  originals: "public/originals",
} as const;

/** A content file that was read: its value where it has one, and what is wrong with it. */
export interface ContentFile<Value> {
  /** Path from the repository's root. */
  readonly file: string;
  /** File name without extension; for agreements `<year>/<district>`. */
  readonly id: string;
  /** SHA-256 of the text, shortened. */
  readonly digest: string;
  readonly value?: Value;
  readonly problems: readonly Problem[];
}

/** Short SHA-256, enough to tell contents apart. */
export function digestOf(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 20);
}

/** Paths from the root, in the order of their names. */
export function listFiles(root: string, folder: string, extension: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => `${folder}/${name}`);
}

export function readText(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}

export function readIfExists(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

export function hashFile(path: string): string | undefined {
  return existsSync(path) ? digestOf(readFileSync(path)) : undefined;
}
