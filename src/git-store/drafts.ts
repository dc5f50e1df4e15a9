import { createHash } from "node:crypto";
import { readTrailers } from "#domain/editing/commit-message.ts";
import {
  companionsOf,
  draftBranches,
  type EntryAddress,
  entryOnBranch,
  uploadsOf,
} from "#domain/editing/entries.ts";
import type { Person } from "#domain/editing/person.ts";
import {
  statusAfterChange,
  statusLabelled,
  type WorkflowStatus,
} from "#domain/editing/workflow.ts";
import { type Commit, readCommit } from "./commits.ts";
import { Refusal } from "./refusal.ts";
import type { Repository } from "./repository.ts";

/** The name of the trailer that carries the state of a draft. */
export const statusTrailer = "Status";

/** An entry with changes that are not published. */
export interface Draft {
  readonly entry: EntryAddress;
  /** The newest commit of its branch. */
  readonly tip: Commit;
  readonly status: WorkflowStatus;
  /** The commit that last changed what is in the draft: who and when. */
  readonly edited: Commit;
  /** Who said that it may be published. */
  readonly approvedBy?: Person;
}

/** Full name of the branch of an entry's draft. */
export function draftRef({ branch }: EntryAddress): string {
  return `refs/heads/${branch}`;
}

/**
 * The published state.
 *
 * @throws Refusal where the branch does not exist
 */
export async function readMain(repository: Repository): Promise<Commit> {
  const oid = await repository.refs.read(repository.main);
  if (oid !== undefined) return readCommit(repository, oid);
  const branch = repository.main.replace("refs/heads/", "");
  const advice = (await repository.refs.read("HEAD"))
    ? `Legen Sie ihn mit git branch ${branch} an.`
    : `Es hat noch keinen Commit; legen Sie den ersten mit git add -A und git commit an.`;
  throw new Refusal(503, `Im Repository fehlt der Branch „${branch}“. ${advice}`);
}

export interface Drafts {
  /** The entries that have a draft, in the order of their branches. */
  list(): Promise<EntryAddress[]>;
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
    const { status } = await git.run(["merge-base", "--is-ancestor", oid, main], {
      expected: [0, 1],
    });
    if (status === 1) unpublished.set(oid, main);
    return status === 0;
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
        `refs/heads/${draftBranches}/`,
      ]);
      unpublished.clear();
      const lines = stdout.toString().split("\n").filter(Boolean);
      return lines.flatMap((line) => {
        const [oid = "", branch = ""] = line.split(" ");
        unpublished.set(oid, main.oid);
        return entryOnBranch(branch) ?? [];
      });
    },
    async read(entry, main) {
      const oid = await refs.read(draftRef(entry));
      if (oid === undefined || (await isPublished(oid, main.oid))) return undefined;
      const tip = await readCommit(repository, oid);
      return {
        entry,
        tip,
        ...(await readWorkflow(repository, tip)),
        edited: await lastEdit(repository, tip),
      };
    },
  };
}

/** The newest commit that says a state decides; a commit from outside undoes an approval. */
async function readWorkflow(
  repository: Repository,
  tip: Commit,
): Promise<Pick<Draft, "status" | "approvedBy">> {
  for (let commit: Commit | undefined = tip; commit; commit = await parentOf(repository, commit)) {
    const status = statusLabelled(readTrailers(commit.message).get(statusTrailer) ?? "");
    if (!status) continue;
    if (commit !== tip) return { status: statusAfterChange(status) };
    return { status, ...(status === "pending_publish" && { approvedBy: commit.author }) };
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

async function parentOf(repository: Repository, { parents }: Commit): Promise<Commit | undefined> {
  return parents[0] === undefined ? undefined : readCommit(repository, parents[0]);
}

/**
 * What tells one state of an entry from another: whoever saves says which one they have read.
 *
 * @returns undefined where the entry does not exist
 */
export async function versionOf(
  { trees }: Repository,
  tree: string,
  entry: EntryAddress,
): Promise<string | undefined> {
  const oids = await Promise.all(
    [entry.file, ...companionsOf(entry)].map((file) => trees.findFile(tree, file)),
  );
  if (oids.every((oid) => oid === undefined)) return undefined;
  return createHash("sha256").update(oids.join(" ")).digest("hex").slice(0, 40);
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
