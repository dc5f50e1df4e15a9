import { diffWordsWithSpace } from "diff";
import { fold } from "#domain/fold.ts";
import type { Words } from "./change.ts";
import type { Parts } from "./match.ts";

const segmenter = new Intl.Segmenter("de", { granularity: "word" });

/** Texts that differ in more words are compared as wholes too. */
const maxEditLength = 2000;
/** Longer texts are compared as wholes, so that no text can hold up a review. */
const longest = 50_000;

/** What two texts share and what only one has, word by word, in reading order. */
export function compareWords(before: string, after: string): Words[] {
  if (Math.max(before.length, after.length) > longest) return compareWholes(before, after);
  const parts = diffWordsWithSpace(before, after, { intlSegmenter: segmenter, maxEditLength });
  if (!parts) return compareWholes(before, after);
  return parts.map(({ value, added, removed }) => ({
    text: value,
    side: added ? "after" : removed ? "before" : "both",
  }));
}

/** One text in the place of another, where single words would tell less. */
export function compareWholes(before: string, after: string): Words[] {
  return [
    { text: before, side: "before" as const },
    { text: after, side: "after" as const },
  ].filter(({ text }) => text !== "");
}

/** Whether two texts have the same words but for case, punctuation, hyphens and ß. */
export function isSpelling(before: string, after: string): boolean {
  return lettersOf(before) === lettersOf(after) && numbersOf(before) === numbersOf(after);
}

function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, "");
}

/** `1,5` and `15` are not the same number in another spelling. */
function numbersOf(text: string): string {
  return text
    .split(/\s+/)
    .filter((word) => /\d/.test(word))
    .join(" ");
}

/** Letters two by two, in which slips and endings differ little: for names and titles. */
export function letterPairs(text: string): Parts {
  const folded = fold(text).replace(/\s+/g, " ");
  return countAll(
    Array.from({ length: Math.max(0, folded.length - 1) }, (_, at) => folded.slice(at, at + 2)),
  );
}

/** Words, of which other texts of the same language have few: for sentences. */
export function wordCounts(text: string): Parts {
  return countAll(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []);
}

function countAll(parts: readonly string[]): Parts {
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
  return counts;
}
