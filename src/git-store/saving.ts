import { formatCommitMessage } from "#domain/editing/commit-message.ts";
import { companionsOf, type EntryAddress, entryAt } from "#domain/editing/entries.ts";
import type { Params } from "#domain/editing/protocol.ts";
import { statusAfterChange, statusLabels, type WorkflowStatus } from "#domain/editing/workflow.ts";
import { untilFirst } from "./attempts.ts";
import { type Commit, writeBlob, writeCommit } from "./commits.ts";
import {
  type Draft,
  draftRef,
  draftUploads,
  readMain,
  statusTrailer,
  versionOf,
} from "./drafts.ts";
import { titleOf } from "./entry-titles.ts";
import { findEntry, noDraft, refuse, unknownPlace } from "./reading.ts";
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
  "Ihr Text steht noch im Formular. Kopieren Sie ihn, laden Sie die Seite neu und tragen Sie Ihre Änderung in die neue Fassung ein.";
/** What to do about a draft that somebody else has changed. */
export const lookAgain = "Laden Sie die Seite neu und sehen Sie sich die neue Fassung an.";

/** Saves an entry as a draft; a published one stays as it is. */
export async function persistEntry(
  workspace: Workspace,
  { dataFiles, assets, options, version, publishedVersion }: Params<"persistEntry">,
): Promise<SavedAnswer> {
  const { repository, drafts } = workspace;
  const [{ path, slug, raw, newPath }] = dataFiles as [(typeof dataFiles)[number]];
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
    const changes = new Map<string, string | undefined>(oids);
    // The sender names all uploads of the draft; one that is not named was taken out.
    for (const file of draft ? await draftUploads(repository, draft, main) : []) {
      if (!oids.has(file)) changes.set(file, await repository.trees.findFile(main.tree, file));
    }
    const tree = await repository.trees.write(present.tree, changes);
    const saved = { message: "entry persisted", version: await versionOf(repository, tree, entry) };
    const current = await versionOf(repository, present.tree, entry);
    // The same save once more: its first answer was lost on the way.
    if (draft && tree === draft.tip.tree && current === saved.version) {
      return { ...saved, status: draft.status };
    }
    if ((version ?? undefined) !== current) {
      throw await changedMeanwhile(
        repository,
        entry,
        { main, draft },
        version ?? undefined,
        keepText,
      );
    }
    const status = draft ? statusAfterChange(draft.status) : newStatus(options.status);
    const takesMain = draft && publishedVersion === (await versionOf(repository, main.tree, entry));
    const oid = await writeCommit(repository, {
      tree: takesMain ? await onTopOf(workspace, main, tree, entry) : tree,
      parents: takesMain ? [present.oid, main.oid] : [present.oid],
      author: person,
      message: formatCommitMessage({
        subject: `${await titleOf(repository, tree, entry)}: Entwurf gespeichert`,
        trailers: { [statusTrailer]: statusLabels[status] },
      }),
    });
    const isFirst = await moveDraft(workspace, { main, draft }, entry, oid, "save");
    return isFirst ? { ...saved, status } : undefined;
  });
}

/** Approval is a step of its own. */
function newStatus(asked: WorkflowStatus = "draft"): WorkflowStatus {
  return statusAfterChange(asked);
}

/** The main branch with the entry as a draft has it: for a sender who knows what is published. */
async function onTopOf(
  { repository: { trees } }: Workspace,
  main: Commit,
  tree: string,
  entry: EntryAddress,
): Promise<string> {
  const own = [entry.file, ...companionsOf(entry)];
  const oids = await Promise.all(
    own.map(async (file) => [file, await trees.findFile(tree, file)] as const),
  );
  return trees.write(main.tree, new Map(oids));
}

/** Moves a draft to another state. */
export async function updateUnpublishedEntryStatus(
  workspace: Workspace,
  { collection, slug, newStatus, version }: Params<"updateUnpublishedEntryStatus">,
): Promise<SavedAnswer> {
  const { repository } = workspace;
  const entry = findEntry(collection, slug);
  const person = await workspace.editor();
  return untilFirst(async () => {
    const seen = await readSeenDraft(workspace, entry, version);
    const { tip, status } = seen.draft;
    const answer = {
      message: "status updated",
      version: await versionOf(repository, tip.tree, entry),
      status: newStatus,
    };
    if (status === newStatus) return answer;
    const oid = await writeCommit(repository, {
      tree: tip.tree,
      parents: [tip.oid],
      author: person,
      message: formatCommitMessage({
        subject: `${await titleOf(repository, tip.tree, entry)}: ${statusLabels[newStatus]}`,
        trailers: { [statusTrailer]: statusLabels[newStatus] },
      }),
    });
    return (await moveDraft(workspace, seen, entry, oid, "change of state")) ? answer : undefined;
  });
}

/** The draft that the sender has seen. */
export async function readSeenDraft(
  { repository, drafts }: Workspace,
  entry: EntryAddress,
  version: string | null | undefined,
): Promise<{ main: Commit; draft: Draft }> {
  const main = await readMain(repository);
  const draft = (await drafts.read(entry, main)) ?? refuse(noDraft(entry));
  const current = await versionOf(repository, draft.tip.tree, entry);
  if (version && version !== current) {
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

function renamed({ file }: EntryAddress): Refusal {
  return new Refusal(
    422,
    `„${file}“ behält seinen Namen. Legen Sie für eine andere Kommune einen neuen Eintrag an und schlagen Sie die Löschung dieses Eintrags vor.`,
  );
}
