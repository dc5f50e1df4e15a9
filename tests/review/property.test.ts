import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { parseAgreement } from "#domain/agreement/parse.ts";
import { printAgreement } from "#domain/agreement/print.ts";
import { entryAt, entryOfCompanion } from "#domain/editing/entries.ts";
import type { Change, ChangedFile, EntryChange } from "#domain/review/change.ts";
import { compareLines } from "#domain/review/lines.ts";
import { sentencesOf } from "#domain/review/sentences.ts";
import { agreements, changesOf, files, swap } from "./edits.ts";
import { printReview, reviewOf } from "./project.ts";

/** `REVIEW_RUNS=20000 npx vitest run --project unit tests/review/property.test.ts` looks longer. */
const runs = Number(process.env.REVIEW_RUNS ?? 300);
const seed = Number(process.env.REVIEW_SEED ?? 20250802);
vi.setConfig({ testTimeout: Math.max(60_000, runs * 100) });

const wetterau = "src/content/agreements/2025/wetteraukreis.mdx";

describe("nothing that changed is missing", () => {
  it("has nothing to say where nothing changed", () => {
    const { review } = reviewOf([]);
    expect(review).toEqual({ entries: [], foreign: [] });
  });

  it("has a sentence for every file that changed", () => {
    check(changesOf(files, 4), (changed) => {
      const { review, names } = reviewOf(changed);
      for (const { path } of changed) {
        const entry = entryAt(path) ?? entryOfCompanion(path);
        if (!entry) {
          expect(review.foreign.map(({ file }) => file)).toContain(path);
          continue;
        }
        const found = review.entries.find((change) => change.entry.file === entry.file);
        const sentences = found ? sentencesOf(found, names) : [];
        expect(sentences.length).toBeGreaterThan(0);
        for (const sentence of sentences) {
          expect(sentence).toMatch(/^[\p{Lu}§„].*[.“]$/su);
          expect(sentence).not.toMatch(/undefined|NaN|\[object/);
        }
      }
    });
  });

  it("says that there is no change of content only where the agreement is the same", () => {
    check(changesOf(agreements, 1), ([changed]) => {
      const [before, after] = [printed(changed, "before"), printed(changed, "after")];
      if (before === undefined || after === undefined || before === after) return;
      const [entry] = reviewOf(changed ? [changed] : []).review.entries;
      expect(entry?.changes.some(({ kind }) => !silent.includes(kind))).toBe(true);
    });
  });

  it("tells new for gone where the versions change places", () => {
    check(changesOf(agreements, 1), (changed) => {
      const [forth, back] = [reviewOf(changed), reviewOf(changed.map(swap))].map(
        ({ review }) => review.entries[0],
      );
      expect(countsOf(back)).toEqual(turned(countsOf(forth)));
    });
  });
});

/** Edits of kinds that a sentence each tells of. */
const edits = {
  amount: {
    from: "amount: 1310490",
    to: "amount: 1319490",
    sentence: "Fördersumme 1.319.490 € statt 1.310.490 € (+0,7 %).",
  },
  title: {
    from: "title: Wetterauer Zukunftscamps",
    to: "title: Wetterauer Zukunftscamp",
    sentence:
      "Projekt umbenannt: „Wetterauer Zukunftscamp“ statt „Wetterauer Zukunftscamps“ (Ausbildungsvorbereitung).",
  },
  signature: {
    from: "date: 2025-08-02",
    to: "date: 2025-08-03",
    sentence: "Unterschrift von Heike Hofmann: Datum 3. August 2025 statt 2. August 2025.",
  },
  note: {
    from: "district: wetteraukreis\n",
    to: "district: wetteraukreis # geprüft\n",
    sentence: "Anmerkung in der Datei neu: „geprüft“.",
  },
  word: {
    from: "im Herbst angesetzt",
    to: "im Frühjahr angesetzt",
    sentence: "§ 6 Absatz 1 geändert: „Frühjahr“ statt „Herbst“.",
  },
  comma: {
    from: "mit dem Ziel, Erfahrungen",
    to: "mit dem Ziel Erfahrungen",
    sentence: "§ 7 Absatz 1: nur die Schreibweise geändert, „Ziel“ statt „Ziel,“.",
  },
  heading: {
    from: "## § 4 Haushaltsmittel und Eckdaten",
    to: "## § 4 Haushaltsmittel",
    sentence:
      "Überschrift von § 4 geändert: „§ 4 Haushaltsmittel“ statt „§ 4 Haushaltsmittel und Eckdaten“.",
  },
  absatz: {
    from: "## § 3 Umsetzung",
    to: "Neu ist dieser Absatz.\n\n## § 3 Umsetzung",
    sentence: "§ 2 Absatz 3 neu: „Neu ist dieser Absatz.“",
  },
  bold: {
    from: "**Ausbildungs- und Qualifizierungsbudgets 2025**",
    to: "Ausbildungs- und Qualifizierungsbudgets 2025",
    sentence: "§ 5 Absatz 1: nur die Hervorhebung geändert, kein Wort.",
  },
  blank: {
    from: "\n\n### Ziele des Landes",
    to: "\n\n\n### Ziele des Landes",
    sentence:
      "Schreibweise der Datei geändert (Leerzeichen, Zeilenenden oder Anführungszeichen), kein Inhalt.",
  },
} as const;

it("tells each of several changes in a sentence of its own", () => {
  check(fc.subarray(Object.values(edits), { minLength: 1 }), (chosen) => {
    const before = readFileSync(wetterau, "utf8");
    const after = chosen.reduce((text, { from, to }) => text.replace(from, to), before);
    const [, ...sentences] = printReview(
      reviewOf([{ path: wetterau, before: { text: before }, after: { text: after } }]),
    );
    expect([...sentences].sort()).toEqual(chosen.map(({ sentence }) => sentence).sort());
  });
});

const silent: readonly Change["kind"][] = ["layout", "comment", "mode", "field-order"];

function check<Value>(arbitrary: fc.Arbitrary<Value>, test: (value: Value) => void): void {
  fc.assert(fc.property(arbitrary, test), {
    numRuns: runs,
    seed,
    // Whole files would fill the screen.
    reporter: ({ failed, counterexample, errorInstance }) => {
      if (!failed) return;
      const shown = JSON.stringify(counterexample, (_, value) => differing(value));
      throw new Error(`${shown}\n${errorInstance}`);
    },
  });
}

/** Of a changed file, the words that differ. */
function differing(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("path" in value)) return value;
  const { path, before, after } = value as ChangedFile;
  if (!before || !after || !("text" in before && "text" in after)) return value;
  return {
    path,
    words: compareLines(before.text, after.text).filter(({ side }) => side !== "both"),
  };
}

/** What is published of an agreement; undefined where it cannot be read. */
function printed(changed: ChangedFile | undefined, side: "before" | "after"): string | undefined {
  const version = changed?.[side];
  if (!changed || !version || !("text" in version)) return undefined;
  const { agreement } = parseAgreement(version.text, changed.path);
  // Browsers show blanks in a row as one.
  return agreement && printAgreement(agreement).replace(/[ \t\r\n]+/g, " ");
}

type Counts = Readonly<Record<string, number>>;

function countsOf(entry: EntryChange | undefined): Counts {
  const counts: Record<string, number> = {};
  for (const { kind } of entry?.changes ?? []) {
    // Which of several like passages is the one that stayed may be seen in two ways.
    if (!/^(project|signature)-/.test(kind)) continue;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return { ...counts, [`entry-${entry?.event}`]: 1 };
}

function turned(counts: Counts): Counts {
  const turn = (kind: string) =>
    kind.replace(/-(added|removed)$/, (_, event) => (event === "added" ? "-removed" : "-added"));
  return Object.fromEntries(Object.entries(counts).map(([kind, count]) => [turn(kind), count]));
}
