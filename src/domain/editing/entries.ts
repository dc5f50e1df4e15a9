/**
 * The places of the content that can be edited, and their names: file, collection of the CMS,
 * branch of the draft. The one list that CMS, store and checks of paths share.
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

/** No name is longer, so that every file system and every branch can carry it. */
const longestSlug = 80;

/** Windows takes these names for devices, with any extension. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** All drafts lie below this branch name. */
export const draftBranches = "cms";

/** @param collection as the CMS names it; `agreements-2025` for the agreements of a year */
export function entryOf(collection: string, slug: string): EntryAddress | undefined {
  const [, kind = "", folderYear] = collection.match(/^([a-z]+)(?:-(\d+))?$/) ?? [];
  return makeEntry(kind, folderYear, slug);
}

/** @param file path from the repository's root */
export function entryAt(file: string): EntryAddress | undefined {
  const [, kind = "", folderYear, slug = "", extension] =
    file.match(/^src\/content\/([a-z]+)\/(?:(\d+)\/)?([a-z0-9-]+)\.([a-z]+)$/) ?? [];
  const entry = makeEntry(kind, folderYear, slug);
  return entry && extension === kinds[entry.kind].extension ? entry : undefined;
}

/** @param branch without `refs/heads/` */
export function entryOnBranch(branch: string): EntryAddress | undefined {
  const [, kind = "", folderYear, slug = ""] =
    branch.match(/^cms\/([a-z]+)\/(?:(\d+)\/)?([a-z0-9-]+)$/) ?? [];
  return makeEntry(kind, folderYear, slug);
}

function makeEntry(
  kind: string,
  folderYear: string | undefined,
  slug: string,
): EntryAddress | undefined {
  if (!isKind(kind)) return undefined;
  const isByYear = kind === "agreements";
  if (isByYear ? !year.test(folderYear ?? "") : folderYear !== undefined) return undefined;
  if (slug.length > longestSlug || !kinds[kind].slug.test(slug) || device.test(slug)) {
    return undefined;
  }
  const below = folderYear === undefined ? kind : `${kind}/${folderYear}`;
  return {
    kind,
    collection: below.replace("/", "-"),
    slug,
    file: `src/content/${below}/${slug}.${kinds[kind].extension}`,
    branch: `${draftBranches}/${below}/${slug}`,
  };
}

function isKind(kind: string): kind is EntryKind {
  return Object.hasOwn(kinds, kind);
}

/**
 * The files that belong to an entry and are published, reviewed and removed with it, the content
 * file left out: for an agreement its original as text and PDF, and the list of its repairs.
 */
export function companionsOf({ kind, collection, slug }: EntryAddress): string[] {
  if (kind !== "agreements") return [];
  const folder = mediaFolder(collection);
  return ["txt", "pdf", "repairs.yaml"].map((extension) => `${folder}/${slug}.${extension}`);
}

/** The entry that a file belongs to beside the content file; see {@link companionsOf}. */
export function entryOfCompanion(file: string): EntryAddress | undefined {
  const [, folderYear, slug = ""] =
    file.match(/^public\/originals\/(\d+)\/([a-z0-9-]+)\.(?:txt|pdf|repairs\.yaml)$/) ?? [];
  return makeEntry("agreements", folderYear, slug);
}

/** Those of {@link companionsOf} that an editor uploads. */
export function uploadsOf(entry: EntryAddress): string[] {
  return companionsOf(entry).filter((file) => /\.(txt|pdf)$/.test(file));
}

function mediaFolder(collection: string): string {
  return `public/originals/${collection.split("-")[1]}`;
}

/** Whether a folder holds the content files of a collection: `src/content/agreements/2025`. */
export function isEntryFolder(folder: string): boolean {
  const [, kind = "", folderYear] = folder.match(/^src\/content\/([a-z]+)(?:\/(\d+))?$/) ?? [];
  if (!isKind(kind)) return false;
  return folderYear === undefined || (kind === "agreements" && year.test(folderYear));
}

/** Whether a folder holds originals: `public/originals`, `public/originals/2025`. */
export function isMediaFolder(folder: string): boolean {
  return /^public\/originals(\/20\d\d)?$/.test(folder);
}

/** Whether a file lies where the originals lie: `public/originals/2025/wetteraukreis.pdf`. */
export function isMediaFile(file: string): boolean {
  return /^public\/originals\/20\d\d\/[a-z0-9]+(-[a-z0-9]+)*\.(txt|pdf)$/.test(file);
}
