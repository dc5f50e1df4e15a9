import type { EntryAddress } from "#domain/editing/entries.ts";
import { entryTitle, namingFile, readName } from "#domain/editing/titles.ts";
import { readText } from "./commits.ts";
import type { Repository } from "./repository.ts";

/** How people call an entry: `Wetteraukreis 2025`; by the register as it stands in a tree. */
export async function titleOf(
  repository: Repository,
  tree: string,
  entry: EntryAddress,
): Promise<string> {
  const text = await readText(repository, tree, namingFile(entry));
  return entryTitle(entry, readName(text ?? ""));
}
