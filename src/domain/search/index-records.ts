import type { Block } from "#domain/agreement/blocks.ts";
import type { Agreement } from "#domain/agreement/parse.ts";
import { citedTitle, type Parties } from "#domain/agreement/parties.ts";
import type { Section } from "#domain/agreement/sections.ts";
import { blockTexts } from "#domain/agreement/text.ts";
import { blockLines } from "#domain/agreement/wording.ts";
import { escapeHtml } from "#domain/html.ts";
import { paths } from "#domain/paths.ts";
import { fillTemplate, type YearTemplate } from "#domain/year/template.ts";
import { passagesOf } from "./common-wording.ts";

/** What the search index is told of a page; Pagefind reads its own attributes in the HTML. */
export interface IndexRecord {
  /** Address of the page. */
  readonly url: string;
  readonly html: string;
}

/** The lines of a paragraph. */
type Paragraph = readonly string[];

/** Stands for the district's name where a text is common to all. */
const anyDistrict = {
  agreementName: {
    text: "[…]",
    nominative: "[…]",
    genitive: "[…]",
    dative: "[…]",
    accusative: "[…]",
  },
};

/** An agreement with its facts and what it does not share with all others of its year. */
export function agreementRecord(
  agreement: Agreement,
  parties: Parties,
  common: ReadonlySet<string>,
): IndexRecord {
  const { district, year } = parties;
  const { facts, sections } = agreement;
  const attributes = {
    "data-pagefind-meta":
      "title[data-title], jahr[data-year], kommune[data-district], betrag[data-amount]",
    "data-pagefind-filter": "jahr[data-year], kommune[data-slug]",
    "data-pagefind-sort": "betrag[data-amount]",
    "data-title": `${district.name} ${year.year}`,
    "data-year": String(year.year),
    "data-district": district.name,
    "data-slug": district.slug,
    "data-amount": String(facts.amount),
  };
  const measures = [...new Set(facts.projects.map(({ measure }) => measure))].map(
    (measure) => `<i data-pagefind-filter="massnahme">${escapeHtml(measure)}</i>`,
  );
  const own = (block: Block): Paragraph[] => {
    const lines = blockLines([block], agreement, parties).map(({ text }) => text);
    // Pagefind ends each paragraph with a dot; the lines of a signature belong together.
    const isTogether = block.type === "slot" && block.name === "Signatures";
    return isTogether ? [lines] : lines.map((line) => [line]);
  };
  return {
    url: paths.agreement(year.year, district.slug),
    html: record(attributes, [
      `<span data-pagefind-ignore="index">${measures.join("")}</span>`,
      paragraph([citedTitle(parties)]),
      ...sectionParts(sections, (id) => !common.has(id), own),
    ]),
  };
}

/** What all agreements of a year have in common, once. */
export function commonRecord(template: YearTemplate, common: ReadonlySet<string>): IndexRecord {
  const { year } = template;
  const attributes = {
    "data-pagefind-meta": "jahr[data-year]",
    "data-pagefind-filter": "gemeinsam[data-year]",
    "data-year": String(year.year),
  };
  const texts = (block: Block) => blockTexts([block]).map(({ text }) => [text]);
  const sections = fillTemplate(template, anyDistrict);
  return {
    url: paths.year(year.year),
    html: record(
      attributes,
      sectionParts(sections, (id) => common.has(id), texts),
    ),
  };
}

/** Headings and texts of the passages that are wanted; sections without any are left out. */
function sectionParts(
  sections: readonly Section[],
  isWanted: (id: string) => boolean,
  textsOf: (block: Block) => readonly Paragraph[],
): string[] {
  return sections.flatMap((section) => {
    const wanted = passagesOf(section).filter(({ id }) => isWanted(id));
    if (wanted.length === 0) return [];
    return [
      heading(section),
      ...wanted.flatMap(({ blocks }) => blocks.flatMap(textsOf)).map(paragraph),
    ];
  });
}

/** „§ 5“ is searched as the one word „§5“. */
function heading({ id, label, title }: Section): string {
  const word = escapeHtml(label.replace(" ", ""));
  const text = escapeHtml([label, title].filter(Boolean).join(" "));
  return `<h2 id="${id}" data-word="${word}" data-pagefind-index-attrs="data-word">${text}</h2>`;
}

function paragraph(lines: Paragraph): string {
  return `<p>${lines.map(escapeHtml).join("<br>")}</p>`;
}

function record(attributes: Readonly<Record<string, string>>, parts: readonly string[]): string {
  const written = Object.entries(attributes).map(
    ([name, value]) => `${name}="${escapeHtml(value)}"`,
  );
  return `<!doctype html><html lang="de"><body><main data-pagefind-body ${written.join(" ")}>${parts.join("")}</main></body></html>`;
}
