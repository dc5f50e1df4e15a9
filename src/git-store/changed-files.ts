import { isUtf8 } from "node:buffer";
import type { ChangedFile, FileVersion } from "#domain/review/change.ts";
import type { Repository } from "./repository.ts";
import { decodeName, modes } from "./trees.ts";

/** Larger files are no text that a person reviews. */
const largestText = 2_000_000;

/** The files that differ between two trees, with both versions. */
export async function changedFiles(
  repository: Repository,
  before: string,
  after: string,
): Promise<ChangedFile[]> {
  return readBoth(repository, before, after, await repository.trees.compare(before, after));
}

/** Those of some files that differ between two trees, with both versions. */
export async function changedAmong(
  repository: Repository,
  before: string,
  after: string,
  files: readonly string[],
): Promise<ChangedFile[]> {
  const { trees } = repository;
  const compared = await Promise.all(
    files.map(async (file) => {
      const [old, now] = await Promise.all([before, after].map((tree) => trees.find(tree, file)));
      const areFolders = [old, now].every((entry) => !entry || entry.mode === modes.folder);
      return areFolders || (old?.oid === now?.oid && old?.mode === now?.mode) ? [] : [file];
    }),
  );
  return readBoth(repository, before, after, compared.flat());
}

/** @param paths as trees have them */
function readBoth(
  repository: Repository,
  before: string,
  after: string,
  paths: readonly string[],
): Promise<ChangedFile[]> {
  return Promise.all(
    paths.map(async (path) => {
      const [old, now] = await Promise.all([
        readVersion(repository, before, path),
        readVersion(repository, after, path),
      ]);
      return {
        path: decodeName(path),
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
  if (!entry || entry.mode === modes.folder) return undefined;
  if (entry.mode === modes.repository) return { bytes: 0, is: "repository" };
  const content = (await objects.read(entry.oid))?.content ?? Buffer.alloc(0);
  if (entry.mode === modes.link) return { bytes: content.length, is: "link" };
  const isText = content.length <= largestText && isUtf8(content) && !content.includes(0);
  const isProgram = entry.mode === modes.program;
  return {
    ...(isText ? { text: content.toString() } : { bytes: content.length }),
    ...(isProgram && { isProgram }),
  };
}
