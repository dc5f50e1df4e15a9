import type { Block, Inline } from "./blocks.ts";

/** Stands for what cannot be read in the original. */
export const illegible = "[unleserlich]";

/** Plain text of inline content; a line break is a space, a slot is empty unless it marks a gap. */
export function inlineText(children: readonly Inline[]): string {
  return children
    .map((child) => {
      switch (child.type) {
        case "text":
          return child.value;
        case "break":
          return " ";
        case "slot":
          return child.name === "Illegible" ? illegible : "";
        default:
          return inlineText(child.children);
      }
    })
    .join("");
}

/** A paragraph, heading, list item or row as plain text. */
export interface BlockText {
  readonly text: string;
  readonly line: number;
  /**
   * Where it stands among headings, lists and quotes: the same only for blocks of the same kind in
   * the same place. A list item has its number only where the list begins, so that one more item
   * changes nothing for those that follow.
   */
  readonly place: string;
  /** The same for people, as far as a few words can tell: `Punkt einer Aufzählung`. */
  readonly form: string;
}

/** The plain text of each paragraph, heading, list item and row, with its line and place. */
export function blockTexts(blocks: readonly Block[]): BlockText[] {
  return textsWithin(blocks, { place: "", form: "Absatz" });
}

/** Texts of blocks that lie together in a place; the form is that of its paragraphs. */
function textsWithin(
  blocks: readonly Block[],
  { place, form }: Pick<BlockText, "place" | "form">,
): BlockText[] {
  return blocks.flatMap((block, index): BlockText[] => {
    // The first block of an item or a quote begins it, the others continue it.
    const here = place && index === 0 ? `${place}^` : place;
    switch (block.type) {
      case "heading":
      case "paragraph":
        return [
          {
            text: inlineText(block.children),
            line: block.line,
            ...(block.type === "paragraph"
              ? { place: `${here}p`, form }
              : { place: `${here}h${block.depth}`, form: `Überschrift der ${block.depth}. Ebene` }),
          },
        ];
      case "list":
        return block.items.flatMap((item, position) =>
          textsWithin(item, {
            place: `${here}${block.ordered ? "ol" : "ul"}${position === 0 ? block.start : ""}/`,
            form: block.ordered ? "Punkt einer nummerierten Liste" : "Punkt einer Aufzählung",
          }),
        );
      case "quote":
        return textsWithin(block.children, { place: `${here}q/`, form: "Zitat" });
      case "table":
        return block.rows.map((row, position) => ({
          text: row.map(inlineText).join(" | "),
          line: block.line,
          place: `${here}t${row.length}${position === 0 ? "^" : ""}`,
          form: "Zeile einer Tabelle",
        }));
      case "slot":
        return [];
    }
  });
}
