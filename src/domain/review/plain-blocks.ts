import type { Block, Heading, Inline, Slot } from "#domain/agreement/blocks.ts";
import { illegible, inlineText } from "#domain/agreement/text.ts";
import type { Names } from "./change.ts";

/** A link as people know it: its words and its address. */
export interface NamedLink {
  readonly text: string;
  readonly url: string;
}

const cases: Readonly<Record<string, string>> = {
  nominative: "Nominativ",
  genitive: "Genitiv",
  dative: "Dativ",
  accusative: "Akkusativ",
};

/** The words that stand for a component: `[Projekte: Qualifizierung]`. */
function slotText({ name, attributes }: Slot, names: Names): string {
  switch (name) {
    case "Amount":
      return "[Fördersumme]";
    case "Signatures":
      return "[Unterschriften]";
    case "Illegible":
      return illegible;
    case "Projects":
      return `[Projekte: ${names.measure(attributes.measure ?? "")}]`;
    case "District":
      return `[Gebietskörperschaft im ${cases[attributes.form ?? ""] ?? attributes.form}]`;
  }
}

/** Blocks without components within a text: their words stand in their place. */
export function withoutInlineSlots(blocks: readonly Block[], names: Names): Block[] {
  return mapInlines(blocks, (inline) =>
    inline.type === "slot" ? [{ type: "text", value: slotText(inline, names) }] : [inline],
  );
}

/** Blocks without components that fill a line of their own. */
export function withoutBlockSlots(blocks: readonly Block[], names: Names): Block[] {
  return blocks.map((block): Block => {
    if (block.type !== "slot") return block;
    const children = [{ type: "text" as const, value: slotText(block, names) }];
    return { type: "paragraph", children, line: block.line };
  });
}

/** Blocks in which links are their words only. */
export function withoutLinks(blocks: readonly Block[]): Block[] {
  return mapInlines(blocks, (inline) => (inline.type === "link" ? inline.children : [inline]));
}

/** Blocks in which nothing is bold or in italics. */
export function withoutEmphasis(blocks: readonly Block[]): Block[] {
  return mapInlines(blocks, (inline) =>
    inline.type === "emphasis" || inline.type === "strong" ? inline.children : [inline],
  );
}

/** The links of blocks, in reading order. */
export function namedLinks(blocks: readonly Block[]): NamedLink[] {
  const links: NamedLink[] = [];
  mapInlines(blocks, (inline) => {
    if (inline.type === "link") links.push({ text: inlineText(inline.children), url: inline.url });
    return [inline];
  });
  return links;
}

export function isHeading(block: Block): block is Heading {
  return block.type === "heading";
}

/** Each inline after those within it, in reading order. */
function mapInlines(blocks: readonly Block[], map: (inline: Inline) => readonly Inline[]): Block[] {
  const within = (children: readonly Inline[]): Inline[] =>
    joinTexts(
      children.flatMap((child) =>
        map("children" in child ? { ...child, children: within(child.children) } : child),
      ),
    );
  return blocks.map((block): Block => {
    switch (block.type) {
      case "heading":
      case "paragraph":
        return { ...block, children: within(block.children) };
      case "list":
        return { ...block, items: block.items.map((item) => mapInlines(item, map)) };
      case "quote":
        return { ...block, children: mapInlines(block.children, map) };
      case "table":
        return { ...block, rows: block.rows.map((row) => row.map(within)) };
      case "slot":
        return block;
    }
  });
}

/** Texts side by side are one, as they are where nothing stood between them. */
function joinTexts(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.type === "text" && last?.type === "text") {
      joined.splice(-1, 1, { type: "text", value: last.value + inline.value });
    } else joined.push(inline);
  }
  return joined;
}
