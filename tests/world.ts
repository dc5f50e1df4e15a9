import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { formatProblem, sortProblems } from "#domain/problem.ts";
import { checkContent } from "#loaders/check-content.ts";
import { folders } from "#loaders/content-files.ts";

const fixtures = "tests/fixtures";

/** A small content without any problem: three agreements, their registers and originals. */
export const world = `${fixtures}/world`;

/** Agreements of that world with one mistake each, in the folder of the place they claim. */
export const brokenFolder = `${fixtures}/broken`;

/** `2025/wetteraukreis/amount-with-dots.mdx`, in order. */
export function listBrokenFiles(): string[] {
  return readdirSync(brokenFolder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".mdx"))
    .sort();
}

/** A copy of the world in a folder of its own, to be damaged; remove it afterwards. */
export function copyWorld(): string {
  const root = mkdtempSync(join(tmpdir(), "zielvereinbarungen-"));
  cpSync(world, root, { recursive: true });
  return root;
}

/**
 * What the gate prints of the world with a broken file in its place, under the file's own name.
 * An original or repairs that lie beside the file, with its name, take their place too.
 */
export function checkBrokenFile(file: string): string[] {
  const root = copyWorld();
  const place = dirname(file);
  const places = [
    [file, `${folders.agreements}/${place}.mdx`],
    ...[".txt", ".repairs.yaml"].map((extension) => [
      file.replace(/\.mdx$/, extension),
      `${folders.originals}/${place}${extension}`,
    ]),
  ] as const;
  for (const [from = "", to = ""] of places) {
    if (!existsSync(`${brokenFolder}/${from}`)) continue;
    mkdirSync(dirname(join(root, to)), { recursive: true });
    cpSync(`${brokenFolder}/${from}`, join(root, to));
  }
  const lines = printProblems(root).map((line) =>
    places.reduce((told, [from = "", to]) => told.replace(`${to}:`, `${from}:`), line),
  );
  rmSync(root, { recursive: true });
  return lines;
}

/** The lines that `npm run check:content` prints. */
export function printProblems(root: string): string[] {
  return sortProblems(checkContent(root)).map(formatProblem);
}
