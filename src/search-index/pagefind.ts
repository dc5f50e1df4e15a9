import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as pagefind from "pagefind";
import type { IndexRecord } from "#domain/search/index-records.ts";

export interface IndexOptions {
  /** Whether the scripts that search are written beside the index; one of several will do. */
  readonly withScripts: boolean;
  /** Above that number, texts for excerpts share files. */
  readonly mostFiles: number;
}

/** Writes a Pagefind index of the records; the folder should be new. */
export async function writeIndex(
  records: readonly IndexRecord[],
  outputPath: string,
  { withScripts, mostFiles }: IndexOptions,
): Promise<void> {
  const { index, errors } = await pagefind.createIndex({
    forceLanguage: "de",
    // „§ 5“ is searched as „§5“.
    includeCharacters: "§",
    maxFragments: mostFiles,
  });
  if (!index) throw new Error(`Pagefind could not start: ${errors.join(", ")}`);
  const added = await Promise.all(
    records.map(({ url, html }) => index.addHTMLFile({ url, content: html })),
  );
  const written = await index.writeFiles({ outputPath });
  await index.deleteIndex();
  const problems = [...added, written].flatMap((result) => result.errors);
  if (problems.length > 0) throw new Error(`Pagefind: ${problems.join(", ")}`);
  const isUnused = withScripts ? isInterface : isScript;
  for (const name of readdirSync(outputPath).filter(isUnused)) rmSync(join(outputPath, name));
}

export async function closePagefind(): Promise<void> {
  await pagefind.close();
}

/** Pagefind's ready-made interfaces; the search page has its own. */
function isInterface(name: string): boolean {
  return /^pagefind-.*(ui|highlight)\.(js|css)$/.test(name);
}

function isScript(name: string): boolean {
  return /\.(js|css)$|^wasm\./.test(name);
}
