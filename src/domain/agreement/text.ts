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

/** The plain text of each paragraph, heading, list item and row, with its line. */
export function blockTexts(blocks: readonly Block[]): { text: string; line: number }[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case "heading":
      case "paragraph":
        return [{ text: inlineText(block.children), line: block.line }];
      case "list":
        return block.items.flatMap(blockTexts);
      case "quote":
        return blockTexts(block.children);
      case "table":
        return block.rows.map((row) => ({
          text: row.map(inlineText).join(" | "),
          line: block.line,
        }));
      case "slot":
        return [];
    }
  });
}
