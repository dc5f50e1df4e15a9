import { basename } from "node:path";
import { formatList } from "#domain/format.ts";
import { paths } from "#domain/paths.ts";
import type { Problem } from "#domain/problem.ts";
import {
  type Below,
  folders,
  isFolder,
  listBelow,
  listEntries,
  listFiles,
} from "./content-files.ts";

const content = "src/content";
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

/**
 * Folders that are missing, what lies in them or beside them unread, and pages whose address
 * something else has.
 */
export function checkPlaces(root: string): Problem[] {
  // Behind a link, the folders of the collections would look like folders.
  const needed = isFolder(root, content)
    ? expected.map(({ folder }) => folder)
    : [content, folders.originals];
  const missing = needed
    .filter((folder) => !isFolder(root, folder))
    .map((folder) =>
      placeProblem(
        "file-unreadable",
        folder,
        "Der Ordner fehlt, oder er ist eine Datei oder eine Verknüpfung. Legen Sie ihn an, oder holen Sie ihn aus Git zurück.",
      ),
    );
  const unexpected = expected.flatMap((place) => {
    const entries = listBelow(root, place.folder).filter((entry) => !mayLie(entry, place));
    const told = new Set(entries.map(({ below }) => below));
    return entries
      .filter(({ below }) => !foldersAbove(below).some((folder) => told.has(folder)))
      .map((entry) =>
        placeProblem(
          "file-unexpected",
          `${place.folder}/${entry.below}`,
          adviseOn(entry, place.usage),
        ),
      );
  });
  const taken = takenAddresses(root);
  const hidden = listFiles(root, folders.pages, ".mdx")
    .filter((file) => isTaken(basename(file, ".mdx"), taken))
    .map((file) =>
      placeProblem(
        "file-unexpected",
        file,
        "Die Adresse gehört schon einer anderen Seite. Benennen Sie die Datei um.",
      ),
    );
  return [...missing, ...strangers(root), ...unexpected, ...hidden];
}

/** What lies in the folder of all content beside the folders of its collections. */
function strangers(root: string): Problem[] {
  const known: readonly string[] = Object.values(folders);
  return listEntries(root, content)
    .filter(({ below }) => !known.includes(`${content}/${below}`))
    .map((entry) => {
      const file = `${content}/${entry.below}`;
      const names = known
        .filter((folder) => folder.startsWith(`${content}/`))
        .map((folder) => basename(folder));
      const rule = `In ${content} liegen nur die Ordner ${formatList(names)}.`;
      const what = entry.isFolder ? "den Ordner" : entry.isFile ? "die Datei" : "die Verknüpfung";
      return placeProblem("file-unexpected", file, `${rule} Entfernen Sie ${what}.`);
    });
}

/** `2025` and `2025/alt` for `2025/alt/neu.mdx`. */
function foldersAbove(below: string): string[] {
  return [...below.matchAll(/\//g)].map(({ index }) => below.slice(0, index));
}

/** Names at the root of the site that are no page of the content. */
function takenAddresses(root: string): Set<string> {
  const names = [...listEntries(root, "src/pages"), ...listEntries(root, "public")];
  return new Set([
    ...["404", "500", "_astro", "index", "originals", "pagefind"],
    ...[
      paths.agreements(),
      paths.districts(),
      paths.measures(),
      paths.years(),
      paths.search(),
      paths.apiAgreements(),
    ].map((path) => path.split("/")[1] ?? ""),
    ...names.map(({ below }) => basename(below, ".astro")),
  ]);
}

function isTaken(name: string, taken: ReadonlySet<string>): boolean {
  return taken.has(name) || name.startsWith("sitemap");
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
