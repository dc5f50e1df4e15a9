import { type EntryAddress, entryOf } from "#domain/editing/entries.ts";
import { entryTitle, readName } from "#domain/editing/titles.ts";
import { readText } from "./commits.ts";
import type { Repository } from "./repository.ts";

/** How people call an entry: `Wetteraukreis 2025`; by the register as it stands in a tree. */
export async function titleOf(
  repository: Repository,
  tree: string,
  entry: EntryAddress,
): Promise<string> {
  const register = entry.kind === "agreements" ? entryOf("districts", entry.slug) : entry;
  const text = register && (await readText(repository, tree, register.file));
  return entryTitle(entry, readName(text ?? ""));
}
