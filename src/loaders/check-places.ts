import { basename } from "node:path";
import type { Problem } from "#domain/problem.ts";
import { type Below, folders, isFolder, listBelow, listFiles } from "./content-files.ts";

const slug = "[a-z0-9]+(?:-[a-z0-9]+)*";
const year = /^\d{4}$/;

/** What may lie in each folder; all else would be published unseen or be ignored without a word. */
const expected = [
  {
    folder: folders.originals,
    files: new RegExp(`^\\d{4}/${slug}\\.(txt|pdf|repairs\\.yaml)$`),
    folders: year,
    usage: "<Jahr>/<Kommune>.txt oder .pdf und ihre .repairs.yaml",
  },
  {
    folder: folders.agreements,
    files: new RegExp(`^\\d{4}/${slug}\\.mdx$`),
    folders: year,
    usage: "<Jahr>/<Kommune>.mdx",
  },
  { folder: folders.districts, files: new RegExp(`^${slug}\\.yaml$`), usage: "<Kommune>.yaml" },
  { folder: folders.measures, files: new RegExp(`^${slug}\\.yaml$`), usage: "<Maßnahmenart>.yaml" },
  { folder: folders.years, files: /^\d{4}\.mdx$/, usage: "<Jahr>.mdx" },
  { folder: folders.pages, files: new RegExp(`^${slug}\\.mdx$`), usage: "<Adresse>.mdx" },
] as const;

/** Folders that are missing, what lies in them unread, and pages whose address another page has. */
export function checkPlaces(root: string): Problem[] {
  const missing = expected
    .filter(({ folder }) => !isFolder(root, folder))
    .map(({ folder }) =>
      placeProblem(
        "file-unreadable",
        folder,
        "Der Ordner fehlt, oder er ist eine Datei oder eine Verknüpfung. Legen Sie ihn an, oder holen Sie ihn aus Git zurück.",
      ),
    );
  const unexpected = expected.flatMap((place) => {
    const entries = listBelow(root, place.folder).filter((entry) => !mayLie(entry, place));
    return entries
      .filter(({ below }) => !entries.some((folder) => below.startsWith(`${folder.below}/`)))
      .map((entry) =>
        placeProblem(
          "file-unexpected",
          `${place.folder}/${entry.below}`,
          adviseOn(entry, place.usage),
        ),
      );
  });
  const taken = listFiles(root, "src/pages", "").map((file) => basename(file, ".astro"));
  const hidden = listFiles(root, folders.pages, ".mdx")
    .filter((file) => taken.includes(basename(file, ".mdx")))
    .map((file) =>
      placeProblem(
        "file-unexpected",
        file,
        "Die Adresse gehört schon einer anderen Seite. Benennen Sie die Datei um.",
      ),
    );
  return [...missing, ...unexpected, ...hidden];
}

function mayLie({ below, isFile, isFolder }: Below, place: (typeof expected)[number]): boolean {
  if (isFolder) return "folders" in place && place.folders.test(below);
  return isFile && place.files.test(below);
}

function adviseOn({ isFile, isFolder }: Below, usage: string): string {
  const rule = `Hier liegen nur ${usage}, aus Kleinbuchstaben, Ziffern und Bindestrichen.`;
  if (isFile) return `${rule} Entfernen Sie die Datei, oder benennen Sie sie um.`;
  if (isFolder) return `${rule} Entfernen Sie den Ordner.`;
  return "Hier liegt keine gewöhnliche Datei, sondern eine Verknüpfung oder Ähnliches. Legen Sie die Datei selbst an diese Stelle.";
}

function placeProblem(code: Problem["code"], file: string, message: string): Problem {
  return { code, file, line: 1, field: "Datei", message };
}
