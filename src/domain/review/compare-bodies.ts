import { diffArrays } from "diff";
import type { Change, Names } from "./change.ts";
import { joinDivisions } from "./divisions.ts";
import { match } from "./match.ts";
import { type Passage, readPassages } from "./passages.ts";
import { shorten } from "./quote.ts";
import { compareWholes, compareWords, isSpelling, letterPairs, wordCounts } from "./words.ts";

/** Wordings that differ in more passages are compared as wholes. */
const maxEditLength = 2000;

/** What stood in a place of the wording, and what stands there now. */
interface Gap {
  readonly removed: readonly Passage[];
  readonly added: readonly Passage[];
}

/** From this likeness on, two passages are one that was changed. */
const least = 0.4;

/**
 * What differs between two wordings.
 *
 * @returns undefined where one of them cannot be read, or holds what no wording may hold
 */
export function compareBodies(before: string, after: string, names: Names): Change[] | undefined {
  if (before === after) return [];
  const [old, now] = [readPassages(before, names), readPassages(after, names)];
  if (!old || !now) return undefined;
  return joinMoves(gapsOf(old, now).flatMap(compareGap));
}

/** What happened in a place, in reading order: changes, and passages that have no counterpart. */
type Found = Change | { readonly kind: "new" | "gone"; readonly passage: Passage };

function compareGap(gap: Gap): Found[] {
  const { changes, removed, added } = joinDivisions(gap.removed, gap.added);
  const pairs = new Map<Passage, Passage>();
  for (const areHeadings of [false, true]) {
    const chosen = (passages: readonly Passage[]) =>
      passages.filter(({ isHeading }) => isHeading === areHeadings);
    const { pairs: found } = match(chosen(removed), chosen(added), {
      ranks: [({ text }) => text],
      partsOf: ({ text }) => (areHeadings ? letterPairs(text) : wordCounts(text)),
      least,
    });
    for (const { before, after } of found) pairs.set(after, before);
  }
  const paired = new Set(pairs.values());
  return [
    ...changes,
    ...added.flatMap((passage): Found[] => {
      const before = pairs.get(passage);
      return before ? comparePassages(before, passage) : [{ kind: "new", passage }];
    }),
    ...removed.flatMap((passage): Found[] =>
      paired.has(passage) ? [] : [{ kind: "gone", passage }],
    ),
  ];
}

/** What is gone in one place of the wording and new in another moved. */
function joinMoves(found: readonly Found[]): Change[] {
  const passages = (kind: "new" | "gone") =>
    found.flatMap((item) => (item.kind === kind ? [item.passage] : []));
  const left = passages("gone");
  const origins = new Map<Passage, Passage>();
  for (const passage of passages("new")) {
    const at = left.findIndex(({ key }) => key === passage.key);
    const [origin] = at < 0 ? [] : left.splice(at, 1);
    if (origin) origins.set(passage, origin);
  }
  return found.flatMap((item): Change[] => {
    if (!("passage" in item)) return [item];
    const { place, isHeading, text } = item.passage;
    const origin = origins.get(item.passage);
    if (origin) return [{ kind: "passage-moved", place, isHeading, before: origin.place, text }];
    if (item.kind === "new") return [{ kind: "passage-added", place, isHeading, text }];
    return left.includes(item.passage) ? [{ kind: "passage-removed", place, isHeading, text }] : [];
  });
}

function comparePassages(one: Passage, other: Passage): Change[] {
  return [...compareWordsOf(one, other), ...compareLinks(one, other)];
}

function compareWordsOf(one: Passage, other: Passage): Change[] {
  const { place, isHeading } = other;
  if (one.text !== other.text) {
    const isSpelled = isSpelling(one.text, other.text);
    // A heading is short enough to be read as a whole, unless its end is cut off.
    const isWhole = isHeading && shorten(one.text) !== shorten(other.text);
    const words = (isWhole ? compareWholes : compareWords)(one.text, other.text);
    return [{ kind: isSpelled ? "passage-spelling" : "passage-changed", place, isHeading, words }];
  }
  if (one.structure !== other.structure) return [{ kind: "structure", place }];
  if (one.markup !== other.markup) return [{ kind: "emphasis", place }];
  return [];
}

/** Links with the same words are the same; their addresses are compared in reading order. */
function compareLinks(one: Passage, other: Passage): Change[] {
  const { place } = other;
  const textsOf = ({ links }: Passage) => JSON.stringify(links.map(({ text }) => text));
  const gone = [...one.links];
  const areInOrder = textsOf(one) === textsOf(other);
  const changes = other.links.flatMap(({ text, url }): Change[] => {
    const same = areInOrder ? 0 : gone.findIndex((link) => link.text === text && link.url === url);
    const at = same < 0 ? gone.findIndex((link) => link.text === text) : same;
    if (at < 0) return [{ kind: "link", place, text, after: url }];
    const [link] = gone.splice(at, 1);
    return !link || link.url === url
      ? []
      : [{ kind: "link", place, text, before: link.url, after: url }];
  });
  return [
    ...changes,
    ...gone.map(({ text, url }) => ({ kind: "link" as const, place, text, before: url })),
  ];
}

/** Stretches between what both wordings have alike. */
function gapsOf(before: readonly Passage[], after: readonly Passage[]): Gap[] {
  const gaps: { removed: Passage[]; added: Passage[] }[] = [];
  let isOpen = false;
  const parts = diffArrays([...before], [...after], {
    maxEditLength,
    comparator: (one, other) => one.key === other.key && one.isHeading === other.isHeading,
  });
  if (!parts) return [{ removed: before, added: after }];
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      isOpen = false;
      continue;
    }
    if (!isOpen) gaps.push({ removed: [], added: [] });
    isOpen = true;
    gaps.at(-1)?.[removed ? "removed" : "added"].push(...value);
  }
  return gaps;
}
