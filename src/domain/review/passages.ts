import type { Block } from "#domain/agreement/blocks.ts";
import { readBody } from "#domain/agreement/read-body.ts";
import { readSections, type Section } from "#domain/agreement/sections.ts";
import { blockTexts } from "#domain/agreement/text.ts";
import { writeBlocks } from "#domain/agreement/write-blocks.ts";
import type { Names } from "./change.ts";
import {
  isHeading,
  type NamedLink,
  namedLinks,
  withoutBlockSlots,
  withoutEmphasis,
  withoutInlineSlots,
  withoutLinks,
} from "./plain-blocks.ts";

/** A part of a wording that is changed, added or removed as a whole: an Absatz, a heading. */
export interface Passage {
  /** `§ 5 Absatz 2`, `Überschrift von § 5`. */
  readonly place: string;
  readonly isHeading: boolean;
  /** Its words, with each component in brackets. */
  readonly text: string;
  /** Its words and the structure they stand in. */
  readonly structure: string;
  /** Its words, structure and emphasis. */
  readonly markup: string;
  readonly links: readonly NamedLink[];
  /** The same only for passages that do not differ at all. */
  readonly key: string;
}

/**
 * A wording in passages, in reading order.
 *
 * @returns undefined where it cannot be read, or holds what no wording may hold
 */
export function readPassages(body: string, names: Names): Passage[] | undefined {
  const read = readBlocks(body);
  if (!read) return undefined;
  const blocks = withoutInlineSlots(read, names);
  // Text before the first heading belongs to no section; it must not be lost.
  const startsWithHeading = blocks[0]?.type === "heading" && blocks[0].depth === 2;
  const sections = startsWithHeading ? blocks : [opening, ...blocks];
  return readSections(sections, "").sections.flatMap((section) => passagesOf(section, names));
}

export function isReadable(body: string): boolean {
  return readBlocks(body) !== undefined;
}

function readBlocks(body: string): Block[] | undefined {
  const { blocks, problems } = readBody(body, {
    file: "",
    lineOffset: 0,
    slots: ["Amount", "Projects", "Signatures", "Illegible", "District"],
  });
  return problems.length > 0 ? undefined : blocks;
}

const opening: Block = { type: "heading", depth: 2, line: 0, children: [] };

function passagesOf(section: Section, names: Names): Passage[] {
  const { label, title, intro, paragraphs, outro, line } = section;
  const isOpening = line === opening.line;
  const name = label || (isOpening ? "" : `Abschnitt „${title}“`);
  const heading = [label, title].filter(Boolean).join(" ");
  const absatz = (number: number) => {
    if (isOpening) return `Absatz ${number}`;
    return label ? `${label} Absatz ${number}` : `${name}, Absatz ${number}`;
  };
  const edge = (word: string) => (isOpening ? word : `${name}, ${word}`);
  return [
    ...(isOpening ? [] : [headingPassage(`Überschrift von ${name}`, heading, heading, [])]),
    ...within(edge("Anfang"), name, intro, names),
    ...paragraphs.flatMap(({ number, blocks }) => within(absatz(number), name, blocks, names)),
    ...within(edge("Ende"), name, outro, names),
  ];
}

/** The blocks of a place but for its headings, then each of these. */
function within(place: string, section: string, typed: readonly Block[], names: Names): Passage[] {
  const blocks = withoutBlockSlots(typed, names);
  const headings = blocks.filter(isHeading).map((heading) => {
    const text = textOf([heading]);
    const where = section ? `Zwischenüberschrift in ${section}` : "Zwischenüberschrift";
    return headingPassage(where, text, write(withoutLinks([heading])), namedLinks([heading]));
  });
  const own = blocks.filter((block) => !isHeading(block));
  if (own.length === 0) return headings;
  const links = namedLinks(own);
  // Where a heading stands among the others belongs to them, what it says does not.
  const around = withoutLinks(
    blocks.map((block) => (isHeading(block) ? { ...block, depth: 3, children: [] } : block)),
  );
  const markup = write(around);
  return [
    {
      place,
      isHeading: false,
      text: textOf(own),
      structure: write(withoutEmphasis(around)),
      markup,
      links,
      key: JSON.stringify([markup, links]),
    },
    ...headings,
  ];
}

function headingPassage(
  place: string,
  text: string,
  markup: string,
  links: readonly NamedLink[],
): Passage {
  const key = JSON.stringify([markup, links]);
  return { place, isHeading: true, text, structure: text, markup, links, key };
}

function textOf(blocks: readonly Block[]): string {
  return oneLine(
    blockTexts(blocks)
      .map(({ text }) => text)
      .join(" "),
  );
}

function write(blocks: readonly Block[]): string {
  return oneLine(writeBlocks(blocks, () => []).join(" ¶ "));
}

function oneLine(text: string): string {
  return text.replace(/[ \t\r\n]+/g, " ").trim();
}
