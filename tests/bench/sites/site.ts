import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "./pages.ts";

/** A generator with its site for the agreements. */
export interface Site {
  readonly name: string;
  /** What its figures depend on. */
  readonly versions: () => string[];
  /** What it builds, as a part of a sentence. */
  readonly builds: string;
  readonly command: readonly string[];
  /** What a cold build does without, below the folder; the output besides. */
  readonly caches: readonly string[];
  /** Where the pages lie afterwards, below the folder. */
  readonly output: string;
  /** @returns the folder that `command` runs in */
  readonly prepare: (project: string, pages: readonly Page[]) => string;
  /** Brings an agreement of the project that was changed into the folder again. */
  readonly update: (project: string, folder: string, page: Page) => void;
}

/** Copies a site's own files beside the project. */
export function copyTemplates(project: string, name: string, templates: string): string {
  const folder = `${project}-${name}`;
  cpSync(join(import.meta.dirname, templates), folder, { recursive: true });
  return folder;
}

export function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
