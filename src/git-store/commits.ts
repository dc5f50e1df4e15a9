import type { Person } from "#domain/editing/person.ts";
import type { Repository } from "./repository.ts";

export interface Commit {
  readonly oid: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Person;
  /** ISO 8601 in UTC. */
  readonly date: string;
  readonly message: string;
}

/** @throws where there is no such commit */
export async function readCommit({ objects }: Repository, oid: string): Promise<Commit> {
  const object = await objects.read(oid);
  if (object?.type !== "commit") throw new Error(`no commit: ${oid}`);
  const text = object.content.toString();
  const end = text.indexOf("\n\n");
  const headers = text.slice(0, end).split("\n");
  const valuesOf = (name: string) =>
    headers
      .filter((line) => line.startsWith(`${name} `))
      .map((line) => line.slice(name.length + 1));
  const [, name = "", email = "", seconds = "0"] =
    valuesOf("author")[0]?.match(/^(.*?) ?<(.*)> (\d+) [+-]\d+$/) ?? [];
  return {
    oid: object.oid,
    tree: valuesOf("tree")[0] ?? "",
    parents: valuesOf("parent"),
    author: { name, email },
    date: new Date(Number(seconds) * 1000).toISOString(),
    message: text.slice(end + 2),
  };
}

/** Whether a commit belongs to the history of another; each to its own. */
export async function isAncestor({ git }: Repository, oid: string, of: string): Promise<boolean> {
  const args = ["merge-base", "--is-ancestor", oid, of];
  return (await git.run(args, { expected: [0, 1] })).status === 0;
}

/** The newest commit in the history of both; undefined where there is none. */
export async function findMergeBase(
  { git }: Repository,
  one: string,
  other: string,
): Promise<string | undefined> {
  const { stdout } = await git.run(["merge-base", one, other], { expected: [0, 1] });
  return stdout.toString().split("\n")[0] || undefined;
}

/** Writes a commit, which no branch shows yet; its date is now. */
export async function writeCommit(
  { git }: Repository,
  commit: { tree: string; parents: readonly string[]; author: Person; message: string },
): Promise<string> {
  const { name, email } = commit.author;
  const { stdout } = await git.run(
    ["commit-tree", commit.tree, ...commit.parents.flatMap((parent) => ["-p", parent])],
    {
      input: commit.message,
      environment: {
        GIT_AUTHOR_NAME: name,
        GIT_AUTHOR_EMAIL: email,
        GIT_COMMITTER_NAME: name,
        GIT_COMMITTER_EMAIL: email,
      },
    },
  );
  return stdout.toString().trim();
}

/** Writes the content of a file. */
export async function writeBlob({ git }: Repository, content: string | Buffer): Promise<string> {
  const { stdout } = await git.run(["hash-object", "-w", "--no-filters", "--stdin"], {
    input: content,
  });
  return stdout.toString().trim();
}

/** The text of a file in a tree; undefined where there is none. */
export async function readText(
  { trees, objects }: Repository,
  tree: string,
  file: string,
): Promise<string | undefined> {
  const oid = await trees.findFile(tree, file);
  return oid && (await objects.read(oid))?.content.toString();
}
