import { formatEurosInWords } from "#domain/format.ts";
import type { Block, Inline, Slot } from "./blocks.ts";
import type { Agreement } from "./parse.ts";
import { type Parties, projectTitles, signatureLines, titleLines } from "./parties.ts";
import { illegible } from "./text.ts";

/**
 * The published wording as CommonMark (with GFM tables), facts filled in, for download.
 *
 * @param url absolute address of the agreement's page
 */
export function toMarkdown(agreement: Agreement, parties: Parties, url: string): string {
  const [kind, year, ...lines] = titleLines(parties);
  const writer = new MarkdownWriter(agreement, parties);
  const sections = agreement.sections.map(({ label, title, intro, paragraphs, outro }) =>
    [
      `## ${[label, escapeText(title)].filter(Boolean).join(" ")}`,
      ...writer.blocks([...intro, ...paragraphs.flatMap(({ blocks }) => blocks), ...outro]),
    ].join("\n\n"),
  );
  return `${[`# ${kind} ${year}`, escapeText(lines.join(" ")), ...sections, "---", `Quelle: <${url}>`].join("\n\n")}\n`;
}

class MarkdownWriter {
  readonly #agreement: Agreement;
  readonly #parties: Parties;

  constructor(agreement: Agreement, parties: Parties) {
    this.#agreement = agreement;
    this.#parties = parties;
  }

  blocks(blocks: readonly Block[]): string[] {
    return blocks.flatMap((block): string[] => {
      switch (block.type) {
        case "heading":
          return [`${"#".repeat(block.depth)} ${this.#inline(block.children)}`];
        case "paragraph":
          return [this.#inline(block.children)];
        case "list":
          return [
            block.items
              .map((item, index) => {
                const mark = block.ordered ? `${block.start + index}. ` : "- ";
                return mark + indent(this.blocks(item).join("\n\n"), mark.length);
              })
              .join("\n"),
          ];
        case "quote":
          return [this.blocks(block.children).join("\n\n").replace(/^/gm, "> ")];
        case "table":
          return [this.#table(block.rows)];
        case "slot":
          return this.#slot(block);
      }
    });
  }

  #inline(children: readonly Inline[]): string {
    return children
      .map((child) => {
        switch (child.type) {
          case "text":
            return escapeText(child.value);
          case "break":
            return "\\\n";
          case "emphasis":
            return `*${this.#inline(child.children)}*`;
          case "strong":
            return `**${this.#inline(child.children)}**`;
          case "link":
            return `[${this.#inline(child.children)}](<${child.url.replace(/[<>]/g, encodeURIComponent)}>)`;
          case "slot":
            return this.#slot(child).join(" ");
        }
      })
      .join("");
  }

  #table(rows: readonly (readonly (readonly Inline[])[])[]): string {
    const lines = rows.map((row) => `| ${row.map((cell) => this.#inline(cell)).join(" | ")} |`);
    const rule = `|${" --- |".repeat(rows[0]?.length ?? 0)}`;
    return [lines[0], rule, ...lines.slice(1)].join("\n");
  }

  #slot({ name, attributes }: Slot): string[] {
    const { facts } = this.#agreement;
    switch (name) {
      case "Amount":
        return [`**${formatEurosInWords(facts.amount)}**`];
      case "Projects": {
        const titles = projectTitles(this.#agreement, attributes.measure ?? "");
        return titles.length > 0
          ? [titles.map((title) => `- ${escapeText(title)}`).join("\n")]
          : [];
      }
      case "Signatures":
        return facts.signatures.map((signature) =>
          signatureLines(signature, this.#parties).map(escapeText).join("\\\n"),
        );
      case "Illegible":
        return [escapeText(illegible)];
      default:
        return [];
    }
  }
}

/** Keeps the words from being read as Markdown. */
function escapeText(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~#]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/^(\s*)([+=-])/gm, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s|$)/gm, "$1\\$2");
}

function indent(text: string, width: number): string {
  return text.replace(/\n(?=.)/g, `\n${" ".repeat(width)}`);
}
