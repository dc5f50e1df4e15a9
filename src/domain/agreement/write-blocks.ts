import type { Block, Inline, List, Slot } from "./blocks.ts";
import { type InlinePlace, writeInline } from "./write-inline.ts";

/** What stands for a component: blocks in a place of its own; the first of them within a text. */
export type WriteSlotBlocks = (slot: Slot) => readonly string[];

/** Blocks as CommonMark with GFM tables, each without the blank line after it. */
export function writeBlocks(blocks: readonly Block[], writeSlot: WriteSlotBlocks): string[] {
  const inline = (children: readonly Inline[], place: InlinePlace) =>
    writeInline(children, place, (slot) => writeSlot(slot).join(" "));
  let list: string | undefined;
  return blocks.flatMap((block): readonly string[] => {
    const before = list;
    list = undefined;
    switch (block.type) {
      case "heading": {
        const hasBreak = block.children.some(({ type }) => type === "break");
        // Only a heading that is underlined may have several lines.
        return block.depth === 2 && hasBreak
          ? [`${inline(block.children, "paragraph")}\n---`]
          : [`${"#".repeat(block.depth)} ${inline(block.children, "heading")}`];
      }
      case "paragraph":
        return [inline(block.children, "paragraph")];
      case "list": {
        list = markOf(block, before);
        return [writeList(block, list, writeSlot)];
      }
      case "quote":
        return [writeBlocks(block.children, writeSlot).join("\n\n").replace(/^/gm, "> ")];
      case "table":
        return [writeTable(block.rows.map((row) => row.map((cell) => inline(cell, "cell"))))];
      case "slot":
        return writeSlot(block);
    }
  });
}

/** Another mark than that of a list just before, so that the two stay apart. */
function markOf({ ordered }: List, before: string | undefined): string {
  const [first, second] = ordered ? [".", ")"] : ["-", "*"];
  return before === first ? second : first;
}

function writeList({ ordered, start, items }: List, mark: string, writeSlot: WriteSlotBlocks) {
  return items
    .map((item, index) => {
      const bullet = ordered ? `${Math.min(start + index, 999_999_999)}${mark} ` : `${mark} `;
      return bullet + indent(writeBlocks(item, writeSlot).join("\n\n"), bullet.length);
    })
    .join("\n");
}

function writeTable(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `| ${row.join(" | ")} |`);
  const rule = `|${" --- |".repeat(rows[0]?.length ?? 0)}`;
  return [lines[0], rule, ...lines.slice(1)].join("\n");
}

function indent(text: string, width: number): string {
  return text.replace(/\n(?=.)/g, `\n${" ".repeat(width)}`);
}
