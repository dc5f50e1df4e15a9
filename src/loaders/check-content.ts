import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { checkPage } from "#domain/page/check-page.ts";
import type { Problem } from "#domain/problem.ts";
import { listAgreementFiles, readAgreement, readAgreementSource } from "./agreement-files.ts";
import { folders, listFiles, readText } from "./content-files.ts";
import { type Registers, readRegisters, registerProblems } from "./registers.ts";

/** All problems of all content, in no particular order. */
export function checkContent(root: string): Problem[] {
  const registers = readRegisters(root);
  return [
    ...checkSurroundings(root, registers),
    ...listAgreementFiles(root).flatMap((file) => {
      const source = readAgreementSource(root, file, registers);
      return readAgreement(root, source, registers).problems;
    }),
  ];
}

/** What is wrong beside the agreements: registers, pages, originals. */
export function checkSurroundings(root: string, registers: Registers): Problem[] {
  return [...registerProblems(registers), ...checkPages(root), ...checkOriginals(root)];
}

/** Checks the pages that `@astrojs/mdx` compiles, before anything compiles them. */
export function checkPages(root: string): Problem[] {
  return listFiles(root, folders.pages, ".mdx").flatMap((file) =>
    checkPage(readText(root, file), file),
  );
}

/** Originals are published as they are, so nothing but documents may lie among them. */
function checkOriginals(root: string): Problem[] {
  return readdirSync(join(root, folders.originals), { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, path: relative(root, join(entry.parentPath, entry.name)) }))
    .map(({ entry, path }) => ({ entry, file: path.replaceAll("\\", "/") }))
    .filter(({ entry, file }) => {
      const below = file.slice(folders.originals.length + 1);
      if (entry.isDirectory()) return !/^\d{4}$/.test(below);
      return !entry.isFile() || !/^\d{4}\/[a-z0-9-]+\.(txt|pdf|repairs\.yaml)$/.test(below);
    })
    .map(({ file }) => ({
      code: "original-unexpected",
      file,
      line: 1,
      field: "Originale",
      message:
        "Hier liegen nur <Jahr>/<Kommune>.txt oder .pdf und ihre .repairs.yaml. Entfernen Sie die Datei, oder benennen Sie sie um.",
    }));
}
