import { type EntryAddress, filesOf } from "#domain/editing/entries.ts";
import type { Commit } from "./commits.ts";
import { type Draft, draftRef, readMain, versionOrRemoved } from "./drafts.ts";
import { noDraft, refuse } from "./places.ts";
import { changedMeanwhile } from "./stale.ts";
import type { Workspace } from "./workspace.ts";

/** What to do about a draft that somebody else has changed. */
export const lookAgain = "Laden Sie die Seite neu und sehen Sie sich die neue Fassung an.";

/**
 * The draft that the sender has seen.
 *
 * @param version absent where the sender does not say; then it is the present one
 * @throws Refusal where it is another one, or there is none
 */
export async function readSeenDraft(
  { repository, drafts }: Workspace,
  entry: EntryAddress,
  version: string | null | undefined,
): Promise<{ main: Commit; draft: Draft }> {
  const main = await readMain(repository);
  const draft = (await drafts.read(entry, main)) ?? refuse(noDraft(entry));
  if (version && version !== (await versionOrRemoved(repository, draft.tip.tree, entry))) {
    throw await changedMeanwhile(repository, entry, { main, draft }, version, lookAgain);
  }
  return { main, draft };
}

/**
 * Moves the branch of a draft to a commit.
 *
 * @returns false where someone else moved the draft in the meantime
 */
export async function moveDraft(
  { repository: { refs }, drafts }: Workspace,
  { main, draft }: { main: Commit; draft: Draft | undefined },
  entry: EntryAddress,
  to: string,
  what: string,
): Promise<boolean> {
  const from = draft?.tip.oid ?? (await drafts.leftover(entry, main));
  const isMoved = await refs.update([{ ref: draftRef(entry), from, to }], `cms: ${what}`);
  if (isMoved) drafts.noteUnpublished(to, main);
  return isMoved;
}

/** A tree with an entry and its companions as another tree has them. */
export async function withEntryOf(
  { repository: { trees } }: Workspace,
  tree: string,
  other: string,
  entry: EntryAddress,
): Promise<string> {
  const oids = await Promise.all(
    filesOf(entry).map(async (file) => [file, await trees.findFile(other, file)] as const),
  );
  return trees.write(tree, new Map(oids));
}
