import { diffArrays } from "diff";
import type { Block } from "#domain/agreement/blocks.ts";
import { readBody } from "#domain/agreement/read-body.ts";
import { readSections, type Section } from "#domain/agreement/sections.ts";
import { blockTexts } from "#domain/agreement/text.ts";
import { writeBlocks } from "#domain/agreement/write-blocks.ts";
import { listLinks } from "#domain/links.ts";
import type { Change } from "./change.ts";
import { match } from "./match.ts";
import { compareWords, isSpelling } from "./words.ts";

/** A part of a wording that is changed, added or removed as a whole: an Absatz, a heading. */
interface Passage {
  /** `§ 5 Absatz 2`, `Überschrift von § 5`. */
  readonly place: string;
  /** Its words, with each component in brackets. */
  readonly text: string;
  /** Its words and all that stands around them. */
  readonly markup: string;
}

/** From this likeness on, two passages are one that was changed. */
const least = 0.4;

/**
 * What differs between two wordings.
 *
 * @returns undefined where one of them cannot be read, or holds what no wording may hold
 */
export function compareBodies(before: string, after: string): Change[] | undefined {
  const [old, now] = [readPassages(before), readPassages(after)];
  if (!old || !now) return undefined;
  const changes: Change[] = [];
  const [removed, added]: [Passage[], Passage[]] = [[], []];
  for (const gap of gapsOf(old, now)) {
    const found = match(gap.removed, gap.added, [textOf], textOf, least);
    for (const [one, other] of found.pairs) changes.push(...comparePassages(one, other));
    removed.push(...found.removed);
    added.push(...found.added);
  }
  for (const passage of [...added]) {
    const origin = removed.find(({ markup }) => markup === passage.markup);
    if (!origin) continue;
    removed.splice(removed.indexOf(origin), 1);
    added.splice(added.indexOf(passage), 1);
    const { place, text } = passage;
    changes.push({ kind: "passage-moved", place, before: origin.place, text });
  }
  return [
    ...changes,
    ...added.map(({ place, text }) => ({ kind: "passage-added" as const, place, text })),
    ...removed.map(({ place, text }) => ({ kind: "passage-removed" as const, place, text })),
  ];
}

function textOf({ text }: Passage): string {
  return text;
}

function comparePassages(one: Passage, other: Passage): Change[] {
  const { place } = other;
  if (one.text === other.text) return [{ kind: "markup", place }];
  const words = compareWords(one.text, other.text);
  return [
    {
      kind: isSpelling(one.text, other.text) ? "passage-spelling" : "passage-changed",
      place,
      words,
    },
  ];
}

function readPassages(body: string): Passage[] | undefined {
  const { blocks, problems } = readBody(body, {
    file: "",
    lineOffset: 0,
    slots: ["Amount", "Projects", "Signatures", "Illegible", "District"],
  });
  if (problems.length > 0) return undefined;
  // Text before the first heading belongs to no section; it must not be lost.
  const startsWithHeading = blocks[0]?.type === "heading" && blocks[0].depth === 2;
  const sections = startsWithHeading ? blocks : [opening, ...blocks];
  return readSections(sections, "").sections.flatMap(passagesOf);
}

const opening: Block = {
  type: "heading",
  depth: 2,
  line: 0,
  children: [{ type: "text", value: "Anfang" }],
};

function passagesOf({ label, title, intro, paragraphs, outro }: Section): Passage[] {
  const name = label || `„${title}“`;
  const heading = [label, title].filter(Boolean).join(" ");
  return [
    { place: `Überschrift von ${name}`, text: heading, markup: heading },
    ...passage(`${name}, Anfang`, intro),
    ...paragraphs.flatMap(({ number, blocks }) => passage(`${name} Absatz ${number}`, blocks)),
    ...passage(`${name}, Ende`, outro),
  ];
}

function passage(place: string, blocks: readonly Block[]): Passage[] {
  if (blocks.length === 0) return [];
  const written = writeBlocks(blocks, ({ name, attributes }) => [
    `[${[name, ...Object.values(attributes)].join(" ")}]`,
  ]);
  const texts = blockTexts(blocks).map(({ text }) => text);
  // Where a link leads is part of what is said.
  const addresses = listLinks(blocks).map(({ url }) => `(${url})`);
  return [
    {
      place,
      text: oneLine([...texts, ...addresses].join(" ")),
      markup: oneLine(written.join(" ¶ ")),
    },
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Stretches between what both wordings have alike. */
function gapsOf(
  before: readonly Passage[],
  after: readonly Passage[],
): { removed: Passage[]; added: Passage[] }[] {
  const gaps: { removed: Passage[]; added: Passage[] }[] = [];
  let isOpen = false;
  const parts = diffArrays([...before], [...after], {
    comparator: (one, other) => one.markup === other.markup,
  });
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
