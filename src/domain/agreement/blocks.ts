/**
 * The wording of an agreement as data: a closed set of node types, so that nothing which is not
 * listed here can reach a page.
 */
export type Block = Heading | Paragraph | List | Quote | Table | Slot;

export type Inline = Text | Emphasis | Strong | Link | Break | Slot;

interface Located {
  /** 1-based, in the file as it stands on disk. */
  readonly line: number;
}

export interface Heading extends Located {
  readonly type: "heading";
  readonly depth: 2 | 3 | 4;
  readonly children: readonly Inline[];
}

export interface Paragraph extends Located {
  readonly type: "paragraph";
  readonly children: readonly Inline[];
}

export interface List extends Located {
  readonly type: "list";
  readonly ordered: boolean;
  /** The first number of an ordered list. */
  readonly start: number;
  readonly items: readonly (readonly Block[])[];
}

export interface Quote extends Located {
  readonly type: "quote";
  readonly children: readonly Block[];
}

export interface Table extends Located {
  readonly type: "table";
  /** The first row is the head. */
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

/** The place of a component: what it shows comes from the facts, not from the wording. */
export interface Slot extends Located {
  readonly type: "slot";
  readonly name: SlotName;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Text {
  readonly type: "text";
  readonly value: string;
}

export interface Emphasis {
  readonly type: "emphasis";
  readonly children: readonly Inline[];
}

export interface Strong {
  readonly type: "strong";
  readonly children: readonly Inline[];
}

export interface Link {
  readonly type: "link";
  readonly url: string;
  readonly children: readonly Inline[];
}

export interface Break {
  readonly type: "break";
}

/** Each component of the wording with the attributes it takes. */
export const slotAttributes = {
  Amount: [],
  Projects: ["measure"],
  Signatures: [],
  Illegible: [],
  /** In a Muster only: the district in one of its grammatical forms. */
  District: ["form"],
} as const satisfies Record<string, readonly string[]>;

export type SlotName = keyof typeof slotAttributes;

/** Components that stand within a sentence; the others fill a line of their own. */
export function isInlineSlot(name: SlotName): boolean {
  return name === "Illegible" || name === "District";
}

/** Every slot within the blocks, in reading order. */
export function listSlots(blocks: readonly Block[]): Slot[] {
  return blocks.flatMap((block): Slot[] => {
    switch (block.type) {
      case "slot":
        return [block];
      case "heading":
      case "paragraph":
        return inlineSlots(block.children);
      case "list":
        return block.items.flatMap(listSlots);
      case "quote":
        return listSlots(block.children);
      case "table":
        return block.rows.flat().flatMap(inlineSlots);
    }
  });
}

function inlineSlots(children: readonly Inline[]): Slot[] {
  return children.flatMap((child) => {
    if (child.type === "slot") return [child];
    return "children" in child ? inlineSlots(child.children) : [];
  });
}
