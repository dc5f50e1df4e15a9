import { posix } from "node:path";
import { isMediaFile, isMediaFolder } from "#domain/editing/entries.ts";
import type { Params } from "#domain/editing/protocol.ts";
import { formatBytes } from "#domain/format.ts";
import { readMain } from "./drafts.ts";
import { unknownPlace } from "./places.ts";
import { Refusal } from "./refusal.ts";
import type { Repository } from "./repository.ts";

/** An original as a list shows it. */
export interface ListedMedia {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

export interface MediaAnswer {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly content: string;
  readonly encoding: "base64";
}

/** Originals sent at once, in bytes together; in Base64 they are a third more. */
const largestLibrary = 50_000_000;

/** The published originals; Decap's own client expects them with their content. */
export async function getMedia(
  repository: Repository,
  { mediaFolder, withContent = true }: Params<"getMedia">,
): Promise<ListedMedia[] | MediaAnswer[]> {
  if (!isMediaFolder(mediaFolder)) throw unknownPlace(mediaFolder);
  const main = await readMain(repository);
  const listed = await listMedia(repository, main.tree, mediaFolder);
  if (!withContent) return listed;
  const total = listed.reduce((sum, { size }) => sum + size, 0);
  if (total > largestLibrary) {
    throw new Refusal(
      413,
      `Die Originale in „${mediaFolder}“ haben zusammen ${formatBytes(total)}; auf einmal gesendet werden höchstens ${formatBytes(largestLibrary)}. Fragen Sie nach einem Jahr, z. B. public/originals/2025, oder nach einer Datei.`,
    );
  }
  return Promise.all(listed.map(({ path }) => readMedia(repository, main.tree, path)));
}

export async function getMediaFile(
  repository: Repository,
  { path }: Params<"getMediaFile">,
): Promise<MediaAnswer> {
  return readMedia(repository, (await readMain(repository)).tree, path);
}

export async function readMedia(
  repository: Repository,
  tree: string,
  path: string,
): Promise<MediaAnswer> {
  if (!isMediaFile(path)) throw unknownPlace(path);
  const oid = await repository.trees.findFile(tree, path);
  const object = oid && (await repository.objects.read(oid));
  if (!object) throw new Refusal(404, `Die Datei „${path}“ gibt es nicht.`);
  return {
    id: object.oid,
    name: posix.basename(path),
    path,
    content: object.content.toString("base64"),
    encoding: "base64",
  };
}

async function listMedia(
  { git, trees }: Repository,
  tree: string,
  folder: string,
): Promise<ListedMedia[]> {
  const found = await trees.listFiles(tree, folder, 2);
  const files = found.filter(([path]) => isMediaFile(path));
  // Git knows the sizes without reading the files.
  const { stdout } = await git.run(["cat-file", "--batch-check=%(objectsize)"], {
    input: files.map(([, oid]) => `${oid}\n`).join(""),
  });
  const sizes = stdout.toString().split("\n");
  return files.map(([path, id], at) => ({
    id,
    name: posix.basename(path),
    path,
    size: Number(sizes[at]),
  }));
}
