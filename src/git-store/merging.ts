import { describeConflict, findConflicts } from "#domain/editing/conflicts.ts";
import { type EntryAddress, filesOf } from "#domain/editing/entries.ts";
import { formatList } from "#domain/format.ts";
import { type Commit, findMergeBase, readCommit, readText } from "./commits.ts";
import { withEntryOf } from "./draft-moves.ts";
import { type Draft, versionOrRemoved } from "./drafts.ts";
import { Refusal } from "./refusal.ts";
import type { Repository } from "./repository.ts";
import { reviewEntry } from "./review-trees.ts";
import { decodeName } from "./trees.ts";
import type { Workspace } from "./workspace.ts";

/** Where a draft and the main branch were last the same; undefined where they never were. */
export async function findBase(
  repository: Repository,
  main: Commit,
  tip: Commit,
): Promise<Commit | undefined> {
  const oid = await findMergeBase(repository, main.oid, tip.oid);
  return oid === undefined ? undefined : readCommit(repository, oid);
}

/** Files that a draft changes though they do not belong to its entry. */
export async function foreignFiles(
  { trees }: Repository,
  entry: EntryAddress,
  base: Commit,
  tip: Commit,
): Promise<string[]> {
  const own = new Set<string>(filesOf(entry));
  return (await trees.compare(base.tree, tip.tree)).filter((file) => !own.has(file));
}

/**
 * The main branch with an entry as its draft has it, to the byte: what was approved is what is
 * published. Whatever else changed on the main branch stays.
 *
 * @returns the tree
 * @throws Refusal where the entry changed on the main branch, too, or the draft changes other files
 */
export async function mergeDraft(
  workspace: Workspace,
  title: string,
  main: Commit,
  draft: Draft,
): Promise<string> {
  const { repository } = workspace;
  const { entry, tip } = draft;
  const base = await findBase(repository, main, tip);
  if (!base) {
    throw new Refusal(
      409,
      `Der Entwurf zu ${title} hat mit dem veröffentlichten Stand keine gemeinsame Vorgeschichte. Er kam von außen; eine Entwicklerin muss ihn in Git ansehen.`,
    );
  }
  const foreign = await foreignFiles(repository, entry, base, tip);
  if (foreign.length > 0) throw otherFiles(title, foreign);
  const [before, published, own] = await Promise.all(
    [base, main, tip].map(({ tree }) => versionOrRemoved(repository, tree, entry)),
  );
  if (before !== published && own !== published)
    throw await conflict(repository, title, base, main, draft);
  return withEntryOf(workspace, main.tree, tip.tree, entry);
}

function otherFiles(title: string, files: readonly string[]): Refusal {
  const shown = formatList(files.slice(0, 5).map((file) => `„${decodeName(file)}“`));
  return new Refusal(
    409,
    `Der Entwurf zu ${title} ändert auch ${shown}. Das gehört nicht zum Eintrag und lässt sich nur in Git prüfen und übernehmen.`,
  );
}

/** Tells all that was published meanwhile: the draft will replace it once it is saved again. */
async function conflict(
  repository: Repository,
  title: string,
  base: Commit,
  main: Commit,
  { entry, tip }: Draft,
): Promise<Refusal> {
  const { sentences } = await reviewEntry(repository, base.tree, main.tree, entry);
  const [before, published, own] = await Promise.all(
    [base, main, tip].map(({ tree }) => readText(repository, tree, entry.file)),
  );
  const publishedVersion = await versionOrRemoved(repository, main.tree, entry);
  const what = `Seit Beginn des Entwurfs hat sich ${entry.file} veröffentlicht geändert: ${sentences.join(" ")}`;
  if (own === undefined) {
    return new Refusal(
      409,
      `Die Löschung von ${title} wurde nicht veröffentlicht. ${what} Verwerfen Sie den Vorschlag, und schlagen Sie die Löschung noch einmal vor, wenn sie weiter gelten soll.`,
    );
  }
  const fields = findConflicts(entry.kind, before, published, own).map(describeConflict);
  const both = fields.length > 0 ? ` Auf beiden Seiten geändert: ${formatList(fields)}.` : "";
  return new Refusal(
    409,
    `${title} wurde nicht veröffentlicht. ${what}${both} Übernehmen Sie in den Entwurf, was davon gelten soll, und speichern Sie ihn; er ersetzt dann die veröffentlichte Fassung.`,
    { publishedVersion },
  );
}
