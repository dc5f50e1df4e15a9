import { describeConflict, findConflicts } from "#domain/editing/conflicts.ts";
import { companionsOf, type EntryAddress } from "#domain/editing/entries.ts";
import { formatList } from "#domain/format.ts";
import { type Commit, readCommit, readText } from "./commits.ts";
import { withEntryOf } from "./draft-moves.ts";
import { type Draft, draftVersion, removed, versionOf } from "./drafts.ts";
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
  const { status, stdout } = await repository.git.run(["merge-base", main.oid, tip.oid], {
    expected: [0, 1],
  });
  return status === 0 ? readCommit(repository, stdout.toString().split("\n")[0] ?? "") : undefined;
}

/** Files that a draft changes though they do not belong to its entry. */
export async function foreignFiles(
  { trees }: Repository,
  entry: EntryAddress,
  base: Commit,
  tip: Commit,
): Promise<string[]> {
  const own = new Set([entry.file, ...companionsOf(entry)]);
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
  const [before, published] = await Promise.all(
    [base, main].map(async ({ tree }) => (await versionOf(repository, tree, entry)) ?? removed),
  );
  const isDone = published === (await draftVersion(repository, draft));
  if (before !== published && !isDone) throw await conflict(repository, title, base, main, draft);
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
  const publishedVersion = (await versionOf(repository, main.tree, entry)) ?? removed;
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
