import { diffWordsWithSpace } from "diff";
import { fold } from "#domain/fold.ts";
import type { Words } from "./change.ts";

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

function compareWholes(before: string, after: string): Words[] {
  return [
    { text: before, side: "before" },
    { text: after, side: "after" },
  ].filter(({ text }) => text !== "") as Words[];
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
  return (text.match(/\S*\d\S*/g) ?? []).join(" ");
}

/** How alike two texts are: 1 the same, 0 nothing in common (Sørensen–Dice over pairs of letters). */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  const total = sizeOf(pairs) + sizeOf(others);
  if (total === 0) return 0;
  let common = 0;
  for (const [pair, count] of pairs) common += Math.min(count, others.get(pair) ?? 0);
  return (2 * common) / total;
}

function pairsOf(text: string): Map<string, number> {
  const folded = fold(text).replace(/\s+/g, " ");
  const pairs = new Map<string, number>();
  for (let at = 0; at < folded.length - 1; at++) {
    const pair = folded.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function sizeOf(pairs: ReadonlyMap<string, number>): number {
  return [...pairs.values()].reduce((sum, count) => sum + count, 0);
}
