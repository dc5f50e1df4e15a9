/**
 * The places of the content, and their names: file, collection of the CMS, branch of the draft. The
 * one list that CMS, store, review and gate share: what may lie there can be edited, nothing else.
 */

/** One thing that is edited, reviewed and published as a whole. */
export interface EntryAddress {
  readonly kind: EntryKind;
  /** The collection as the CMS names it: `agreements-2025`, `districts`. */
  readonly collection: string;
  /** The file's name without its extension. */
  readonly slug: string;
  /** Path of the content file from the repository's root. */
  readonly file: string;
  /** Branch of the draft, without `refs/heads/`: `cms/agreements/2025/wetteraukreis`. */
  readonly branch: string;
}

export type EntryKind = keyof typeof kinds;

/** The folder of all content, from the repository's root. */
export const contentFolder = "src/content";

/** The folder of the originals, from the repository's root. */
export const originalsFolder = "public/originals";

/** All drafts lie below this branch name. */
export const draftBranches = "cms";

const name = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const year = /^20\d\d$/;

const kinds = {
  agreements: { extension: "mdx", slug: name },
  districts: { extension: "yaml", slug: name },
  measures: { extension: "yaml", slug: name },
  years: { extension: "mdx", slug: year },
  pages: { extension: "mdx", slug: name },
} as const;

/** Endings of content files, without the dot. */
export const extensions = ["mdx", "yaml"] as const;

/** Endings of what an editor uploads with an agreement: its original. */
const uploads = ["txt", "pdf"];
/** Endings of what belongs to an agreement beside its content file. */
const companions = [...uploads, "repairs.yaml"];

/** No name is longer, so that every file system and every branch can carry it. */
const longestSlug = 80;

/** Windows takes these names for devices, with any extension. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** The folder of all entries of a kind: `src/content/districts`. */
export function folderOf(kind: EntryKind): string {
  return `${contentFolder}/${kind}`;
}

/** @param collection as the CMS names it; `agreements-2025` for the agreements of a year */
export function entryOf(collection: string, slug: string): EntryAddress | undefined {
  const entry = makeEntry(collection.replace("-", "/"), slug);
  return entry?.collection === collection ? entry : undefined;
}

/** @param file path from the repository's root */
export function entryAt(file: string): EntryAddress | undefined {
  const entry = makeEntry(...divide(contentFolder, file));
  return entry?.file === file ? entry : undefined;
}

/** @param branch without `refs/heads/` */
export function entryOnBranch(branch: string): EntryAddress | undefined {
  const entry = makeEntry(...divide(draftBranches, branch));
  return entry?.branch === branch ? entry : undefined;
}

/**
 * The files that belong to an entry and are published, reviewed and removed with it, the content
 * file left out: for an agreement its original as text and PDF, and the list of its repairs.
 */
export function companionsOf(entry: EntryAddress): string[] {
  return besides(entry, companions);
}

/** The content file of an entry, and what belongs to it: see {@link companionsOf}. */
export function filesOf(entry: EntryAddress): [file: string, ...companions: string[]] {
  return [entry.file, ...companionsOf(entry)];
}

/** The programme year of an agreement; undefined for all else. */
export function yearOf({ collection }: Pick<EntryAddress, "collection">): string | undefined {
  return collection.split("-")[1];
}

/** Those of {@link companionsOf} that an editor uploads. */
export function uploadsOf(entry: EntryAddress): string[] {
  return besides(entry, uploads);
}

/** The entry that a file belongs to beside the content file; see {@link companionsOf}. */
export function entryOfCompanion(file: string): EntryAddress | undefined {
  const [folderYear, slug] = divide(originalsFolder, file);
  const entry = makeEntry(`agreements/${folderYear}`, slug);
  return entry && companionsOf(entry).includes(file) ? entry : undefined;
}

/** Whether a file lies where the originals lie: `public/originals/2025/wetteraukreis.pdf`. */
export function isMediaFile(file: string): boolean {
  const entry = entryOfCompanion(file);
  return entry !== undefined && uploadsOf(entry).includes(file);
}

/** Whether a folder holds the content files of a collection: `src/content/agreements/2025`. */
export function isEntryFolder(folder: string): boolean {
  const below = within(contentFolder, folder) ?? "";
  return isKind(below) || kindIn(below) !== undefined;
}

/** Whether a folder holds originals: `public/originals`, `public/originals/2025`. */
export function isMediaFolder(folder: string): boolean {
  const below = within(originalsFolder, folder);
  return folder === originalsFolder || kindIn(`agreements/${below}`) !== undefined;
}

/** @param below the folder within that of all content: `agreements/2025`, `districts` */
function makeEntry(below: string, slug: string): EntryAddress | undefined {
  const kind = kindIn(below);
  if (!kind || !kinds[kind].slug.test(slug)) return undefined;
  if (slug.length > longestSlug || device.test(slug)) return undefined;
  return {
    kind,
    collection: below.replace("/", "-"),
    slug,
    file: `${contentFolder}/${below}/${slug}.${kinds[kind].extension}`,
    branch: `${draftBranches}/${below}/${slug}`,
  };
}

/** What lies in a folder itself; see {@link makeEntry}. Only agreements lie in one for each year. */
function kindIn(below: string): EntryKind | undefined {
  const [kind = "", ...folders] = below.split("/");
  if (!isKind(kind)) return undefined;
  const isByYear = kind === "agreements";
  const isThere = isByYear ? year.test(folders.join("/")) : folders.length === 0;
  return isThere ? kind : undefined;
}

function isKind(kind: string): kind is EntryKind {
  return Object.hasOwn(kinds, kind);
}

function besides(entry: EntryAddress, endings: readonly string[]): string[] {
  if (entry.kind !== "agreements") return [];
  const folder = `${originalsFolder}/${yearOf(entry)}`;
  return endings.map((ending) => `${folder}/${entry.slug}.${ending}`);
}

/** `agreements/2025` and `wetteraukreis` for `agreements/2025/wetteraukreis.mdx` in a folder. */
function divide(folder: string, path: string): [below: string, slug: string] {
  const names = within(folder, path)?.split("/") ?? [];
  const [slug = ""] = names.pop()?.split(".") ?? [];
  return [names.join("/"), slug];
}

/** The rest of a path that begins with a folder; undefined for all others. */
function within(folder: string, path: string): string | undefined {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
