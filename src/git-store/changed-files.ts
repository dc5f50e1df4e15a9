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
  if (entry.mode === "160000") return { bytes: 0, is: "repository" };
  const content = (await objects.read(entry.oid))?.content ?? Buffer.alloc(0);
  if (entry.mode === "120000") return { bytes: content.length, is: "link" };
  const isText = content.length <= largestText && isUtf8(content) && !content.includes(0);
  const isProgram = entry.mode === "100755";
  return {
    ...(isText ? { text: content.toString() } : { bytes: content.length }),
    ...(isProgram && { isProgram }),
  };
}
