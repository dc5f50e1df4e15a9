import { formatCommitMessage } from "#domain/editing/commit-message.ts";
import { describeConflict, findConflicts } from "#domain/editing/conflicts.ts";
import { companionsOf, type EntryAddress } from "#domain/editing/entries.ts";
import { formatPerson } from "#domain/editing/person.ts";
import type { Params } from "#domain/editing/protocol.ts";
import { statusLabels } from "#domain/editing/workflow.ts";
import { formatCount, formatList } from "#domain/format.ts";
import { type Problem, sortProblems } from "#domain/problem.ts";
import { untilFirst } from "./attempts.ts";
import { type Checkout, followMain } from "./checkout.ts";
import { type Commit, readCommit, readText, writeCommit } from "./commits.ts";
import { type Draft, draftRef, versionOf } from "./drafts.ts";
import { titleOf } from "./entry-titles.ts";
import type { Gate } from "./gate.ts";
import { GitError } from "./git.ts";
import { findEntry } from "./reading.ts";
import { Refusal } from "./refusal.ts";
import { reviewEntry } from "./review-trees.ts";
import { readSeenDraft } from "./saving.ts";
import { decodeName } from "./trees.ts";
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
    if (draft.status !== "pending_publish") throw notApproved(title, draft);
    const tree = await merge(workspace, entry, title, main, draft);
    const changed = await repository.trees.compare(main.tree, tree);
    checkOwnFiles(entry, title, changed);
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
      message: await describe(workspace, entry, title, draft, kind, [main.tree, tree]),
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

/** The tree of both sides together. */
async function merge(
  { repository }: Workspace,
  entry: EntryAddress,
  title: string,
  main: Commit,
  draft: Draft,
): Promise<string> {
  const { git } = repository;
  try {
    const { status, stdout } = await git.run(
      ["merge-tree", "--write-tree", "--name-only", "--no-messages", "-z", main.oid, draft.tip.oid],
      { expected: [0, 1] },
    );
    const [tree = "", ...files] = stdout.toString("latin1").split("\0").filter(Boolean);
    if (status === 0) return tree;
    throw await conflict(repository, entry, title, main, draft, files);
  } catch (error) {
    if (error instanceof GitError && /unrelated histories/.test(error.stderr)) {
      throw new Refusal(
        409,
        `Der Entwurf zu ${title} hat mit dem veröffentlichten Stand keine gemeinsame Vorgeschichte. Er kam von außen; eine Entwicklerin muss ihn in Git ansehen.`,
      );
    }
    throw error;
  }
}

async function conflict(
  repository: Workspace["repository"],
  entry: EntryAddress,
  title: string,
  main: Commit,
  draft: Draft,
  files: readonly string[],
): Promise<Refusal> {
  const { stdout } = await repository.git.run(["merge-base", main.oid, draft.tip.oid]);
  const base = await readCommit(repository, stdout.toString().split("\n")[0] ?? "");
  const [before, published, own] = await Promise.all(
    [base, main, draft.tip].map(({ tree }) => readText(repository, tree, entry.file)),
  );
  const publishedVersion = await versionOf(repository, main.tree, entry);
  const fields = findConflicts(entry.kind, before, published, own).map(describeConflict);
  const places = files.map((file) =>
    file === entry.file ? `${file}: ${formatList(fields)}` : decodeName(file),
  );
  return new Refusal(
    409,
    `${title} wurde nicht veröffentlicht: Die veröffentlichte Fassung hat sich seit Beginn des Entwurfs an derselben Stelle geändert (${places.join("; ")}). Vergleichen Sie beide Fassungen, übernehmen Sie in den Entwurf, was gelten soll, und speichern Sie ihn.`,
    publishedVersion === undefined ? {} : { publishedVersion },
  );
}

/** A branch may come from outside; what belongs to no entry is not published from here. */
function checkOwnFiles(entry: EntryAddress, title: string, changed: readonly string[]): void {
  const own = new Set([entry.file, ...companionsOf(entry)]);
  const foreign = changed.filter((file) => !own.has(file)).map(decodeName);
  if (foreign.length === 0) return;
  const shown = formatList(foreign.slice(0, 5).map((file) => `„${file}“`));
  throw new Refusal(
    409,
    `Der Entwurf zu ${title} ändert auch ${shown}. Das gehört nicht zum Eintrag und lässt sich nur in Git prüfen und übernehmen.`,
  );
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
  const known = new Set((await gate.check(before)).map(keyOf));
  const new_ = sortProblems(
    found.filter((problem) => changed.includes(problem.file) || !known.has(keyOf(problem))),
  );
  if (new_.length === 0) return;
  const [first] = new_;
  const count = formatCount(new_.length, "Problem hält", "Probleme halten");
  throw new Refusal(
    422,
    `${title} wurde nicht veröffentlicht, ${count} es auf. ${first?.field}, Zeile ${first?.line}: ${first?.message}`,
    { problems: new_ },
  );
}

function keyOf({ file, code, message }: Problem): string {
  return `${file} ${code} ${message}`;
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
  entry: EntryAddress,
  title: string,
  draft: Draft,
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
      "Bearbeitet-von": formatPerson(draft.edited.author),
      "Freigegeben-von": formatPerson(draft.approvedBy ?? draft.tip.author),
    },
  });
}
