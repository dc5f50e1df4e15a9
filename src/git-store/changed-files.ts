import { isUtf8 } from "node:buffer";
import type { ChangedFile, FileVersion } from "#domain/review/change.ts";
import type { Repository } from "./repository.ts";

/** Larger files are no text that a person reviews. */
const largestText = 2_000_000;

/** The files that differ between two trees, with both versions. */
export async function changedFiles(
  repository: Repository,
  before: string,
  after: string,
): Promise<ChangedFile[]> {
  const paths = await repository.trees.compare(before, after);
  return Promise.all(
    paths.map(async (path) => {
      const [old, now] = await Promise.all([
        readVersion(repository, before, path),
        readVersion(repository, after, path),
      ]);
      return {
        path: Buffer.from(path, "latin1").toString(),
        ...(old && { before: old }),
        ...(now && { after: now }),
      };
    }),
  );
}

async function readVersion(
  { trees, objects }: Repository,
  tree: string,
  path: string,
): Promise<FileVersion | undefined> {
  const entry = await trees.find(tree, path);
  if (!entry || entry.mode === "40000") return undefined;
  const object = entry.mode === "160000" ? undefined : await objects.read(entry.oid);
  const content = object?.content ?? Buffer.alloc(0);
  const isText =
    entry.mode.startsWith("100") &&
    content.length <= largestText &&
    isUtf8(content) &&
    !content.includes(0);
  return isText ? { text: content.toString() } : { bytes: content.length };
}
