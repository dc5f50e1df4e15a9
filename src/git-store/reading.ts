import { entryAt, isEntryFolder, uploadsOf } from "#domain/editing/entries.ts";
import type { Params } from "#domain/editing/protocol.ts";
import type { WorkflowStatus } from "#domain/editing/workflow.ts";
import { readCommit, readText } from "./commits.ts";
import {
  type Draft,
  type Drafts,
  draftUploads,
  readMain,
  versionOf,
  versionOrRemoved,
} from "./drafts.ts";
import { type MediaAnswer, readMedia } from "./media.ts";
import { findEntry, noDraft, notFound, refuse, unknownPlace } from "./places.ts";
import type { Repository } from "./repository.ts";

/** A content file as the CMS reads it. */
export interface EntryAnswer {
  readonly data: string;
  readonly file: { readonly path: string; readonly id: string; readonly label?: string };
}

export interface UnpublishedEntryAnswer {
  readonly collection: string;
  readonly slug: string;
  readonly status: WorkflowStatus;
  readonly diffs: readonly {
    readonly id: string;
    readonly path: string;
    readonly newFile: boolean;
  }[];
  /** ISO 8601. */
  readonly updatedAt: string;
  /** Who wrote the draft. */
  readonly pullRequestAuthor: string;
  readonly version: string;
  /** Whether the draft removes the entry. */
  readonly isDeletion: boolean;
}

export async function entriesByFolder(
  repository: Repository,
  { folder, extension, depth }: Params<"entriesByFolder">,
): Promise<EntryAnswer[]> {
  if (!isEntryFolder(folder)) throw unknownPlace(folder);
  const main = await readMain(repository);
  const files = await repository.trees.listFiles(main.tree, folder, Math.min(depth, 3));
  return Promise.all(
    files
      .filter(([path]) => path.endsWith(`.${extension}`) && entryAt(path))
      .map(async ([path, oid]) => ({
        data: (await repository.objects.read(oid))?.content.toString() ?? "",
        file: { path, id: oid },
      })),
  );
}

/** Files that do not exist are left out. */
export async function entriesByFiles(
  repository: Repository,
  { files }: Params<"entriesByFiles">,
): Promise<EntryAnswer[]> {
  const main = await readMain(repository);
  const entries = await Promise.all(
    files.map(async ({ path, label }) => {
      const { file } = entryAt(path) ?? refuse(unknownPlace(path));
      const data = await readText(repository, main.tree, file);
      if (data === undefined) return [];
      return [{ data, file: { path: file, id: file, ...(label && { label }) } }];
    }),
  );
  return entries.flat();
}

export async function getEntry(
  repository: Repository,
  { path }: Params<"getEntry">,
): Promise<EntryAnswer & { version: string | undefined }> {
  const entry = entryAt(path) ?? refuse(unknownPlace(path));
  const main = await readMain(repository);
  const data = await readText(repository, main.tree, entry.file);
  if (data === undefined) throw notFound(entry);
  const version = await versionOf(repository, main.tree, entry);
  return { data, file: { path: entry.file, id: entry.file }, version };
}

/** Keys of all drafts, as `collection/slug`; one that has no text on either side shows nothing. */
export async function unpublishedEntries(
  repository: Repository,
  drafts: Drafts,
): Promise<string[]> {
  const main = await readMain(repository);
  const keys = (await drafts.list()).map(async ([{ collection, slug, file }, oid]) => {
    const { tree } = await readCommit(repository, oid);
    const found = await Promise.all(
      [tree, main.tree].map((side) => repository.trees.findFile(side, file)),
    );
    return found.every((blob) => blob === undefined) ? [] : [`${collection}/${slug}`];
  });
  return (await Promise.all(keys)).flat();
}

export async function unpublishedEntry(
  repository: Repository,
  drafts: Drafts,
  { id, collection, slug }: Params<"unpublishedEntry">,
): Promise<UnpublishedEntryAnswer> {
  const [idCollection = "", ...idSlug] = id?.split("/") ?? [];
  const entry = findEntry(collection ?? idCollection, slug ?? idSlug.join("/"));
  const main = await readMain(repository);
  const draft = (await drafts.read(entry, main)) ?? refuse(noDraft(entry));
  const uploads = await draftUploads(repository, draft, main);
  const isIn = async (tree: string, file: string) =>
    (await repository.trees.findFile(tree, file)) !== undefined;
  const diffs = await Promise.all(
    [entry.file, ...uploads].map(async (path) => ({
      id: path,
      path,
      newFile: !(await isIn(main.tree, path)),
    })),
  );
  return {
    collection: entry.collection,
    slug: entry.slug,
    status: draft.status,
    diffs,
    updatedAt: draft.tip.date,
    pullRequestAuthor: draft.edited.author.name,
    version: await versionOrRemoved(repository, draft.tip.tree, entry),
    isDeletion: !(await isIn(draft.tip.tree, entry.file)),
  };
}

/** The text of a draft; of one that removes the entry, the published text. */
export async function unpublishedEntryDataFile(
  repository: Repository,
  drafts: Drafts,
  { collection, slug, path }: Params<"unpublishedEntryDataFile">,
): Promise<{ data: string }> {
  const entry = findEntry(collection, slug);
  if (path !== entry.file) throw unknownPlace(path);
  const main = await readMain(repository);
  const draft = (await drafts.read(entry, main)) ?? refuse(noDraft(entry));
  const data =
    (await readText(repository, draft.tip.tree, path)) ??
    (await readText(repository, main.tree, path));
  return data === undefined ? refuse(notFound(entry)) : { data };
}

export async function unpublishedEntryMediaFile(
  repository: Repository,
  drafts: Drafts,
  { collection, slug, path }: Params<"unpublishedEntryMediaFile">,
): Promise<MediaAnswer> {
  const entry = findEntry(collection, slug);
  if (!uploadsOf(entry).includes(path)) throw unknownPlace(path);
  const main = await readMain(repository);
  const draft: Draft = (await drafts.read(entry, main)) ?? refuse(noDraft(entry));
  return readMedia(repository, draft.tip.tree, path);
}
