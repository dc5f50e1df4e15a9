import { createHash } from "node:crypto";
import { readTrailers } from "#domain/editing/commit-message.ts";
import {
  draftBranches,
  type EntryAddress,
  entryOnBranch,
  filesOf,
  uploadsOf,
} from "#domain/editing/entries.ts";
import type { Person } from "#domain/editing/person.ts";
import {
  statusAfterChange,
  statusLabelled,
  type WorkflowStatus,
} from "#domain/editing/workflow.ts";
import { type Commit, isAncestor, readCommit } from "./commits.ts";
import { branchOf, discarded, refOf } from "./ref-names.ts";
import { Refusal } from "./refusal.ts";
import type { Repository } from "./repository.ts";

/** The names of the trailers that carry the state of a draft, and what that state was given to. */
export const trailers = { status: "Status", version: "Fassung" } as const;

/** An entry with changes that are not published. */
export interface Draft {
  readonly entry: EntryAddress;
  /** The newest commit of its branch. */
  readonly tip: Commit;
  readonly status: WorkflowStatus;
  /** The commit that last changed what is in the draft: who and when. */
  readonly edited: Commit;
  /** Who said that it may be published; there where the state is `pending_publish`, and only there. */
  readonly approvedBy?: Person;
}

/** Stands for the version of an entry that is there no longer, or not yet. */
export const removed = "entfernt";

/** Full name of the branch of an entry's draft. */
export function draftRef({ branch }: EntryAddress): string {
  return refOf(branch);
}

/** Where the discarded drafts of an entry stay, without a slash at the end. */
export function discardedRefs({ branch }: EntryAddress): string {
  return `${discarded}/${branch}`;
}

/**
 * The published state.
 *
 * @throws Refusal where the branch does not exist
 */
export async function readMain(repository: Repository): Promise<Commit> {
  const oid = await repository.refs.read(repository.main);
  if (oid !== undefined) return readCommit(repository, oid);
  const branch = branchOf(repository.main);
  const advice = (await repository.refs.read("HEAD"))
    ? `Legen Sie ihn mit git branch ${branch} an.`
    : `Es hat noch keinen Commit; legen Sie den ersten mit git add -A und git commit an.`;
  throw new Refusal(503, `Im Repository fehlt der Branch „${branch}“. ${advice}`);
}

export interface Drafts {
  /** The entries that have a draft, each with the tip of its branch, in the order of the branches. */
  list(): Promise<[EntryAddress, string][]>;
  /** The draft of an entry; undefined where there is none, or all of it is published already. */
  read(entry: EntryAddress, main: Commit): Promise<Draft | undefined>;
  /** The tip of a branch that was published and left behind; undefined where there is none. */
  leftover(entry: EntryAddress, main: Commit): Promise<string | undefined>;
  /** Takes note that a commit was made beside a main branch, so that nobody has to look. */
  noteUnpublished(oid: string, main: Commit): void;
}

export function openDrafts(repository: Repository): Drafts {
  const { git, refs } = repository;
  /** The main branch beside which a commit was last found to be unpublished, by commit. */
  const unpublished = new Map<string, string>();

  // A branch may outlive its publication: killed in between, or merged by hand.
  async function isPublished(oid: string, main: string): Promise<boolean> {
    if (unpublished.get(oid) === main) return false;
    const isDone = await isAncestor(repository, oid, main);
    if (!isDone) unpublished.set(oid, main);
    return isDone;
  }

  return {
    async leftover(entry, main) {
      const oid = await refs.read(draftRef(entry));
      return oid !== undefined && (await isPublished(oid, main.oid)) ? oid : undefined;
    },
    noteUnpublished: (oid, main) => {
      unpublished.set(oid, main.oid);
    },
    async list() {
      const main = await readMain(repository);
      const { stdout } = await git.run([
        "for-each-ref",
        "--format=%(objectname) %(refname:lstrip=2)",
        `--no-merged=${main.oid}`,
        `${refOf(draftBranches)}/`,
      ]);
      unpublished.clear();
      const lines = stdout.toString().split("\n").filter(Boolean);
      return lines.flatMap((line): [EntryAddress, string][] => {
        const [oid = "", branch = ""] = line.split(" ");
        unpublished.set(oid, main.oid);
        const entry = entryOnBranch(branch);
        return entry ? [[entry, oid]] : [];
      });
    },
    async read(entry, main) {
      const oid = await refs.read(draftRef(entry));
      if (oid === undefined || (await isPublished(oid, main.oid))) return undefined;
      const tip = await readCommit(repository, oid);
      const isNew = async (commit: Commit) => !(await isPublished(commit.oid, main.oid));
      return {
        entry,
        tip,
        ...(await readWorkflow(repository, entry, tip, isNew)),
        edited: await lastEdit(repository, tip),
      };
    },
  };
}

/**
 * The newest commit that says a state decides. An approval is worth nothing once what was approved
 * is another text, however it came into the branch.
 *
 * @param isNew whether a commit belongs to the draft, not to what is published
 */
async function readWorkflow(
  repository: Repository,
  entry: EntryAddress,
  tip: Commit,
  isNew: (commit: Commit) => Promise<boolean>,
): Promise<Pick<Draft, "status" | "approvedBy">> {
  for (let commit: Commit | undefined = tip; commit; commit = await parentOf(repository, commit)) {
    if (commit !== tip && !(await isNew(commit))) break;
    const found = readTrailers(commit.message);
    const status = statusLabelled(found.get(trailers.status) ?? "");
    if (!status) continue;
    if (status !== "pending_publish") return { status };
    const version = await versionOrRemoved(repository, tip.tree, entry);
    return found.get(trailers.version) === version
      ? { status, approvedBy: commit.author }
      : { status: statusAfterChange(status) };
  }
  return { status: "draft" };
}

async function lastEdit(repository: Repository, tip: Commit): Promise<Commit> {
  for (let commit = tip; ; ) {
    const parent = await parentOf(repository, commit);
    if (parent?.tree !== commit.tree) return commit;
    commit = parent;
  }
}

/** undefined for the first commit, and where a shallow clone ends. */
async function parentOf(
  repository: Repository,
  { parents: [parent] }: Commit,
): Promise<Commit | undefined> {
  const isThere = parent !== undefined && (await repository.objects.read(parent)) !== undefined;
  return isThere ? readCommit(repository, parent) : undefined;
}

/**
 * What tells one state of an entry from another: whoever saves says which one they have read.
 *
 * @returns undefined where the entry does not exist, even if files lie there that belong to it
 */
export async function versionOf(
  { trees }: Repository,
  tree: string,
  entry: EntryAddress,
): Promise<string | undefined> {
  const oids = await Promise.all(filesOf(entry).map((file) => trees.findFile(tree, file)));
  if (oids[0] === undefined) return undefined;
  return createHash("sha256").update(oids.join(" ")).digest("hex").slice(0, 40);
}

/** The version of an entry; {@link removed} where it does not exist, as in a draft that removes it. */
export async function versionOrRemoved(
  repository: Repository,
  tree: string,
  entry: EntryAddress,
): Promise<string> {
  return (await versionOf(repository, tree, entry)) ?? removed;
}

/** Uploads of a draft that differ from the published ones. */
export async function draftUploads(
  { trees }: Repository,
  { entry, tip }: Draft,
  main: Commit,
): Promise<string[]> {
  const compared = await Promise.all(
    uploadsOf(entry).map(async (file) => {
      const [draft, published] = await Promise.all([
        trees.findFile(tip.tree, file),
        trees.findFile(main.tree, file),
      ]);
      return draft !== undefined && draft !== published ? file : [];
    }),
  );
  return compared.flat();
}
