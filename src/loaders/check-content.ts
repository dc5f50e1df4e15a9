import { type Dirent, readdirSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { checkPage } from "#domain/page/check-page.ts";
import type { Problem } from "#domain/problem.ts";
import { listAgreementFiles, readAgreement } from "./agreement-files.ts";
import { folders, listFiles, readText } from "./content-files.ts";
import { type Registers, readRegisters, registerProblems } from "./registers.ts";

/** All problems of all content, in no particular order. */
export function checkContent(root: string): Problem[] {
  const registers = readRegisters(root);
  return [
    ...checkSurroundings(root, registers),
    ...listAgreementFiles(root).flatMap(
      (file) => readAgreement(root, { file, source: readText(root, file) }, registers).problems,
    ),
  ];
}

/** What is wrong beside the agreements: registers, pages, files in the wrong place. */
export function checkSurroundings(root: string, registers: Registers): Problem[] {
  return [...registerProblems(registers), ...checkPages(root), ...checkPlaces(root)];
}

/** Checks the pages that `@astrojs/mdx` compiles, before anything compiles them. */
export function checkPages(root: string): Problem[] {
  return listFiles(root, folders.pages, ".mdx").flatMap((file) =>
    checkPage(readText(root, file), file),
  );
}

const slug = "[a-z0-9]+(?:-[a-z0-9]+)*";

/** What may lie in each folder; all else would be published unseen or be ignored without a word. */
const expected = [
  {
    folder: folders.originals,
    files: new RegExp(`^\\d{4}/${slug}\\.(txt|pdf|repairs\\.yaml)$`),
    usage: "<Jahr>/<Kommune>.txt oder .pdf und ihre .repairs.yaml",
  },
  {
    folder: folders.agreements,
    files: new RegExp(`^\\d{4}/${slug}\\.mdx$`),
    usage: "<Jahr>/<Kommune>.mdx",
  },
  { folder: folders.districts, files: new RegExp(`^${slug}\\.yaml$`), usage: "<Kommune>.yaml" },
  { folder: folders.measures, files: new RegExp(`^${slug}\\.yaml$`), usage: "<Maßnahmenart>.yaml" },
  { folder: folders.years, files: /^\d{4}\.mdx$/, usage: "<Jahr>.mdx" },
  { folder: folders.pages, files: new RegExp(`^${slug}\\.mdx$`), usage: "<Adresse>.mdx" },
] as const;

/** Files and links that no one reads, and pages whose address another page has. */
function checkPlaces(root: string): Problem[] {
  const unexpected = expected.flatMap(({ folder, files, usage }) =>
    listEntries(root, folder)
      .filter(({ entry, below }) =>
        entry.isDirectory() ? !/^\d{4}$/.test(below) : !entry.isFile() || !files.test(below),
      )
      .map(({ below }) =>
        unexpectedFile(
          `${folder}/${below}`,
          `Hier liegen nur ${usage}, aus Kleinbuchstaben, Ziffern und Bindestrichen. Entfernen Sie die Datei, oder benennen Sie sie um.`,
        ),
      ),
  );
  const taken = listFiles(root, "src/pages", "").map((file) => basename(file, ".astro"));
  const hidden = listFiles(root, folders.pages, ".mdx")
    .filter((file) => taken.includes(basename(file, ".mdx")))
    .map((file) =>
      unexpectedFile(
        file,
        "Die Adresse gehört schon einer anderen Seite. Benennen Sie die Datei um.",
      ),
    );
  return [...unexpected, ...hidden];
}

function unexpectedFile(file: string, message: string): Problem {
  return { code: "file-unexpected", file, line: 1, field: "Datei", message };
}

function listEntries(root: string, folder: string): { entry: Dirent; below: string }[] {
  const path = join(root, folder);
  return readdirSync(path, { recursive: true, withFileTypes: true }).map((entry) => ({
    entry,
    below: relative(path, join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
  }));
}
