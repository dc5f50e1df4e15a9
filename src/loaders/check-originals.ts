import { existsSync } from "node:fs";
import { join } from "node:path";
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
    const [, id, extension] = below.match(/^(\d{4}\/[a-z0-9-]+)\.(txt|pdf|repairs\.yaml)$/) ?? [];
    if (!isFile || !id || existsSync(join(root, folders.agreements, `${id}.mdx`))) return [];
    return [
      {
        code: "file-unexpected",
        file: `${folders.originals}/${below}`,
        line: 1,
        field: "Datei",
        message: `Zu ${extension === "repairs.yaml" ? "diesen Berichtigungen" : "diesem Original"} gibt es keine Vereinbarung ${id}.mdx; die Datei würde trotzdem veröffentlicht. Entfernen Sie sie, oder legen Sie die Vereinbarung an.`,
      },
    ];
  });
}
