import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { ChangedFile, FileVersion } from "#domain/review/change.ts";
import { noise, soup } from "../fuzz/arbitraries.ts";

/** Files of every kind that the project has. */
export const files = [
  "src/content/agreements/2024/kassel.mdx",
  "src/content/agreements/2024/rheingau-taunus-kreis.mdx",
  "src/content/agreements/2025/darmstadt.mdx",
  "src/content/agreements/2025/offenbach-am-main.mdx",
  "src/content/agreements/2025/wetteraukreis.mdx",
  "src/content/districts/hanau.yaml",
  "src/content/measures/weiterbildung.yaml",
  "src/content/years/2025.mdx",
  "src/content/pages/impressum.mdx",
  "src/content/pages/leichte-sprache.mdx",
  "public/originals/2024/kassel.repairs.yaml",
  "public/originals/2025/wetteraukreis.txt",
  "package.json",
] as const;

export const agreements = files.filter((file) => file.includes("/agreements/"));

/** Evenly from 0 to 1. */
const fraction = fc.noBias(fc.nat(10_000)).map((part) => part / 10_000);

const piece = fc.oneof(
  fc.constantFrom(
    " ",
    "\n",
    "\n\n",
    "„",
    "“",
    '"',
    "'",
    "#",
    "- ",
    "**",
    "_",
    "nicht",
    "§ 9",
    "2026",
    "\u00a0",
    "<Amount />",
    "<Illegible />",
    "[Wort](https://a.example/)",
    "<b>",
    "{x}",
    "\r",
    "\t",
    "ß",
    "---\n",
    "title: Neu\n",
    "  - measure: ausbildung\n    title: Neu\n",
    "&amp;",
    "\ufeff",
    "# Anmerkung\n",
    ",",
  ),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
);

/** A change of a text at some place: characters, words, lines or fields come, go or change places. */
const edit: fc.Arbitrary<(text: string) => string> = fc
  .record({
    kind: fc.constantFrom("insert", "drop", "replace", "double", "swap"),
    unit: fc.constantFrom("", " ", "\n", "\n\n"),
    from: fraction,
    to: fraction,
    size: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.nat(12)),
    piece,
  })
  .map(({ kind, unit, from, to, size, piece }) => (text) => {
    const parts = text.split(unit);
    const [at, other] = [from, to].map((part) => Math.floor(part * parts.length)) as [
      number,
      number,
    ];
    const chosen = parts.slice(at, at + size);
    switch (kind) {
      case "insert":
        return parts.toSpliced(at, 0, piece).join(unit);
      case "drop":
        return parts.toSpliced(at, size).join(unit);
      case "replace":
        return parts.toSpliced(at, size, piece).join(unit);
      case "double":
        return parts.toSpliced(other, 0, ...chosen).join(unit);
      default:
        return parts
          .toSpliced(at, size)
          .toSpliced(other, 0, ...chosen)
          .join(unit);
    }
  });

const textual: fc.Arbitrary<(version: FileVersion) => FileVersion | undefined> = fc
  .array(edit, { minLength: 1, maxLength: 4 })
  .map((edits) => (version) => ({
    text: edits.reduce((text, change) => change(text), "text" in version ? version.text : ""),
  }));

/** What becomes of a file as a whole. */
const whole: fc.Arbitrary<(version: FileVersion) => FileVersion | undefined> = fc.oneof(
  fc.oneof(soup, noise).map((text) => () => ({ text })),
  fc.nat(5000).map((bytes) => () => ({ bytes })),
  fc.constantFrom("link" as const, "repository" as const).map((is) => () => ({ bytes: 9, is })),
  fc.constant(() => undefined),
  fc.constant((version: FileVersion) => ({ ...version, isProgram: true })),
);

/** Changes of some files that are real, each of them a change indeed. */
export function changesOf(
  paths: readonly string[],
  most: number,
): fc.Arbitrary<readonly ChangedFile[]> {
  return fc
    .uniqueArray(
      fc.record({
        path: fc.constantFrom(...paths),
        change: fc.oneof({ weight: 8, arbitrary: textual }, { weight: 1, arbitrary: whole }),
        isBackwards: fc.boolean(),
      }),
      { minLength: 1, maxLength: most, selector: ({ path }) => path },
    )
    .map((all) =>
      all.flatMap(({ path, change, isBackwards }) => {
        const before: FileVersion = { text: readFileSync(path, "utf8") };
        const after = change(before);
        if (JSON.stringify(before) === JSON.stringify(after)) return [];
        const file = { path, before, ...(after && { after }) };
        return [isBackwards ? swap(file) : file];
      }),
    );
}

/** The same change the other way round. */
export function swap({ path, before, after }: ChangedFile): ChangedFile {
  return { path, ...(after && { before: after }), ...(before && { after: before }) };
}
