import fc from "fast-check";
import type { Block, Inline } from "#domain/agreement/blocks.ts";
import { harmless, snippets } from "./snippets.ts";

/** Evenly from 0 to 1; a double of fast-check lies near 0 most of the time. */
const fraction = fc.noBias(fc.nat(10_000)).map((part) => part / 10_000);

/** A text that claims to be a file. */
export interface SourceFile {
  readonly file: string;
  readonly source: string;
}

/** Files made from others: parts dropped, doubled, swapped, and snippets put in. */
export function mutations(
  files: readonly SourceFile[],
  { put = snippets, most = 6 }: { put?: readonly string[]; most?: number } = {},
): fc.Arbitrary<SourceFile> {
  const mutation = fc.record({
    kind: fc.constantFrom("insert", "insert", "insert", "drop", "replace", "double", "swap"),
    /** Where, as fractions of the text. */
    from: fraction,
    to: fraction,
    size: fc.oneof(fc.nat(3), fc.nat(30), fc.nat(300)),
    whole: fc.constantFrom("characters", "lines"),
    snippet: fc.constantFrom(...put),
  });
  return fc
    .tuple(fc.constantFrom(...files), fc.array(mutation, { minLength: 1, maxLength: most }))
    .map(([{ file, source }, all]) => ({ file, source: all.reduce(mutate, source) }));
}

interface Mutation {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly size: number;
  readonly whole: string;
  readonly snippet: string;
}

function mutate(text: string, { kind, from, to, size, whole, snippet }: Mutation): string {
  const separator = whole === "lines" ? "\n" : "";
  const parts = text.split(separator);
  const at = Math.floor(from * parts.length);
  const length = whole === "lines" ? size % 5 : size;
  const chosen = parts.slice(at, at + length);
  const other = Math.floor(to * parts.length);
  switch (kind) {
    case "insert":
      return parts.toSpliced(at, 0, snippet).join(separator);
    case "drop":
      return parts.toSpliced(at, length).join(separator);
    case "replace":
      return parts.toSpliced(at, length, snippet).join(separator);
    case "double":
      return parts.toSpliced(other, 0, ...chosen).join(separator);
    default:
      return parts
        .toSpliced(at, length)
        .toSpliced(other, 0, ...chosen)
        .join(separator);
  }
}

/** Texts of nothing but snippets and letters. */
export const soup: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...snippets), fc.string({ maxLength: 8 })), { maxLength: 40 })
  .map((parts) => parts.join(""));

/** Any text or bytes at all. */
export const noise = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
);

/** Words with everything in them that Markdown and MDX read as marks. */
const words = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom("Wort", "a", "ä", "1.", "import", "export", "2025") },
      { weight: 2, arbitrary: fc.constantFrom(" ", "\n", "–", "(", ")", "„", "“", "!", ".", ",") },
      {
        weight: 2,
        arbitrary: fc.constantFrom(...harmless.filter((text) => text.length === 1 && text !== "@")),
      },
      { weight: 1, arbitrary: fc.constantFrom("&amp;", "&#60;") },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join("").replace(/\r/g, "") || "leer");

const illegible = { type: "slot", name: "Illegible", attributes: {}, line: 1 } as const;

/** Inline content as a reader could have found it: no two texts side by side. */
function inlines(depth: number, inLink = false): fc.Arbitrary<Inline[]> {
  const text: fc.Arbitrary<Inline> = words.map((value) => ({ type: "text", value }));
  const nested =
    depth === 0
      ? []
      : [
          fc.record({ type: fc.constant("emphasis" as const), children: marked(depth, inLink) }),
          fc.record({ type: fc.constant("strong" as const), children: marked(depth, inLink) }),
          ...(inLink
            ? []
            : [
                fc.record({
                  type: fc.constant("link" as const),
                  url: fc.constantFrom(
                    "https://a.de/(b)?c=d&e=f",
                    "#par-4",
                    "/a_b*c/",
                    "mailto:a@b.de",
                  ),
                  children: inlines(depth - 1, true),
                }),
              ]),
        ];
  return fc
    .array(fc.oneof({ weight: 3, arbitrary: text }, fc.constant<Inline>(illegible), ...nested), {
      minLength: 1,
      maxLength: 4,
    })
    .map(joinTexts);
}

/** What may stand in emphasis: no emphasis side by side, which Markdown has no way to write there. */
function marked(depth: number, inLink: boolean): fc.Arbitrary<Inline[]> {
  const isEmphasis = (child: Inline | undefined) =>
    child?.type === "emphasis" || child?.type === "strong";
  return inlines(depth - 1, inLink).filter(
    (children) =>
      children.some(({ type }) => type === "text") &&
      !children.some((child, index) => isEmphasis(child) && isEmphasis(children[index + 1])),
  );
}

function joinTexts(children: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (last?.type === "text" && child.type === "text") {
      joined[joined.length - 1] = { type: "text", value: last.value + child.value };
    } else joined.push(child);
  }
  return joined;
}

function blocks(depth: number): fc.Arbitrary<Block[]> {
  const line = fc.constant(1);
  const paragraph = fc
    .record({ type: fc.constant("paragraph" as const), children: inlines(2), line })
    .filter(({ children }) =>
      children.some((child) => child.type === "text" && child.value.trim() !== ""),
    );
  const heading = fc.record({
    type: fc.constant("heading" as const),
    depth: fc.constantFrom(3 as const, 4 as const),
    children: inlines(1),
    line,
  });
  const slot = fc.constantFrom<Block>(
    { type: "slot", name: "Amount", attributes: {}, line: 1 },
    { type: "slot", name: "Projects", attributes: { measure: "ausbildung" }, line: 1 },
  );
  const table = fc
    .record({ columns: fc.integer({ min: 1, max: 3 }), height: fc.integer({ min: 1, max: 3 }) })
    .chain(({ columns, height }) =>
      fc.record({
        type: fc.constant("table" as const),
        rows: fc.array(fc.array(inlines(1), { minLength: columns, maxLength: columns }), {
          minLength: height,
          maxLength: height,
        }),
        line,
      }),
    );
  const nested =
    depth === 0
      ? []
      : [
          fc
            .record({
              type: fc.constant("list" as const),
              ordered: fc.boolean(),
              start: fc.constantFrom(0, 1, 7, 2025),
              items: fc.array(blocks(depth - 1), { minLength: 1, maxLength: 3 }),
              line,
            })
            .map((list) => ({ ...list, start: list.ordered ? list.start : 1 })),
          fc.record({ type: fc.constant("quote" as const), children: blocks(depth - 1), line }),
        ];
  return fc.array(
    fc.oneof<fc.Arbitrary<Block>[]>(paragraph, paragraph, heading, slot, table, ...nested),
    {
      minLength: 1,
      maxLength: 4,
    },
  );
}

/** Blocks of a section, as deep as three lists in each other. */
export const blockTrees = blocks(3);
