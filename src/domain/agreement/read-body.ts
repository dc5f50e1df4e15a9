import type { Link as LinkNode, Node, Nodes, Parents } from "mdast";
import { unusualCharacters } from "#domain/characters.ts";
import { readBounded } from "#domain/mdx/bounded-reader.ts";
import { type ElementNode, isElement } from "#domain/mdx/element-node.ts";
import type { Problem } from "#domain/problem.ts";
import type { ProblemCode } from "#domain/problem-codes.ts";
import {
  type Block,
  type Inline,
  isInlineSlot,
  type Slot,
  type SlotName,
  slotAttributes,
} from "./blocks.ts";
import {
  blankHeading,
  blankItem,
  headingWithin,
  leftOverDistrict,
  misspeltSlot,
  slotUsage,
  slotWithin,
  syntaxMessage,
  unknownElement,
  unknownNode,
} from "./body-messages.ts";
import { checkLink, refuseAddress } from "./check-link.ts";

export interface BodyOptions {
  /** Path from the repository's root, for problems. */
  readonly file: string;
  /** Lines of the file that stand before the body. */
  readonly lineOffset: number;
  /** The components that may stand in this kind of text. */
  readonly slots: readonly SlotName[];
}

const field = "Wortlaut";
const deepest = 20;
const tooDeep =
  "Der Text ist tiefer verschachtelt als vorgesehen. Verwenden Sie weniger Ebenen von Listen, Zitaten oder Hervorhebungen.";

/**
 * Reads the body of an agreement or a Muster into blocks and reports whatever the allow-list does
 * not name: imports, expressions, raw HTML, images, unknown components, attributes that are no
 * literal, other link schemes. What is reported is left out of the blocks; a component that is only
 * written wrong or in the wrong place stays, so that what it shows is not reported as missing.
 */
export function readBody(
  body: string,
  options: BodyOptions,
): { blocks: Block[]; problems: Problem[] } {
  const tree = readBounded(body);
  if ("reason" in tree) {
    const { file, lineOffset } = options;
    const line = tree.line + lineOffset;
    const message = syntaxMessage(tree.reason);
    return { blocks: [], problems: [{ code: "content-syntax", file, line, field, message }] };
  }
  const problems: Problem[] = [];
  const reader = new BodyReader(options, problems);
  return { blocks: reader.blocks(tree.children as Nodes[]), problems };
}

class BodyReader {
  readonly #options: BodyOptions;
  readonly #problems: Problem[];
  #depth = 0;

  constructor(options: BodyOptions, problems: Problem[]) {
    this.#options = options;
    this.#problems = problems;
  }

  blocks(nodes: readonly Nodes[]): Block[] {
    return this.#nested(nodes[0], () => nodes.flatMap((node) => this.#block(node) ?? []));
  }

  /** Whether what is read lies in a list or a quote. */
  get #isWithin(): boolean {
    return this.#depth > 1;
  }

  /** Reads what lies deeper; no text of an agreement goes beyond a few levels. */
  #nested<Read>(first: Node | undefined, read: () => Read[]): Read[] {
    if (this.#depth >= deepest) {
      if (first) this.#report(first, "content-markup", tooDeep);
      return [];
    }
    this.#depth++;
    const result = read();
    this.#depth--;
    return result;
  }

  #block(node: Nodes): Block | undefined {
    const line = this.#line(node);
    switch (node.type) {
      case "heading":
        if (node.depth < 2 || node.depth > 4) {
          this.#report(
            node,
            "content-markup",
            `Eine Überschrift der ${node.depth}. Ebene ist nicht vorgesehen. Beginnen Sie die Zeile mit ##, ### oder ####.`,
          );
          return undefined;
        }
        if (isBlank(node)) this.#report(node, "content-markup", blankHeading);
        else if (this.#isWithin) this.#report(node, "content-markup", headingWithin);
        return {
          type: "heading",
          depth: node.depth as 2 | 3 | 4,
          children: this.#inlines(node),
          line,
        };
      case "paragraph":
        return this.#paragraph(this.#inlines(node), line);
      case "list":
        return {
          type: "list",
          ordered: node.ordered === true,
          start: node.start ?? 1,
          items: node.children.map((item) => {
            if (typeof item.checked === "boolean") {
              this.#report(
                item,
                "content-markup",
                "Am Anfang des Listenpunkts steht ein Kästchen. Schreiben Sie \\[ statt [, wenn die Klammer zum Text gehört.",
              );
            }
            return this.#filled(item);
          }),
          line,
        };
      case "blockquote":
        return { type: "quote", children: this.#filled(node), line };
      case "table":
        return {
          type: "table",
          rows: node.children.map((row) => row.children.map((cell) => this.#inlines(cell))),
          line,
        };
      default:
        return isElement(node) ? this.#blockSlot(node) : this.#unknown(node, "block");
    }
  }

  /** What stands in a list item or a quote. */
  #filled(node: Parents): Block[] {
    if (node.children.length === 0) this.#report(node, "content-markup", blankItem);
    return this.blocks(node.children as Nodes[]);
  }

  /** A paragraph of which everything was refused is left out with it. */
  #paragraph(children: readonly Inline[], line: number): Block | undefined {
    return children.length > 0 ? { type: "paragraph", children, line } : undefined;
  }

  #inlines(parent: Parents): Inline[] {
    const children = parent.children as Nodes[];
    return this.#nested(children[0], () => children.flatMap((node) => this.#inline(node)));
  }

  #inline(node: Nodes): Inline | Inline[] {
    switch (node.type) {
      case "text":
        this.#characters(node, node.value);
        return { type: "text", value: node.value };
      case "break":
        return { type: "break" };
      case "emphasis":
      case "strong":
        return { type: node.type, children: this.#inlines(node) };
      case "link":
        return this.#link(node);
      default:
        return (isElement(node) ? this.#inlineSlot(node) : this.#unknown(node, "inline")) ?? [];
    }
  }

  /** The words of a link that is refused stay. */
  #link(node: LinkNode): Inline | Inline[] {
    const refused = refuseAddress(node);
    if (!refused) this.#characters(node, node.url);
    for (const { code, message } of refused ? [refused] : checkLink(node)) {
      this.#report(node, code, message);
    }
    const children = this.#inlines(node);
    return refused ? children : { type: "link", url: node.url, children };
  }

  /** A character may hide behind an entity: `&#8203;`. */
  #characters(node: Node, value: string): void {
    const { start, end } = node.position ?? {};
    // A line end may be written as a character reference, too, and end no line.
    const last = (end?.line ?? 0) - (start?.line ?? 0);
    value.split("\n").forEach((text, below) => {
      for (const { code, message } of unusualCharacters(text)) {
        this.#report(node, code, message, Math.min(below, last));
      }
    });
  }

  #blockSlot(node: ElementNode): Block | undefined {
    const known = this.#problems.length;
    const slot = this.#slot(node);
    if (!slot) return undefined;
    if (!isInlineSlot(slot.name)) {
      if (this.#isWithin && this.#problems.length === known) {
        this.#report(node, "content-markup", slotWithin(slot.name));
      }
      return slot;
    }
    return { type: "paragraph", children: [slot], line: slot.line };
  }

  #inlineSlot(node: ElementNode): Inline | undefined {
    const slot = this.#slot(node);
    if (!slot || isInlineSlot(slot.name)) return slot;
    this.#report(
      node,
      "content-markup",
      `Der Baustein <${slot.name} /> steht mitten im Text. Stellen Sie ihn in eine eigene Zeile mit einer Leerzeile davor und danach.`,
    );
    return slot;
  }

  #slot(node: ElementNode): Slot | undefined {
    const typed = node.name ?? "";
    const name = this.#options.slots.find((slot) => slot.toLowerCase() === typed.toLowerCase());
    if (!name) {
      if (typed === "District") this.#report(node, "placeholder-left", leftOverDistrict);
      else this.#report(node, "content-markup", unknownElement(typed, this.#options.slots));
      return undefined;
    }
    const attributes = literalAttributes(node, slotAttributes[name]);
    const isComplete = slotAttributes[name].every((key) => key in attributes);
    if (name !== typed) this.#report(node, "content-markup", misspeltSlot(typed, name));
    else if (Object.keys(attributes).length < node.attributes.length) {
      this.#report(
        node,
        "content-markup",
        `Der Baustein <${name} /> hat eine Angabe, die nicht vorgesehen ist. Schreiben Sie ${slotUsage(name)}.`,
      );
    } else if (node.children.length > 0 || !isComplete) {
      this.#report(
        node,
        "content-markup",
        `Der Baustein <${name}> ist nicht vollständig. Schreiben Sie ${slotUsage(name)}.`,
      );
    }
    return { type: "slot", name, attributes, line: this.#line(node) };
  }

  #unknown(node: Nodes, place: "block" | "inline"): undefined {
    this.#report(node, "content-markup", unknownNode(node.type, place, this.#options.slots));
    return undefined;
  }

  /** @param below lines below the node's first one */
  #report(node: Node, code: ProblemCode, message: string, below = 0): void {
    const line = this.#line(node) + below;
    this.#problems.push({ code, file: this.#options.file, line, field, message });
  }

  #line(node: Node): number {
    return (node.position?.start.line ?? 1) + this.#options.lineOffset;
  }
}

/** The attributes that a component takes, where their value is plain text; each name once. */
function literalAttributes(
  { attributes }: ElementNode,
  allowed: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    attributes.flatMap(({ type, name = "", value }) =>
      type === "mdxJsxAttribute" && typeof value === "string" && allowed.includes(name)
        ? [[name, value]]
        : [],
    ),
  );
}

/** Whether a heading or a link has nothing that could be read. */
function isBlank({ children }: Parents): boolean {
  return children.every((child) => child.type === "text" && !child.value.trim());
}
