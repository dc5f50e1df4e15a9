import type { EntryAddress } from "#domain/editing/entries.ts";
import { splitFile } from "#domain/file-parts.ts";
import type { ChangedFile } from "./change.ts";
import { likeness } from "./match.ts";
import { eventOf, textOf } from "./versions.ts";
import { wordCounts } from "./words.ts";

/** An entry with all of its files that changed. */
export interface ChangedEntry {
  readonly entry: EntryAddress;
  readonly content?: ChangedFile;
  readonly companions: readonly ChangedFile[];
}

/** An entry that is removed in one place and added in another is one that moved. */
export interface MovedEntry extends ChangedEntry {
  readonly from?: ChangedEntry;
}

/** From this likeness of their facts on, two agreements of a district are one that moved. */
const least = 0.75;

export function joinMoves(entries: readonly ChangedEntry[]): MovedEntry[] {
  const gone = entries.filter(({ content }) => content && eventOf(content) === "removed");
  const taken = new Set<ChangedEntry>();
  const joined = entries.map((changed): MovedEntry => {
    if (!changed.content || eventOf(changed.content) !== "added") return changed;
    const free = gone.filter((other) => !taken.has(other));
    const from =
      free.find((other) => isSameText(other, changed)) ??
      free.find((other) => isSameAgreement(other, changed));
    if (!from) return changed;
    taken.add(from);
    return { ...changed, from };
  });
  return joined.filter((changed) => !taken.has(changed));
}

function isSameText(one: ChangedEntry, other: ChangedEntry): boolean {
  const text = textOf(one.content?.before);
  return one.entry.kind === other.entry.kind && !!text && text === textOf(other.content?.after);
}

/** The wording tells nothing: agreements of all years have nearly the same. */
function isSameAgreement(one: ChangedEntry, other: ChangedEntry): boolean {
  const isAlike = one.entry.kind === "agreements" && one.entry.slug === other.entry.slug;
  if (!isAlike || other.entry.kind !== "agreements") return false;
  const [old, now] = [factsOf(one.content?.before), factsOf(other.content?.after)];
  return likeness(wordCounts(old), wordCounts(now)) >= least;
}

function factsOf(version: ChangedFile["before"]): string {
  const parts = splitFile(textOf(version) ?? "", "");
  return "code" in parts ? "" : parts.yaml;
}
