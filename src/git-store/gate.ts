import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Problem } from "#domain/problem.ts";
import type { Repository } from "./repository.ts";

/** Says what keeps content from being published. */
export interface Gate {
  /** The problems, without warnings, of the content of a tree. */
  check(tree: string): Promise<readonly Problem[]>;
}

/** What the gate looks at: the content, the originals, and the addresses that pages have. */
const folders = ["src/content", "src/pages", "public"];

/**
 * The gate reads files, so the tree's content is written to a folder of its own; the next tree
 * replaces only what differs.
 *
 * @param folder written to and read by nobody else
 * @param checkFolder the problems, without warnings, of the content in a folder
 */
export function openGate(
  repository: Repository,
  folder: string,
  checkFolder: (folder: string) => Promise<readonly Problem[]>,
): Gate {
  const stateFile = `${folder}.tree`;
  const results = new Map<string, readonly Problem[]>();

  /** Makes the folder hold the content of a tree, and nothing else. */
  async function fill(tree: string): Promise<void> {
    const present = await readState();
    rmSync(stateFile, { force: true });
    if (present === undefined) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const below of folders) {
      const [before, after] = await Promise.all(
        [present, tree].map((side) => side && findFolder(side, below)),
      );
      for (const path of await repository.trees.compare(before || undefined, after || undefined)) {
        await copy(after, path, join(folder, below, Buffer.from(path, "latin1").toString()));
      }
      mkdirSync(join(folder, below), { recursive: true });
    }
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

  async function findFolder(tree: string, path: string): Promise<string | undefined> {
    const found = await repository.trees.find(tree, path);
    return found?.mode === "40000" ? found.oid : undefined;
  }

  async function copy(tree: string | undefined, path: string, target: string): Promise<void> {
    const entry = tree === undefined ? undefined : await repository.trees.find(tree, path);
    rmSync(target, { recursive: true, force: true });
    if (!entry || entry.mode === "40000") return;
    const object = entry.mode === "160000" ? undefined : await repository.objects.read(entry.oid);
    mkdirSync(dirname(target), { recursive: true });
    if (!object) mkdirSync(target);
    else if (entry.mode === "120000") symlinkSync(object.content.toString(), target);
    else writeFileSync(target, object.content);
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
