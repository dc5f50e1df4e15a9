import { basename } from "node:path";
import {
  contentFolder as content,
  entryAt,
  entryOfCompanion,
  isEntryFolder,
  isMediaFolder,
} from "#domain/editing/entries.ts";
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

/** What may lie in each folder, as editors read it; all else would be published or ignored unseen. */
const usages: Record<keyof typeof folders, string> = {
  originals: "<Jahr>/<Kommune>.txt oder .pdf und ihre .repairs.yaml",
  agreements: "<Jahr>/<Kommune>.mdx",
  districts: "<Kommune>.yaml",
  measures: "<Maßnahmenart>.yaml",
  years: "<Jahr>.mdx",
  pages: "<Adresse>.mdx",
};

const expected = (Object.keys(usages) as (keyof typeof usages)[]).map((name) => ({
  folder: folders[name],
  usage: usages[name],
}));

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
  const unexpected = expected.flatMap(({ folder, usage }) => {
    const entries = listBelow(root, folder).filter((entry) => !mayLie(folder, entry));
    const told = new Set(entries.map(({ below }) => below));
    return entries
      .filter(({ below }) => !foldersAbove(below).some((above) => told.has(above)))
      .map((entry) =>
        placeProblem("file-unexpected", `${folder}/${entry.below}`, adviseOn(entry, usage)),
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

function mayLie(folder: string, { below, isFile, isFolder }: Below): boolean {
  const path = `${folder}/${below}`;
  if (isFolder) return isEntryFolder(path) || isMediaFolder(path);
  return isFile && (entryAt(path) ?? entryOfCompanion(path)) !== undefined;
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
