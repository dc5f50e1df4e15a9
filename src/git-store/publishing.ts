import { formatCommitMessage } from "#domain/editing/commit-message.ts";
import type { EntryAddress } from "#domain/editing/entries.ts";
import { formatPerson, type Person } from "#domain/editing/person.ts";
import type { Params } from "#domain/editing/protocol.ts";
import { statusLabels } from "#domain/editing/workflow.ts";
import { formatCount } from "#domain/format.ts";
import { isAmong, sortProblems } from "#domain/problem.ts";
import { untilFirst } from "./attempts.ts";
import { type Checkout, followMain } from "./checkout.ts";
import { writeCommit } from "./commits.ts";
import { readSeenDraft } from "./draft-moves.ts";
import { type Draft, draftRef } from "./drafts.ts";
import { titleOf } from "./entry-titles.ts";
import type { Gate } from "./gate.ts";
import { mergeDraft } from "./merging.ts";
import { findEntry } from "./places.ts";
import { Refusal } from "./refusal.ts";
import { reviewEntry } from "./review-trees.ts";
import type { Workspace } from "./workspace.ts";

/** What a publication does to an entry, as people read it. */
export type ChangeKind = "neu" | "geändert" | "gelöscht" | "unverändert";

/** What was published, and whether the person's own files show it. */
export interface Publication {
  /** `Wetteraukreis 2025` */
  readonly title: string;
  readonly kind: ChangeKind;
  readonly checkout: Checkout;
}

/**
 * Merges an approved draft into the main branch, if the gate has nothing against the result.
 *
 * @returns kind `unverändert` where all of the draft is published already; it is gone then
 * @throws Refusal where the draft is not approved, has problems or contradicts what is published;
 *   then nothing has moved
 */
export async function publishUnpublishedEntry(
  workspace: Workspace,
  gate: Gate,
  { collection, slug, version }: Params<"publishUnpublishedEntry">,
): Promise<Publication> {
  const { repository } = workspace;
  const entry = findEntry(collection, slug);
  const person = await workspace.editor();
  return untilFirst(async () => {
    const { main, draft } = await readSeenDraft(workspace, entry, version);
    const title = await titleOf(repository, draft.tip.tree, entry);
    const { approvedBy } = draft;
    if (!approvedBy) throw notApproved(title, draft);
    const tree = await mergeDraft(workspace, title, main, draft);
    const changed = await repository.trees.compare(main.tree, tree);
    const done = { ref: draftRef(entry), from: draft.tip.oid, to: undefined };
    if (changed.length === 0) {
      const isGone = await repository.refs.update([done], "cms: nothing to publish");
      return isGone ? { title, kind: "unverändert", checkout: { follows: true } } : undefined;
    }
    await passGate(gate, title, main.tree, tree, changed);
    const kind = await kindOf(workspace, entry, main.tree, tree);
    const commit = await writeCommit(repository, {
      tree,
      parents: [main.oid, draft.tip.oid],
      author: person,
      message: await describe(workspace, title, draft, approvedBy, kind, [main.tree, tree]),
    });
    const checkout = await followMain(repository, main, commit, changed, () =>
      repository.refs.update(
        [{ ref: repository.main, from: main.oid, to: commit }, done],
        `cms: publish ${entry.branch}`,
      ),
    );
    return checkout && { title, kind, checkout };
  });
}

/** Refuses problems of the entry, and those elsewhere that were not there before. */
async function passGate(
  gate: Gate,
  title: string,
  before: string,
  after: string,
  changed: readonly string[],
): Promise<void> {
  const found = await gate.check(after);
  if (found.length === 0) return;
  const wasThere = isAmong(await gate.check(before));
  const fresh = sortProblems(
    found.filter((problem) => changed.includes(problem.file) || !wasThere(problem)),
  );
  if (fresh.length === 0) return;
  const [first] = fresh;
  const count = formatCount(fresh.length, "Problem hält", "Probleme halten");
  throw new Refusal(
    422,
    `${title} wurde nicht veröffentlicht, ${count} es auf. ${first?.field}, Zeile ${first?.line}: ${first?.message}`,
    { problems: fresh },
  );
}

function notApproved(title: string, { status, edited }: Draft): Refusal {
  return new Refusal(
    409,
    `${title} ist noch nicht freigegeben, sondern „${statusLabels[status]}“; zuletzt hat ${edited.author.name} den Entwurf bearbeitet. Prüfen Sie ihn und setzen Sie ihn auf „${statusLabels.pending_publish}“.`,
  );
}

/** What happens to an entry between two trees. */
async function kindOf(
  { repository: { trees } }: Workspace,
  { file }: EntryAddress,
  before: string,
  after: string,
): Promise<ChangeKind> {
  if ((await trees.findFile(after, file)) === undefined) return "gelöscht";
  return (await trees.findFile(before, file)) === undefined ? "neu" : "geändert";
}

/** Names entry, what changed, author and reviewer. */
async function describe(
  { repository }: Workspace,
  title: string,
  { entry, edited }: Draft,
  approvedBy: Person,
  kind: ChangeKind,
  [before, after]: readonly [string, string],
): Promise<string> {
  const { short, sentences } = await reviewEntry(repository, before, after, entry);
  return formatCommitMessage({
    subject: `${title}: ${kind === "geändert" ? short : kind}`,
    body: sentences.join("\n"),
    trailers: {
      Art: kind,
      Datei: entry.file,
      "Bearbeitet-von": formatPerson(edited.author),
      "Freigegeben-von": formatPerson(approvedBy),
    },
  });
}
