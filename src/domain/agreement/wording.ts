import { formatEurosInWords } from "#domain/format.ts";
import { type Block, type Inline, listSlots } from "./blocks.ts";
import type { Agreement } from "./parse.ts";
import { type Parties, projectTitles, signatureLines, titleLines } from "./parties.ts";
import type { Signature } from "./schema.ts";
import { sectionBlocks } from "./sections.ts";
import { illegible } from "./text.ts";

/** A line of plain text and where it comes from. */
export interface WordingLine {
  readonly text: string;
  /** 1-based line of the agreement file; 1 for what comes from the registers. */
  readonly line: number;
}

/** The whole published wording as plain text, title page and signatures included. */
export function wordingLines(agreement: Agreement, parties: Parties): WordingLine[] {
  return [
    ...titleLines(parties).map((text) => ({ text, line: 1 })),
    ...agreement.sections.flatMap(({ label, title, line, intro, paragraphs, outro }) => [
      { text: [label, title].filter(Boolean).join(" "), line },
      ...blockLines(
        [...intro, ...paragraphs.flatMap(({ blocks }) => blocks), ...outro],
        agreement,
        parties,
      ),
    ]),
  ];
}

/** Blocks as plain text, with the facts in the places of their slots. */
export function blockLines(
  blocks: readonly Block[],
  agreement: Agreement,
  parties: Parties,
): WordingLine[] {
  const inline = (children: readonly Inline[]): string =>
    children
      .map((child) => {
        switch (child.type) {
          case "text":
            return child.value.replaceAll("\n", " ");
          case "break":
            return " ";
          case "slot":
            return slotText(child.name, child.attributes, agreement, parties).join(" ");
          case "link":
            return withAddress(inline(child.children), child.url);
          default:
            return inline(child.children);
        }
      })
      .join("");

  return blocks.flatMap((block): WordingLine[] => {
    const { line } = block;
    switch (block.type) {
      case "heading":
      case "paragraph":
        return [{ text: inline(block.children), line }];
      case "list":
        return block.items.flatMap((item, index) =>
          blockLines(item, agreement, parties).map(({ text, line }, position) => ({
            text: block.ordered && position === 0 ? `${block.start + index}. ${text}` : text,
            line,
          })),
        );
      case "quote":
        return blockLines(block.children, agreement, parties);
      case "table":
        return block.rows.map((row) => ({ text: row.map(inline).join(" "), line }));
      case "slot":
        return slotText(block.name, block.attributes, agreement, parties).map((text) => ({
          text,
          line,
        }));
    }
  });
}

/** A link is part of the wording: where its text does not show the address, the address follows. */
function withAddress(text: string, url: string): string {
  return url === text || url.replace(/^(https?:\/\/|mailto:)/, "") === text
    ? text
    : `${text} (${url})`;
}

/** Whether anything is marked illegible, in the text or in the signatures. */
export function hasIllegible({ facts, sections }: Agreement): boolean {
  return (
    hasIllegibleSignature(facts.signatures) ||
    listSlots(sectionBlocks(sections)).some(({ name }) => name === "Illegible")
  );
}

/** Whether a signature lacks its date or letters of its name. */
export function hasIllegibleSignature(signatures: readonly Signature[]): boolean {
  return signatures.some(({ date, name }) => !date || name.includes("[…]"));
}

function slotText(
  name: string,
  attributes: Readonly<Record<string, string>>,
  agreement: Agreement,
  parties: Parties,
): string[] {
  switch (name) {
    case "Amount":
      return [formatEurosInWords(agreement.facts.amount)];
    case "Projects":
      return projectTitles(agreement, attributes.measure ?? "");
    case "Signatures":
      return agreement.facts.signatures.flatMap((signature) => signatureLines(signature, parties));
    case "Illegible":
      return [illegible];
    default:
      return [];
  }
}
