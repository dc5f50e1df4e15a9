import { type EntryAddress, filesOf, folderOf } from "#domain/editing/entries.ts";
import type { ChangedFile, Names, Review } from "#domain/review/change.ts";
import { namesFrom } from "#domain/review/names.ts";
import { reviewFiles } from "#domain/review/review.ts";
import { sentencesOf } from "#domain/review/sentences.ts";
import { shortForm } from "#domain/review/short-form.ts";
import { changedAmong, changedFiles } from "./changed-files.ts";
import type { Repository } from "./repository.ts";

/** What differs in substance between two trees, and what people call what is in them. */
export async function reviewTrees(
  repository: Repository,
  before: string,
  after: string,
): Promise<{ review: Review; names: Names }> {
  const files = await changedFiles(repository, before, after);
  const names = await readNames(repository, [before, after], files);
  return { review: reviewFiles(files, names), names };
}

/** What changed about one entry: in a few words, and in sentences; both empty where nothing did. */
export async function reviewEntry(
  repository: Repository,
  before: string,
  after: string,
  entry: EntryAddress,
): Promise<{ short: string; sentences: readonly string[] }> {
  const files = await changedAmong(repository, before, after, filesOf(entry));
  const names = await readNames(repository, [before, after], files);
  const [changed] = reviewFiles(files, names).entries;
  return changed
    ? { short: shortForm(changed), sentences: sentencesOf(changed, names) }
    : { short: "", sentences: [] };
}

/** By the newest text of each file that names something. */
async function readNames(
  repository: Repository,
  trees: readonly string[],
  files: readonly ChangedFile[],
): Promise<Names> {
  const folders = [folderOf("districts"), folderOf("measures")];
  const listed = await Promise.all(
    trees.flatMap((tree) => folders.map((folder) => repository.trees.listFiles(tree, folder, 1))),
  );
  const texts = new Map(
    await Promise.all(
      // Of a file in both trees, the newer.
      [...new Map(listed.flat())].map(
        async ([path, oid]) =>
          [path, (await repository.objects.read(oid))?.content.toString() ?? ""] as const,
      ),
    ),
  );
  for (const { path, before, after } of files) {
    const version = after ?? before;
    if (version && "text" in version) texts.set(path, version.text);
  }
  return namesFrom((file) => texts.get(file));
}
