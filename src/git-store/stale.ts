import { changedFields } from "#domain/editing/conflicts.ts";
import type { EntryAddress } from "#domain/editing/entries.ts";
import { formatList, formatMoment } from "#domain/format.ts";
import { type Commit, readCommit, readText } from "./commits.ts";
import { type Draft, versionOf } from "./drafts.ts";
import { titleOf } from "./entry-titles.ts";
import { Refusal } from "./refusal.ts";
import type { Repository } from "./repository.ts";

/** As far back as a version is looked for, in commits. */
const farthest = 50;

/**
 * Says who changed an entry since a version of it was read, what and when.
 *
 * @param version what the sender had read; undefined where nothing
 * @param advice what to do now, a sentence
 */
export async function changedMeanwhile(
  repository: Repository,
  entry: EntryAddress,
  current: { main: Commit; draft: Draft | undefined },
  version: string | undefined,
  advice: string,
): Promise<Refusal> {
  const { main, draft } = current;
  const tree = (draft?.tip ?? main).tree;
  const history = await historyOf(repository, entry, draft, main);
  const latest = draft?.edited ?? history[0];
  const title = await titleOf(repository, tree, entry);
  if (!latest) return new Refusal(409, `${title} gibt es nicht mehr. ${advice}`);
  const what =
    version === undefined
      ? `${draft ? "einen Entwurf" : "eine Fassung"} dazu gespeichert`
      : await whatChanged(repository, entry, tree, history, version);
  return new Refusal(
    409,
    `${title} hat sich inzwischen geändert: ${latest.author.name} hat am ${formatMoment(latest.date)} ${what}. ${advice}`,
  );
}

/** The commits that an entry's present state comes from, newest first. */
async function historyOf(
  repository: Repository,
  { file }: EntryAddress,
  draft: Draft | undefined,
  main: Commit,
): Promise<Commit[]> {
  const { stdout } = await repository.git.run([
    "log",
    "--format=%H",
    `--max-count=${farthest}`,
    draft?.tip.oid ?? main.oid,
    "--",
    file,
  ]);
  const oids = stdout.toString().split("\n").filter(Boolean);
  return Promise.all(oids.map((oid) => readCommit(repository, oid)));
}

/** `Fördersumme und Projekte geändert`; without names where the version cannot be found. */
async function whatChanged(
  repository: Repository,
  entry: EntryAddress,
  tree: string,
  history: readonly Commit[],
  version: string,
): Promise<string> {
  const now = await readText(repository, tree, entry.file);
  if (now === undefined) return "die Löschung vorgeschlagen";
  for (const commit of history) {
    if ((await versionOf(repository, commit.tree, entry)) !== version) continue;
    const before = (await readText(repository, commit.tree, entry.file)) ?? "";
    const fields = changedFields(entry.kind, before, now);
    if (fields.length > 0) return `${formatList(fields)} geändert`;
  }
  return "eine andere Fassung gespeichert";
}
