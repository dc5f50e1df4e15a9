import { formatEurosInWords } from "#domain/format.ts";
import type { Slot } from "./blocks.ts";
import type { Agreement } from "./parse.ts";
import { type Parties, projectTitles, signatureLines, titleLines } from "./parties.ts";
import { illegible } from "./text.ts";
import { writeBlocks } from "./write-blocks.ts";
import { writeText } from "./write-inline.ts";

/**
 * The published wording as CommonMark (with GFM tables), facts filled in, for download.
 *
 * @param url absolute address of the agreement's page
 */
export function toMarkdown(agreement: Agreement, parties: Parties, url: string): string {
  const [kind, year, ...lines] = titleLines(parties);
  const writeSlot = (slot: Slot) => slotBlocks(slot, agreement, parties);
  const sections = agreement.sections.map(({ label, title, intro, paragraphs, outro }) =>
    [
      `## ${[label, writeText(title)].filter(Boolean).join(" ")}`,
      ...writeBlocks(
        [...intro, ...paragraphs.flatMap(({ blocks }) => blocks), ...outro],
        writeSlot,
      ),
    ].join("\n\n"),
  );
  return `${[`# ${kind} ${year}`, writeText(lines.join(" ")), ...sections, "---", `Quelle: <${url}>`].join("\n\n")}\n`;
}

function slotBlocks({ name, attributes }: Slot, agreement: Agreement, parties: Parties): string[] {
  const { facts } = agreement;
  switch (name) {
    case "Amount":
      return [`**${formatEurosInWords(facts.amount)}**`];
    case "Projects": {
      const titles = projectTitles(agreement, attributes.measure ?? "");
      return titles.length > 0 ? [titles.map((title) => `- ${writeText(title)}`).join("\n")] : [];
    }
    case "Signatures":
      return facts.signatures.map((signature) =>
        signatureLines(signature, parties).map(writeText).join("\\\n"),
      );
    case "Illegible":
      return [writeText(illegible)];
    default:
      return [];
  }
}
