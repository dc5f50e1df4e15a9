import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Repository } from "./repository.ts";

/** Files that are in the index in none of the ways that some trees have them. */
export async function changedInIndex(
  { git, trees }: Repository,
  files: readonly string[],
  among: readonly string[],
): Promise<string[]> {
  const { stdout } = await git.run(["ls-files", "--stage", "-z", "--", ...files]);
  const staged = new Map(
    stdout
      .toString("latin1")
      .split("\0")
      .filter(Boolean)
      .map((line) => {
        const [entry = "", path = ""] = line.split("\t");
        const [mode, oid, stage] = entry.split(" ");
        return [path, stage === "0" && mode?.startsWith("100") ? oid : "in conflict"] as const;
      }),
  );
  const checked = await Promise.all(
    files.map(async (file) => {
      const allowed = await Promise.all(among.map((tree) => trees.findFile(tree, file)));
      return allowed.includes(staged.get(file)) ? [] : [file];
    }),
  );
  return checked.flat();
}

/** Files that are in the folder in none of the ways that some trees have them. */
export async function changedInFolder(
  { git, trees, root }: Repository,
  files: readonly string[],
  among: readonly string[],
): Promise<string[]> {
  const checked = await Promise.all(
    files.map(async (file) => {
      const allowed = await Promise.all(among.map((tree) => trees.findFile(tree, file)));
      return allowed.includes(await hashFile(git, root, file)) ? [] : [file];
    }),
  );
  return checked.flat();
}

/** The object id that a file would get; undefined where there is none. */
async function hashFile(
  git: Repository["git"],
  root: string,
  file: string,
): Promise<string | undefined> {
  const kind = kindOf(root, file);
  if (kind !== "file") return kind;
  const { stdout } = await git.run(["hash-object", `--path=${file}`, "--stdin"], {
    input: readFileSync(join(root, file)),
  });
  return stdout.toString().trim();
}

/** Whether a file is missing or breaks off, as git leaves it when it is killed while writing. */
export async function isTorn(
  { git, root }: Repository,
  commit: string,
  file: string,
): Promise<boolean> {
  const kind = kindOf(root, file);
  if (kind !== "file") return kind === undefined;
  const { status, stdout } = await git.run(["cat-file", "--filters", `${commit}:${file}`], {
    expected: [0, 128],
  });
  const written = readFileSync(join(root, file));
  return status === 0 && stdout.subarray(0, written.length).equals(written);
}

/** What lies at a path; `other` where it or a folder above it is a link or something else. */
function kindOf(root: string, file: string): "file" | "other" | undefined {
  const names = file.split("/");
  for (const at of names.keys()) {
    const found = lstatSync(join(root, ...names.slice(0, at + 1)), { throwIfNoEntry: false });
    if (!found) return undefined;
    const isLast = at === names.length - 1;
    if (!(isLast ? found.isFile() : found.isDirectory())) return "other";
  }
  return "file";
}
