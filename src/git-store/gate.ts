import {
  lstatSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { contentFolder } from "#domain/editing/entries.ts";
import type { Problem } from "#domain/problem.ts";
import { showPlace } from "./places.ts";
import { Refusal } from "./refusal.ts";
import type { Repository } from "./repository.ts";
import { decodeName, modes, type TreeEntry } from "./trees.ts";

/** Says what keeps content from being published. */
export interface Gate {
  /**
   * The problems, without warnings, of the content of a tree.
   *
   * @throws Refusal where a file has a name that could lead out of the gate's folder
   */
  check(tree: string): Promise<readonly Problem[]>;
}

/** What the gate looks at: the content, the originals, and the addresses that pages have. */
const folders = [contentFolder, "src/pages", "public"];

/** A path in the gate's folder, and what the tree has there; undefined where nothing. */
interface Change {
  readonly path: string;
  readonly entry: TreeEntry | undefined;
}

/**
 * The gate reads files, so the tree's content is written to a folder of its own; the next tree
 * replaces only what differs. Nothing outside that folder is written or removed, whatever the names
 * and links of a tree are.
 *
 * @param folder written to and read by nobody else
 * @param checkFolder the problems, without warnings, of the content in a folder
 */
export function openGate(
  repository: Repository,
  folder: string,
  checkFolder: (folder: string) => Promise<readonly Problem[]>,
): Gate {
  const stateFile = join(folder, "tree");
  const results = new Map<string, readonly Problem[]>();

  /** Makes the folder hold the content of a tree, and nothing else. */
  async function fill(tree: string): Promise<void> {
    const present = await readState();
    const listed = await Promise.all(folders.map((below) => listChanges(below, present, tree)));
    const changes = listed.flat();
    for (const { path } of changes) checkNames(path);
    rmSync(stateFile, { force: true });
    if (present === undefined) rmSync(folder, { recursive: true, force: true });
    // First, so that nothing new is taken for a folder that what left lay in.
    for (const { path } of changes) remove(path);
    for (const { path, entry } of changes) if (entry) await write(path, entry);
    for (const below of folders) mkdirSync(join(folder, below), { recursive: true });
    writeFileSync(stateFile, tree);
  }

  /** The tree that the folder holds; undefined where that is not known for certain. */
  async function readState(): Promise<string | undefined> {
    try {
      const tree = readFileSync(stateFile, "utf8");
      // Cut off where a process was killed, or gone with what Git removes after weeks.
      return (await repository.objects.read(tree))?.oid === tree ? tree : undefined;
    } catch {
      return undefined;
    }
  }

  async function listChanges(
    below: string,
    present: string | undefined,
    tree: string,
  ): Promise<Change[]> {
    const before = present === undefined ? undefined : await findFolder(present, below);
    const after = await findFolder(tree, below);
    const paths = await repository.trees.compare(before, after);
    return Promise.all(
      paths.map(async (path) => ({
        path: `${below}/${decodeName(path)}`,
        entry: after === undefined ? undefined : await repository.trees.find(after, path),
      })),
    );
  }

  async function findFolder(tree: string, path: string): Promise<string | undefined> {
    const found = await repository.trees.find(tree, path);
    return found?.mode === modes.folder ? found.oid : undefined;
  }

  /** Folders that are left empty go too. */
  function remove(path: string): void {
    if (!parentsOf(path).every((parent) => kindOf(parent) === "folder")) return;
    rmSync(join(folder, path), { recursive: true, force: true });
    for (const parent of parentsOf(path).reverse()) {
      try {
        rmdirSync(join(folder, parent));
      } catch {
        // Something else lies in it.
        return;
      }
    }
  }

  async function write(path: string, { mode, oid }: TreeEntry): Promise<void> {
    if (mode === modes.folder) return;
    for (const parent of parentsOf(path)) {
      if (kindOf(parent) === "nothing") mkdirSync(join(folder, parent), { recursive: true });
      if (kindOf(parent) !== "folder") throw inTheWay(path);
    }
    if (kindOf(path) !== "nothing") throw inTheWay(path);
    const target = join(folder, path);
    const object = mode === modes.repository ? undefined : await repository.objects.read(oid);
    if (!object) mkdirSync(target);
    // A link is told of as one, wherever it leads; this one leads nowhere.
    else if (mode === modes.link) symlinkSync(join(dirname(target), "nowhere"), target, "junction");
    else writeFileSync(target, object.content);
  }

  function kindOf(path: string): "folder" | "other" | "nothing" {
    const found = lstatSync(join(folder, path), { throwIfNoEntry: false });
    if (!found) return "nothing";
    return found.isDirectory() ? "folder" : "other";
  }

  return {
    async check(tree) {
      const known = results.get(tree);
      if (known) return known;
      await fill(tree);
      const problems = await checkFolder(folder);
      if (results.size > 20) results.clear();
      results.set(tree, problems);
      return problems;
    },
  };
}

/** `src`, `src/content` and `src/content/pages` for `src/content/pages/impressum.mdx`. */
function parentsOf(path: string): string[] {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index));
}

/** Git keeps any bytes as a name; some systems read `..\` and `C:` in them, or drop an end. */
function checkNames(path: string): void {
  const isOdd = (name: string) => name === "" || /[\\:]|[. ]$/.test(name) || /^\.git$/i.test(name);
  if (!path.split("/").some(isOdd)) return;
  throw new Refusal(
    409,
    `„${showPlace(path)}“ lässt sich nicht prüfen, weil der Name anderswohin führen kann. Benennen Sie die Datei in Git um: ohne \\ und :, ohne Punkt oder Leerzeichen am Ende und nicht .git.`,
  );
}

function inTheWay(path: string): Refusal {
  return new Refusal(
    409,
    `„${showPlace(path)}“ lässt sich nicht prüfen, weil an dieser Stelle schon etwas anderes liegt. Unterscheiden sich zwei Namen nur in Groß- und Kleinschreibung oder Zeichenform, benennen Sie in Git einen um; sonst versuchen Sie es noch einmal.`,
  );
}
