import { formatCommitMessage } from "#domain/editing/commit-message.ts";
import { companionsOf, type EntryAddress, entryAt } from "#domain/editing/entries.ts";
import type { Params } from "#domain/editing/protocol.ts";
import { statusAfterChange, statusLabels, type WorkflowStatus } from "#domain/editing/workflow.ts";
import { untilFirst } from "./attempts.ts";
import { type Commit, writeBlob, writeCommit } from "./commits.ts";
import { moveDraft, withEntryOf } from "./draft-moves.ts";
import {
  type Draft,
  draftUploads,
  readMain,
  trailers,
  versionOf,
  versionOrRemoved,
} from "./drafts.ts";
import { titleOf } from "./entry-titles.ts";
import { findBase, foreignFiles } from "./merging.ts";
import { refuse, unknownPlace } from "./places.ts";
import { Refusal } from "./refusal.ts";
import { changedMeanwhile } from "./stale.ts";
import { checkText, readUploads } from "./submitted.ts";
import type { Workspace } from "./workspace.ts";

/** What a save or a change of state answers: the draft as it is now. */
export interface SavedAnswer {
  readonly message: string;
  readonly version: string | undefined;
  readonly status: WorkflowStatus;
}

const keepText =
  "Ihr Text steht noch im Formular. Kopieren Sie ihn, bevor Sie die Seite neu laden, und tragen Sie Ihre Änderung dann in die neue Fassung ein.";

/** Saves an entry as a draft; a published one stays as it is. */
export async function persistEntry(
  workspace: Workspace,
  { dataFiles, assets, options, version, publishedVersion }: Params<"persistEntry">,
): Promise<SavedAnswer> {
  const { repository, drafts } = workspace;
  const [{ path, slug, raw, newPath }] = dataFiles;
  const entry = entryAt(path) ?? refuse(unknownPlace(path));
  if (slug !== entry.slug || (newPath !== undefined && newPath !== path)) throw renamed(entry);
  checkText(raw);
  const uploads = readUploads(entry, assets);
  const person = await workspace.editor();
  const oids = new Map<string, string>([[entry.file, await writeBlob(repository, raw)]]);
  for (const [file, bytes] of uploads) oids.set(file, await writeBlob(repository, bytes));

  return untilFirst(async () => {
    const main = await readMain(repository);
    const draft = await drafts.read(entry, main);
    const present = draft?.tip ?? main;
    const current = draft
      ? await versionOrRemoved(repository, draft.tip.tree, entry)
      : await versionOf(repository, main.tree, entry);
    const changes = await changesOf(workspace, entry, main, draft, oids);
    const written = await repository.trees.write(present.tree, changes);
    const saved = {
      message: "entry persisted",
      version: await versionOf(repository, written, entry),
    };
    const takesMain = draft && (await knowsMain(workspace, draft, main, publishedVersion));
    // The same save once more: its first answer was lost on the way.
    if (draft && written === draft.tip.tree && !takesMain) {
      return { ...saved, status: draft.status };
    }
    if ((version ?? undefined) !== current) {
      const read = version ?? undefined;
      throw await changedMeanwhile(repository, entry, { main, draft }, read, keepText);
    }
    const status = draft ? statusAfterChange(draft.status) : newStatus(options.status);
    const oid = await writeCommit(repository, {
      tree: takesMain ? await withEntryOf(workspace, main.tree, written, entry) : written,
      parents: takesMain ? [present.oid, main.oid] : [present.oid],
      author: person,
      message: formatCommitMessage({
        subject: `${await titleOf(repository, written, entry)}: Entwurf gespeichert`,
        trailers: { [trailers.status]: statusLabels[status] },
      }),
    });
    const isFirst = await moveDraft(workspace, { main, draft }, entry, oid, "save");
    return isFirst ? { ...saved, status } : undefined;
  });
}

/** The files that a save changes: what was sent, and what it says without a word. */
async function changesOf(
  { repository }: Workspace,
  entry: EntryAddress,
  main: Commit,
  draft: Draft | undefined,
  sent: ReadonlyMap<string, string>,
): Promise<Map<string, string | undefined>> {
  const changes = new Map<string, string | undefined>(sent);
  if (!draft) return changes;
  const isDeletion = (await versionOf(repository, draft.tip.tree, entry)) === undefined;
  // The sender names all uploads of the draft; one that is not named was taken out. Whoever saves
  // an entry that was to be removed wants all of it back.
  const back = isDeletion ? companionsOf(entry) : await draftUploads(repository, draft, main);
  for (const file of back) {
    if (!sent.has(file)) changes.set(file, await repository.trees.findFile(main.tree, file));
  }
  return changes;
}

/**
 * Whether the sender was told what is published beside the draft, so that the draft can take it in:
 * only what concerns the entry, and only if the draft concerns nothing else.
 */
async function knowsMain(
  { repository }: Workspace,
  { entry, tip }: Draft,
  main: Commit,
  publishedVersion: string | null | undefined,
): Promise<boolean> {
  if (!publishedVersion) return false;
  const published = await versionOrRemoved(repository, main.tree, entry);
  const base = await findBase(repository, main, tip);
  if (publishedVersion !== published || !base || base.oid === main.oid) return false;
  return (await foreignFiles(repository, entry, base, tip)).length === 0;
}

/** Approval is a step of its own. */
function newStatus(asked: WorkflowStatus = "draft"): WorkflowStatus {
  return statusAfterChange(asked);
}

function renamed({ file }: EntryAddress): Refusal {
  return new Refusal(
    422,
    `„${file}“ behält seinen Namen. Legen Sie für eine andere Kommune einen neuen Eintrag an und schlagen Sie die Löschung dieses Eintrags vor.`,
  );
}
