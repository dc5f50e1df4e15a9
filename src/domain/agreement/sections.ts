import { excerpt } from "#domain/excerpt.ts";
import type { Problem } from "#domain/problem.ts";
import type { Block, Heading } from "./blocks.ts";
import { misplacedSections } from "./section-order.ts";
import { inlineText } from "./text.ts";

/** A Präambel or a § of an agreement, as the original divides it. */
export interface Section {
  /** `praeambel`, `par-1` …: an address for ever. */
  readonly id: string;
  /** `Präambel` or `§ 4`. */
  readonly label: string;
  /** `Haushaltsmittel und Eckdaten`; empty for the Präambel. */
  readonly title: string;
  readonly line: number;
  /** What stands between the section's heading and its first Absatz. */
  readonly intro: readonly Block[];
  readonly paragraphs: readonly SectionParagraph[];
  /** What follows the last Absatz without belonging to it: the signatures. */
  readonly outro: readonly Block[];
}

/** An Absatz: a paragraph with the lists, amounts and sentences that continue it. */
export interface SectionParagraph {
  /** `par-4-abs-1` */
  readonly id: string;
  /** 1-based; the originals do not print it. */
  readonly number: number;
  /** `§ 4 Absatz 1` */
  readonly label: string;
  readonly blocks: readonly Block[];
}

/**
 * Divides blocks into sections at their second-level headings; one that names no section begins one
 * of its own, so that what stands below it stays.
 *
 * A new Absatz begins with each paragraph that opens a sentence; one that begins with a lower-case
 * letter continues the sentence before it, as „aus dem Budget“ does after the amount in § 4.
 */
export function readSections(
  blocks: readonly Block[],
  file: string,
): { sections: Section[]; problems: Problem[] } {
  const sections: Section[] = [];
  const problems: Problem[] = [];
  const report = (code: Problem["code"], line: number, message: string) =>
    problems.push({ code, file, line, field: "Wortlaut", message });

  for (const [heading, content] of splitAtHeadings(blocks)) {
    if (!heading) {
      report(
        "section-unknown",
        content[0]?.line ?? 1,
        "Vor der ersten Überschrift steht Text. Beginnen Sie den Wortlaut mit ## Präambel.",
      );
      continue;
    }
    const known = readName(heading);
    if (!known) {
      report(
        "section-unknown",
        heading.line,
        `„${excerpt(inlineText(heading.children))}“ ist keine Überschrift eines Abschnitts. Schreiben Sie ## Präambel oder z. B. ## § 4 Haushaltsmittel und Eckdaten.`,
      );
    }
    const name = known ?? unknownName(heading, sections.length);
    sections.push({ ...name, line: heading.line, ...readParagraphs(content, name) });
  }
  for (const [section, expected] of misplacedSections(sections)) {
    report(
      "section-order",
      section.line,
      `Hier steht „${section.label}“, erwartet wird ${expected}. Stellen Sie jeden Abschnitt genau einmal an seinen Platz.`,
    );
  }
  if (sections.length === 0 && problems.length === 0) {
    report("section-order", 1, "Der Wortlaut ist leer. Beginnen Sie ihn mit ## Präambel.");
  }
  return { sections, problems };
}

/** All blocks of the sections, in reading order. */
export function sectionBlocks(sections: readonly Section[]): Block[] {
  return sections.flatMap(({ intro, paragraphs, outro }) => [
    ...intro,
    ...paragraphs.flatMap(({ blocks }) => blocks),
    ...outro,
  ]);
}

/** The ids that sections and Absätze have on their page. */
export function sectionIds(sections: readonly Section[]): Set<string> {
  return new Set(
    sections.flatMap(({ id, paragraphs }) => [id, ...paragraphs.map((paragraph) => paragraph.id)]),
  );
}

type SectionName = Pick<Section, "id" | "label" | "title">;

function readName(heading: Heading): SectionName | undefined {
  const text = inlineText(heading.children);
  if (text === "Präambel") return { id: "praeambel", label: text, title: "" };
  const [, number, title] = text.match(/^§[ \u00a0]?([1-9]\d?) (.+)$/) ?? [];
  return number && title ? { id: `par-${number}`, label: `§ ${number}`, title } : undefined;
}

function unknownName(heading: Heading, position: number): SectionName {
  return { id: `abschnitt-${position + 1}`, label: "", title: inlineText(heading.children) };
}

function readParagraphs(
  blocks: readonly Block[],
  { id, label }: SectionName,
): Pick<Section, "intro" | "paragraphs" | "outro"> {
  const intro: Block[] = [];
  const outro: Block[] = [];
  const paragraphs: { blocks: Block[] }[] = [];
  for (const block of blocks) {
    const current = paragraphs.at(-1);
    if (block.type === "slot" && block.name === "Signatures") outro.push(block);
    else if (opensParagraph(block)) paragraphs.push({ blocks: [block] });
    else if (current) current.blocks.push(block);
    else intro.push(block);
  }
  return {
    intro,
    outro,
    paragraphs: paragraphs.map((paragraph, index) => ({
      id: `${id}-abs-${index + 1}`,
      number: index + 1,
      label: `${label} Absatz ${index + 1}`,
      blocks: paragraph.blocks,
    })),
  };
}

function opensParagraph(block: Block): boolean {
  return block.type === "paragraph" && !/^\p{Ll}/u.test(inlineText(block.children).trimStart());
}

function splitAtHeadings(blocks: readonly Block[]): [Heading | undefined, Block[]][] {
  const parts: [Heading | undefined, Block[]][] = [];
  for (const block of blocks) {
    if (block.type === "heading" && block.depth === 2) parts.push([block, []]);
    else if (parts.length === 0) parts.push([undefined, [block]]);
    else parts.at(-1)?.[1].push(block);
  }
  return parts;
}
