import { contentFolder } from "#domain/editing/entries.ts";
import { excerpt } from "#domain/excerpt.ts";
import { makeVisible } from "#domain/visible.ts";
import { findMergeBase, readCommit } from "./commits.ts";
import { branchOf } from "./ref-names.ts";
import { Refusal } from "./refusal.ts";
import type { Repository } from "./repository.ts";

/** A revision of the project, by the name that was asked for. */
export interface NamedRevision {
  readonly name: string;
  readonly tree: string;
}

/**
 * The two revisions that a review compares: what the newer one was begun from, and the newer one.
 *
 * @param base a commit's name; absent: the main branch, or on it the commit before
 * @param chosen a commit's name; absent: what is checked out
 * @returns `gaps` say what could not be compared as asked, a sentence each
 * @throws Refusal where a name is unknown, or the history it needs is missing
 */
export async function findRevisions(
  repository: Repository,
  base: string | undefined,
  chosen: string | undefined,
): Promise<{ base: NamedRevision; head: NamedRevision; gaps: string[] }> {
  const head = chosen ?? "HEAD";
  if (chosen === undefined && (await find(repository, head)) === undefined) throw empty();
  const headOid = await resolve(repository, head);
  const baseName = base ?? (await defaultBase(repository, headOid, head));
  const baseOid = await resolve(repository, baseName);
  const start = await findMergeBase(repository, baseOid, headOid);
  if (start === undefined && (await isShallow(repository))) throw shallow();
  const gaps = [
    ...(start === undefined
      ? [
          `„${show(baseName)}“ und „${show(head)}“ haben keine gemeinsame Vorgeschichte; verglichen sind beide, wie sie sind.`,
        ]
      : []),
    ...(chosen === undefined && (await hasUncommitted(repository))
      ? [
          "Im Ordner liegen Änderungen, die noch in keinem Commit stehen; sie sind nicht verglichen.",
        ]
      : []),
  ];
  const [before, after] = await Promise.all([
    readCommit(repository, start ?? baseOid),
    readCommit(repository, headOid),
  ]);
  return {
    base: { name: baseName, tree: before.tree },
    head: { name: head, tree: after.tree },
    gaps,
  };
}

async function defaultBase(repository: Repository, head: string, name: string): Promise<string> {
  const branch = branchOf(repository.main);
  for (const main of [branch, `origin/${branch}`]) {
    const oid = await find(repository, main);
    if (oid !== undefined && oid !== head) return main;
  }
  if ((await find(repository, `${name}^`)) !== undefined) return `${name}^`;
  throw new Refusal(
    404,
    `Womit verglichen werden soll, ist nicht zu finden: Es gibt keinen Branch „${branch}“ und keinen Stand vor „${show(name)}“. Nennen Sie ihn: npm run review -- <Vergleichsstand>.`,
  );
}

async function resolve(repository: Repository, name: string): Promise<string> {
  const oid = await find(repository, name);
  if (oid !== undefined) return oid;
  const advice = (await isShallow(repository))
    ? "Die Kopie enthält nicht die ganze Geschichte; holen Sie sie mit git fetch --unshallow."
    : "Nennen Sie einen Branch, ein Tag oder einen Commit, z. B. main.";
  throw new Refusal(404, `Den Stand „${show(name)}“ gibt es im Repository nicht. ${advice}`);
}

/** A name as a sentence can have it. */
function show(name: string): string {
  return makeVisible(excerpt(name));
}

async function find({ git }: Repository, name: string): Promise<string | undefined> {
  const { status, stdout } = await git.run(
    ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`],
    { expected: [0, 1, 128] },
  );
  return status === 0 ? stdout.toString().trim() : undefined;
}

async function isShallow({ git }: Repository): Promise<boolean> {
  const { stdout } = await git.run(["rev-parse", "--is-shallow-repository"]);
  return stdout.toString().trim() === "true";
}

/** Whether the checkout's content differs from what is committed. */
async function hasUncommitted({ git }: Repository): Promise<boolean> {
  const { stdout } = await git.run(["status", "--porcelain", "--", contentFolder, "public"]);
  return stdout.length > 0;
}

function empty(): Refusal {
  return new Refusal(
    404,
    "Das Repository enthält noch keinen Commit; es gibt nichts zu vergleichen. Legen Sie den ersten an: git add --all, dann git commit.",
  );
}

function shallow(): Refusal {
  return new Refusal(
    404,
    "Der gemeinsame Stand beider Fassungen fehlt, weil die Kopie nicht die ganze Geschichte enthält. Holen Sie sie mit git fetch --unshallow.",
  );
}
