import { type EntryAddress, filesOf } from "#domain/editing/entries.ts";
import { formatCount, formatMoment } from "#domain/format.ts";
import { type Commit, readCommit } from "./commits.ts";
import { type Draft, discardedRefs, versionOf, versionOrRemoved } from "./drafts.ts";
import { titleOf } from "./entry-titles.ts";
import { Refusal } from "./refusal.ts";
import type { Repository } from "./repository.ts";
import { reviewEntry } from "./review-trees.ts";

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
  if (!draft && (await wasDiscarded(repository, entry, version))) {
    return new Refusal(409, `Der Entwurf zu ${title} ist inzwischen verworfen. ${advice}`);
  }
  if (!latest) return new Refusal(409, `${title} gibt es nicht mehr. ${advice}`);
  const what = await whatChanged(repository, entry, tree, history, version);
  return new Refusal(
    409,
    `${title} hat sich inzwischen geändert, zuletzt durch ${latest.author.name} am ${formatMoment(latest.date)}: ${what} ${advice}`,
  );
}

/** The commits that an entry's present state comes from, newest first. */
async function historyOf(
  repository: Repository,
  entry: EntryAddress,
  draft: Draft | undefined,
  main: Commit,
): Promise<Commit[]> {
  const { stdout } = await repository.git.run([
    "rev-list",
    `--max-count=${farthest}`,
    draft?.tip.oid ?? main.oid,
    "--",
    ...filesOf(entry),
  ]);
  return readCommits(repository, stdout.toString());
}

async function wasDiscarded(
  repository: Repository,
  entry: EntryAddress,
  version: string | undefined,
): Promise<boolean> {
  if (version === undefined) return false;
  const { stdout } = await repository.git.run([
    "for-each-ref",
    "--format=%(objectname)",
    "--sort=-committerdate",
    `--count=${farthest}`,
    discardedRefs(entry),
  ]);
  const commits = await readCommits(repository, stdout.toString());
  const versions = await Promise.all(
    commits.map(({ tree }) => versionOrRemoved(repository, tree, entry)),
  );
  return versions.includes(version);
}

function readCommits(repository: Repository, listed: string): Promise<Commit[]> {
  const oids = listed.split("\n").filter(Boolean);
  return Promise.all(oids.map((oid) => readCommit(repository, oid)));
}

/** As many changes as one message can tell. */
const mostTold = 3;

/** What the present state has that the version has not, in sentences. */
async function whatChanged(
  repository: Repository,
  entry: EntryAddress,
  tree: string,
  history: readonly Commit[],
  version: string | undefined,
): Promise<string> {
  if ((await versionOf(repository, tree, entry)) === undefined) {
    return "Die Löschung ist vorgeschlagen.";
  }
  if (version === undefined) return "Der Eintrag ist seither angelegt oder wieder da.";
  for (const commit of history) {
    if ((await versionOrRemoved(repository, commit.tree, entry)) !== version) continue;
    const { sentences } = await reviewEntry(repository, commit.tree, tree, entry);
    const others = sentences.length - mostTold;
    return [
      ...sentences.slice(0, mostTold),
      ...(others > 0
        ? [`Dazu ${formatCount(others, "weitere Änderung", "weitere Änderungen")}.`]
        : []),
    ].join(" ");
  }
  return "Die Fassung, die Sie gelesen haben, ist nicht mehr unter den letzten.";
}
