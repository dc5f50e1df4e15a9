import { once } from "node:events";
import { createInterface } from "node:readline";
import { explainFailure, type Git, gitMissing } from "./git.ts";
import type { Objects } from "./objects.ts";
import { Refusal } from "./refusal.ts";

/** A line of a tree. Names are kept byte for byte, as Latin-1, so that all of them survive. */
export interface TreeEntry {
  /** One of {@link modes}. */
  readonly mode: string;
  readonly name: string;
  readonly oid: string;
}

/** What a line of a tree can be, by its mode; `repository` is a submodule. */
export const modes = {
  file: "100644",
  program: "100755",
  link: "120000",
  folder: "40000",
  repository: "160000",
} as const;

/** Reads trees and makes new ones; trees that were read stay in memory, they never change. */
export interface Trees {
  /** The lines of a tree; of none where it is undefined. */
  list(tree: string | undefined): Promise<readonly TreeEntry[]>;
  /** What lies at a path; undefined where nothing does, or where a link is in the way. */
  find(tree: string, path: string): Promise<TreeEntry | undefined>;
  /** The object id of an ordinary file; undefined for all else. */
  findFile(tree: string, path: string): Promise<string | undefined>;
  /** Paths of the ordinary files below a folder, by name; `depth` 1 is the folder itself. */
  listFiles(tree: string, folder: string, depth: number): Promise<[path: string, oid: string][]>;
  /** Paths that differ between two trees, by name. */
  compare(before: string | undefined, after: string | undefined): Promise<string[]>;
  /**
   * Writes a tree with some files changed; folders left empty go.
   *
   * @param changes object id by path; undefined removes the file
   */
  write(tree: string, changes: ReadonlyMap<string, string | undefined>): Promise<string>;
}

const mostCached = 5000;

export function openTrees(git: Git, objects: Objects): Trees {
  const cache = new Map<string, readonly TreeEntry[]>();

  async function list(tree: string | undefined): Promise<readonly TreeEntry[]> {
    if (tree === undefined) return [];
    const known = cache.get(tree);
    if (known) return known;
    const object = await objects.read(tree);
    if (object?.type !== "tree") throw new Error(`no tree: ${tree}`);
    const entries = parseTree(object.content, tree.length / 2);
    if (cache.size >= mostCached) cache.clear();
    cache.set(tree, entries);
    return entries;
  }

  async function find(tree: string, path: string): Promise<TreeEntry | undefined> {
    const [name, ...rest] = path.split("/");
    const entry = (await list(tree)).find((found) => found.name === name);
    if (rest.length === 0 || !entry) return entry;
    return entry.mode === modes.folder ? find(entry.oid, rest.join("/")) : undefined;
  }

  async function findFile(tree: string, path: string): Promise<string | undefined> {
    const entry = await find(tree, path);
    return entry && isFile(entry) ? entry.oid : undefined;
  }

  async function listFiles(
    tree: string,
    folder: string,
    depth: number,
  ): Promise<[string, string][]> {
    const found = await find(tree, folder);
    if (found?.mode !== modes.folder) return [];
    const entries = await list(found.oid);
    const nested = await Promise.all(
      entries.map((entry): Promise<[string, string][]> | [string, string][] => {
        const path = `${folder}/${entry.name}`;
        if (isFile(entry)) return [[path, entry.oid]];
        return entry.mode === modes.folder && depth > 1 ? listFiles(tree, path, depth - 1) : [];
      }),
    );
    return nested.flat();
  }

  async function compare(
    before: string | undefined,
    after: string | undefined,
    folder = "",
  ): Promise<string[]> {
    if (before === after) return [];
    const [old, now] = await Promise.all([list(before), list(after)]);
    const oldByName = new Map(old.map((entry) => [entry.name, entry]));
    const nowByName = new Map(now.map((entry) => [entry.name, entry]));
    const names = [...new Set([...oldByName.keys(), ...nowByName.keys()])].sort();
    const nested = await Promise.all(
      names.map((name) => {
        const [was, is] = [oldByName.get(name), nowByName.get(name)];
        if (was?.oid === is?.oid && was?.mode === is?.mode) return [];
        const path = folder + name;
        const own = [was, is].some((entry) => entry && entry.mode !== modes.folder) ? [path] : [];
        const oid = (entry?: TreeEntry) => (entry?.mode === modes.folder ? entry.oid : undefined);
        return compare(oid(was), oid(is), `${path}/`).then((below) => [...own, ...below]);
      }),
    );
    return nested.flat();
  }

  return {
    list,
    find,
    findFile,
    listFiles,
    compare: (before, after) => compare(before, after),
    write: (tree, changes) => writeTree(git, list, tree, changes),
  };
}

export function isFile({ mode }: TreeEntry): boolean {
  return mode === modes.file || mode === modes.program;
}

/** `<mode> <name>\0<oid>`, one after the other: gitformat-tree. */
function parseTree(content: Buffer, oidLength: number): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(32, at);
    const end = content.indexOf(0, space);
    entries.push({
      mode: content.toString("latin1", at, space),
      name: content.toString("latin1", space + 1, end),
      oid: content.toString("hex", end + 1, end + 1 + oidLength),
    });
    at = end + 1 + oidLength;
  }
  return entries;
}

async function writeTree(
  git: Git,
  list: Trees["list"],
  root: string,
  changes: ReadonlyMap<string, string | undefined>,
): Promise<string> {
  const maker = startTreeMaker(git);
  try {
    return (await rewrite(root, changes)) ?? (await maker.make([]));
  } finally {
    maker.end();
  }

  /** @returns undefined where the folder is left empty */
  async function rewrite(
    tree: string | undefined,
    within: ReadonlyMap<string, string | undefined>,
  ): Promise<string | undefined> {
    const entries = new Map((await list(tree)).map((entry) => [entry.name, entry]));
    for (const [name, below] of groupByFirstName(within)) {
      const present = entries.get(name);
      const leaf = below.has("");
      if (present && (leaf ? !isFile(present) : present.mode !== modes.folder))
        throw notAFile(name);
      const oid = leaf ? below.get("") : await rewrite(present?.oid, below);
      if (oid === undefined) {
        entries.delete(name);
      } else {
        if (!present) checkName(name, entries);
        entries.set(name, { mode: leaf ? (present?.mode ?? modes.file) : modes.folder, name, oid });
      }
    }
    return entries.size > 0 ? maker.make([...entries.values()]) : undefined;
  }
}

/** Changes by the first part of their paths; `""` stands for the file itself. */
function groupByFirstName(
  changes: ReadonlyMap<string, string | undefined>,
): Map<string, Map<string, string | undefined>> {
  const groups = new Map<string, Map<string, string | undefined>>();
  for (const [path, oid] of changes) {
    const [name = "", ...rest] = path.split("/");
    const group = groups.get(name) ?? new Map<string, string | undefined>();
    groups.set(name, group.set(rest.join("/"), oid));
  }
  return groups;
}

/** On some file systems two names that differ only in case or Unicode form are one file. */
function checkName(name: string, entries: ReadonlyMap<string, TreeEntry>): void {
  const twin = [...entries.keys()].find((other) => fold(other) === fold(name));
  if (twin === undefined) return;
  throw new Refusal(
    409,
    `Es gibt schon „${decodeName(twin)}“; „${name}“ unterscheidet sich davon nur in Groß- und Kleinschreibung oder Zeichenform. Benennen Sie die vorhandene Datei um.`,
  );
}

function fold(name: string): string {
  return decodeName(name).normalize("NFKC").toLowerCase();
}

/** As a person reads it. */
export function decodeName(name: string): string {
  return Buffer.from(name, "latin1").toString("utf8");
}

function notAFile(name: string): Refusal {
  return new Refusal(
    409,
    `An der Stelle „${decodeName(name)}“ liegt im Repository eine Verknüpfung oder etwas anderes als eine gewöhnliche Datei. Entfernen Sie es in Git.`,
  );
}

/** One `git mktree` for all trees of a change. */
function startTreeMaker(git: Git) {
  const child = git.start(["mktree", "-z", "--batch"]);
  let notStarted: Error | undefined;
  child.on("error", () => {
    notStarted = gitMissing();
  });
  child.stdin.on("error", () => undefined);
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  const closed = once(child, "close").catch(() => undefined);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    async make(entries: readonly TreeEntry[]): Promise<string> {
      const listed = entries.map(
        ({ mode, name, oid }) => `${mode} ${typeOf(mode)} ${oid}\t${name}\0`,
      );
      child.stdin.write(Buffer.from(`${listed.join("")}\0`, "latin1"));
      const { value, done } = await lines.next();
      if (!done) return value;
      await closed;
      throw notStarted ?? explainFailure("mktree", complaint);
    },
    end: () => child.stdin.end(),
  };
}

function typeOf(mode: string): string {
  if (mode === modes.folder) return "tree";
  return mode === modes.repository ? "commit" : "blob";
}
