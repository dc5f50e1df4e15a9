import type { Inline, Slot } from "./blocks.ts";

/** Where a text stands decides what in it would be read as a mark. */
export type InlinePlace = "paragraph" | "heading" | "cell";

/** What stands for a component in a text. */
export type WriteSlot = (slot: Slot) => string;

/** A stretch of text, a mark of emphasis, or anything that is written as it is. */
interface Part {
  written: string;
  readonly kind: "text" | "open" | "close" | "verbatim";
}

/**
 * Inline content as CommonMark that is read as the same content again, in MDX too.
 *
 * Letters and blanks that would keep emphasis from being read become character references, as do
 * line ends where no line may end.
 */
export function writeInline(
  children: readonly Inline[],
  place: InlinePlace,
  writeSlot: WriteSlot,
): string {
  const parts = toParts(children, place, writeSlot, "");
  let [before, written] = ["", join(parts)];
  // What is replaced for one mark may matter to the next.
  while (parts.length > 1 && written !== before) {
    parts.forEach((part, index) => guardMark(part, parts[index - 1], parts[index + 1]));
    [before, written] = [written, join(parts)];
  }
  if (place !== "paragraph") return guardEdges(written);
  return written
    .split(/(?<=\n)/)
    .map(guardLine)
    .join("");
}

/** Plain text as one paragraph of CommonMark. */
export function writeText(value: string): string {
  return writeInline([{ type: "text", value }], "paragraph", () => "");
}

/** @param around the character that marks the emphasis around; none: an empty string */
function toParts(
  children: readonly Inline[],
  place: InlinePlace,
  writeSlot: WriteSlot,
  around: string,
): Part[] {
  const parts: Part[] = [];
  children.forEach((child, index) => {
    switch (child.type) {
      case "text": {
        const written = escapeText(child.value, place);
        // With a link behind it, it would be a picture.
        const isBeforeLink = children[index + 1]?.type === "link";
        parts.push({
          written: isBeforeLink ? written.replace(/!$/, "\\!") : written,
          kind: "text",
        });
        break;
      }
      case "break":
        parts.push({ written: "\\\n", kind: "verbatim" });
        break;
      case "slot":
        parts.push({ written: writeSlot(child), kind: "verbatim" });
        break;
      case "link":
        parts.push(
          { written: "[", kind: "verbatim" },
          ...toParts(child.children, place, writeSlot, around),
          { written: `](<${writeUrl(child.url)}>)`, kind: "verbatim" },
        );
        break;
      case "emphasis":
      case "strong": {
        const before = parts.at(-1);
        const taken = before?.kind === "close" ? before.written[0] : around;
        const character = taken === "*" ? "_" : "*";
        const written = child.type === "strong" ? character.repeat(2) : character;
        const inner = toParts(child.children, place, writeSlot, character);
        parts.push({ written, kind: "open" }, ...inner, { written, kind: "close" });
      }
    }
  });
  return parts;
}

/** Puts what could be read as a mark behind a backslash. */
function escapeText(value: string, place: InlinePlace): string {
  const escaped = value.replace(/[\\`*_[\]<>|~#{}]/g, "\\$&").replace(/&(?=#?\w+;)/g, "\\&");
  const text =
    place === "cell" ? escaped.replace(/\\([\\|])/g, (_, sign) => reference(sign)) : escaped;
  const endOfLine = place === "paragraph" ? /(?<!\S)\n|\n(?!\S)/g : /\n/g;
  return text.replace(endOfLine, reference);
}

/** Angle brackets stand around it, so that it may contain anything else. */
function writeUrl(url: string): string {
  return url.replace(/[\\<>]/g, "\\$&").replace(/&(?=#?\w+;)|[{}]/g, reference);
}

/**
 * Makes a mark of emphasis count as one: it needs a letter or a sign on its inner side and, where
 * that is a sign, none but blanks and signs on its outer side.
 */
function guardMark(mark: Part, before: Part | undefined, after: Part | undefined): void {
  if (mark.kind !== "open" && mark.kind !== "close") return;
  const isOpen = mark.kind === "open";
  const [atEnd, atStart] = [/.$/su, /^./su];
  const inner = { part: isOpen ? after : before, edge: isOpen ? atStart : atEnd };
  const outer = { part: isOpen ? before : after, edge: isOpen ? atEnd : atStart };
  replaceEdge(inner, /\s/);
  const mayStandInWord = mark.written.startsWith("*") && letter.test(edgeOf(inner));
  if (!mayStandInWord) replaceEdge(outer, letter);
}

const letter = /[^\s\p{P}\p{S}]/u;

interface Edge {
  readonly part: Part | undefined;
  /** Matches its first or its last character. */
  readonly edge: RegExp;
}

function edgeOf({ part, edge }: Edge): string {
  return part?.written.match(edge)?.[0] ?? "";
}

function replaceEdge({ part, edge }: Edge, what: RegExp): void {
  if (part?.kind !== "text" || !what.test(edgeOf({ part, edge }))) return;
  part.written = part.written.replace(edge, reference);
}

/** Keeps a line of a paragraph from beginning or ending like something else. */
function guardLine(line: string): string {
  const [text, end] = line.endsWith("\n") ? [line.slice(0, -1), "\n"] : [line, ""];
  return (
    guardEdges(text)
      .replace(/^[+=-]/, "\\$&")
      .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
      // MDX would read a line of its own as a program.
      .replace(/^[ie](?=mport\b|xport\b)/, reference) + end
  );
}

/** Blanks at the edges of a line would be dropped. */
function guardEdges(text: string): string {
  return text.replace(/^[ \t]|[ \t]$/g, reference);
}

function join(parts: readonly Part[]): string {
  return parts.map(({ written }) => written).join("");
}

function reference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}
