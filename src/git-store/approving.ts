import { formatCommitMessage } from "#domain/editing/commit-message.ts";
import type { Params } from "#domain/editing/protocol.ts";
import { statusLabels } from "#domain/editing/workflow.ts";
import { untilFirst } from "./attempts.ts";
import { writeCommit } from "./commits.ts";
import { moveDraft, readSeenDraft } from "./draft-moves.ts";
import { trailers, versionOrRemoved } from "./drafts.ts";
import { titleOf } from "./entry-titles.ts";
import { findEntry } from "./places.ts";
import type { SavedAnswer } from "./saving.ts";
import type { Workspace } from "./workspace.ts";

/** Moves a draft to another state; what is approved is the version that it has now. */
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
      version: await versionOrRemoved(repository, tip.tree, entry),
      status: newStatus,
    };
    if (status === newStatus) return answer;
    const oid = await writeCommit(repository, {
      tree: tip.tree,
      parents: [tip.oid],
      author: person,
      message: formatCommitMessage({
        subject: `${await titleOf(repository, tip.tree, entry)}: ${statusLabels[newStatus]}`,
        trailers: {
          [trailers.status]: statusLabels[newStatus],
          [trailers.version]: answer.version,
        },
      }),
    });
    return (await moveDraft(workspace, seen, entry, oid, "change of state")) ? answer : undefined;
  });
}
