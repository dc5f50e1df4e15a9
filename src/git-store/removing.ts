import { formatCommitMessage } from "#domain/editing/commit-message.ts";
import { type EntryAddress, entryAt, filesOf, isMediaFile } from "#domain/editing/entries.ts";
import type { Params } from "#domain/editing/protocol.ts";
import { statusLabels } from "#domain/editing/workflow.ts";
import { untilFirst } from "./attempts.ts";
import { writeCommit } from "./commits.ts";
import { lookAgain, moveDraft, readSeenDraft } from "./draft-moves.ts";
import {
  type Draft,
  discardedRefs,
  draftRef,
  readMain,
  removed,
  trailers,
  versionOf,
} from "./drafts.ts";
import { titleOf } from "./entry-titles.ts";
import { findEntry, notFound, unknownPlace } from "./places.ts";
import { Refusal } from "./refusal.ts";
import type { SavedAnswer } from "./saving.ts";
import { changedMeanwhile } from "./stale.ts";
import type { Workspace } from "./workspace.ts";

/** Discards a draft; its last commit stays under `refs/discarded/`, so that it can be brought back. */
export async function deleteUnpublishedEntry(
  workspace: Workspace,
  { collection, slug, version }: Params<"deleteUnpublishedEntry">,
): Promise<{ message: string }> {
  const { refs } = workspace.repository;
  const entry = findEntry(collection, slug);
  await workspace.editor();
  return untilFirst(async () => {
    const { draft } = await readSeenDraft(workspace, entry, version);
    const ref = draftRef(entry);
    const kept = `${discardedRefs(entry)}/${draft.tip.oid}`;
    const isMoved = await refs.update(
      [
        { ref, from: draft.tip.oid, to: undefined },
        { ref: kept, from: await refs.read(kept), to: draft.tip.oid },
      ],
      "cms: discard",
    );
    return isMoved ? { message: "draft discarded" } : undefined;
  });
}

/** Proposes the removal of a published entry, its original and repairs: a draft like any other. */
export async function deleteFiles(
  workspace: Workspace,
  { paths, version }: Params<"deleteFiles">,
): Promise<SavedAnswer> {
  const { repository, drafts } = workspace;
  const entry = deletedEntry(paths);
  const person = await workspace.editor();
  const answer = { message: "deletion proposed", version: removed, status: "draft" } as const;
  return untilFirst(async () => {
    const main = await readMain(repository);
    const draft = await drafts.read(entry, main);
    if (draft) {
      const isProposed = (await versionOf(repository, draft.tip.tree, entry)) === undefined;
      if (isProposed) return { ...answer, status: draft.status };
      throw draftInTheWay(await titleOf(repository, main.tree, entry), draft);
    }
    const current = await versionOf(repository, main.tree, entry);
    if (current === undefined) throw notFound(entry);
    if (version && version !== current) {
      throw await changedMeanwhile(repository, entry, { main, draft }, version, lookAgain);
    }
    const tree = await repository.trees.write(
      main.tree,
      new Map(filesOf(entry).map((file) => [file, undefined])),
    );
    const oid = await writeCommit(repository, {
      tree,
      parents: [main.oid],
      author: person,
      message: formatCommitMessage({
        subject: `${await titleOf(repository, main.tree, entry)}: Löschung vorgeschlagen`,
        trailers: { [trailers.status]: statusLabels.draft },
      }),
    });
    const isFirst = await moveDraft(workspace, { main, draft }, entry, oid, "propose deletion");
    return isFirst ? answer : undefined;
  });
}

function deletedEntry(paths: readonly string[]): EntryAddress {
  const [path = "", ...others] = paths;
  const entry = entryAt(path);
  if (entry && others.length === 0) return entry;
  if (paths.some(isMediaFile)) throw mediaOfItsOwn();
  throw unknownPlace(entry ? (others[0] ?? "") : path);
}

/** An original is published, reviewed and removed with its agreement, never alone. */
export function mediaOfItsOwn(): Refusal {
  return new Refusal(
    422,
    "Ein Original gehört zu seiner Vereinbarung. Öffnen Sie die Vereinbarung und laden Sie die Datei dort hoch; entfernt wird sie mit der Vereinbarung.",
  );
}

function draftInTheWay(title: string, { edited }: Draft): Refusal {
  return new Refusal(
    409,
    `Zu ${title} gibt es einen Entwurf von ${edited.author.name}. Veröffentlichen oder verwerfen Sie ihn, bevor Sie die Löschung vorschlagen.`,
  );
}
