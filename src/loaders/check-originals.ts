import { existsSync } from "node:fs";
import { join } from "node:path";
import { entryOfCompanion, isMediaFile } from "#domain/editing/entries.ts";
import type { Problem } from "#domain/problem.ts";
import { folders, isFolder, listBelow } from "./content-files.ts";

/**
 * Originals that no agreement names. All of them are published: one that is left behind when its
 * agreement is withdrawn would stay public without a page.
 */
export function checkOriginals(root: string): Problem[] {
  // Without the folder of agreements, that is what is told.
  if (!isFolder(root, folders.agreements)) return [];
  return listBelow(root, folders.originals).flatMap(({ below, isFile }): Problem[] => {
    const file = `${folders.originals}/${below}`;
    const entry = isFile ? entryOfCompanion(file) : undefined;
    if (!entry || existsSync(join(root, entry.file))) return [];
    const missing = entry.file.slice(folders.agreements.length + 1);
    return [
      {
        code: "file-unexpected",
        file,
        line: 1,
        field: "Datei",
        message: `Zu ${isMediaFile(file) ? "diesem Original" : "diesen Berichtigungen"} gibt es keine Vereinbarung ${missing}; die Datei würde trotzdem veröffentlicht. Entfernen Sie sie, oder legen Sie die Vereinbarung an.`,
      },
    ];
  });
}
