import { describe, expect, it } from "vitest";
import { checkAgreement, type Original } from "./agreement/check.ts";
import { lineOfFact } from "./agreement/frontmatter.ts";
import { parseAgreement } from "./agreement/parse.ts";
import {
  sampleMeasures as measures,
  sampleParties as parties,
} from "./agreement/sample-parties.ts";
import { wordingLines } from "./agreement/wording.ts";
import {
  formatProblem,
  type Problem,
  type ProblemCode,
  problemCodes,
  sortProblems,
} from "./problem.ts";

const file = "src/content/agreements/2025/wetteraukreis.mdx";
const sha256 = "a".repeat(64);
const sample = `---
district: wetteraukreis
year: 2025
amount: 1310490
projects:
  - measure: ausbildung
    title: Wetterauer Zukunftscamps
signatures:
  - party: state
    name: Heike Hofmann
    role: Staatsministerin
    place: Wiesbaden
    date: 2025-08-02
source:
  file: originals/2025/wetteraukreis.txt
  sha256: ${sha256}
---

## Präambel

Erfolgreiche Arbeitsmarktpolitik bindet ein.

## § 1 Haushaltsmittel

Das HMSI stellt insgesamt

<Amount />

zur Verfügung.

### 1. Ausbildung

<Projects measure="ausbildung" />

<Signatures />
`;

const { agreement } = parseAgreement(sample, file);
const original: Original = {
  sha256,
  text: agreement
    ? wordingLines(agreement, parties)
        .map(({ text }) => text)
        .join("\n")
    : "",
  repairs: [],
};

/** Problems of the sample after one replacement, checked against its registers and original. */
function problemsAfter(found: string, replacement: string, changes: object = {}): Problem[] {
  const source = sample.replace(found, () => replacement);
  expect(source === sample).toBe(found === replacement);
  const parsed = parseAgreement(source, file);
  if (!parsed.agreement || parsed.problems.length > 0) return parsed.problems;
  return checkAgreement(parsed.agreement, {
    file,
    district: parties.district,
    template: { year: parties.year, blocks: [] },
    measures,
    original,
    lineOf: (...path) => lineOfFact(source, path),
    ...changes,
  });
}

type Example = readonly [found: string, replacement: string, changes?: object];
const same = ["", ""] as const;

/** Found among files, not within one; `src/loaders` has their tests. */
type FolderCode = "file-unexpected" | "register-entry";

/** One mistake for each code, and the line of which it is told. */
const examples = {
  "amount-not-digits": [["1310490", "1.310.490"], 4],
  "budgets-differ": [
    ["amount: 1310490", "amount: 1310490\nbudgets:\n  - name: Ausbildung\n    amount: 1310000"],
    6,
  ],
  "content-link": [["bindet", "[bindet](javascript:bindet)"], 21],
  "content-markup": [["bindet", "<b>bindet</b>"], 21],
  "content-syntax": [["bindet", "<10 %"], 21],
  "district-not-valid": [
    [...same, { district: { ...parties.district, validFrom: "2026-01-01" } }],
    2,
  ],
  "district-unknown": [[...same, { district: undefined }], 2],
  "field-value": [["2025-08-02", "02.08.2025"], 13],
  "field-unknown": [["year: 2025", "year: 2025\nbetrag: 5"], 4],
  "file-place": [["year: 2025", "year: 2024"], 3],
  "frontmatter-missing": [["---\ndistrict", "district"], 1],
  "frontmatter-syntax": [["name: Heike", "name: Dr.: Heike"], 10],
  "measure-unknown": [[...same, { measures: measures.slice(1) }], 6],
  "projects-heading": [["1. Ausbildung", "1. Qualifizierung"], 33],
  "projects-missing": [['<Projects measure="ausbildung" />', ""], 1],
  "repair-unused": [
    [
      ...same,
      { original: { ...original, repairs: [{ line: 2, found: "x", published: "", reason: "r" }] } },
    ],
    1,
  ],
  "section-order": [["§ 1 Haus", "§ 2 Haus"], 23],
  "section-unknown": [["## § 1 Haus", "## Haus"], 23],
  "slot-count": [["<Signatures />", ""], 1],
  "source-changed": [[...same, { original: { ...original, sha256: "b".repeat(64) } }], 16],
  "source-missing": [[...same, { original: undefined }], 15],
  "wording-differs": [["bindet", "binden"], 21],
  "year-unknown": [[...same, { template: undefined }], 3],
} as const satisfies Record<Exclude<ProblemCode, FolderCode>, readonly [Example, number]>;

describe("problem codes", () => {
  it("finds nothing wrong with the sample", () => {
    expect(problemsAfter(...same)).toEqual([]);
  });

  it.each(Object.entries<readonly [Example, number]>(examples))(
    "reports %s at its line",
    (code, [example, line]) => {
      const problems = problemsAfter(...example).map((problem) => [problem.code, problem.line]);
      expect(problems).toContainEqual([code, line]);
    },
  );

  it("explains every code in a German sentence", () => {
    for (const sentence of Object.values(problemCodes)) expect(sentence).toMatch(/^[A-ZÄÖÜ].+\.$/);
  });
});

describe("formatProblem", () => {
  it("gives file, line, label, what is there, what to do and the code", () => {
    expect(problemsAfter("1310490", "1.310.490").map(formatProblem)).toEqual([
      "src/content/agreements/2025/wetteraukreis.mdx:4 · Fördersumme: „1.310.490“ enthält Punkte. Schreiben Sie 1310490. [amount-not-digits]",
    ]);
  });
});

describe("sortProblems", () => {
  const problem = (at: string, line: number, code: ProblemCode = "field-value"): Problem => ({
    code,
    file: at,
    line,
    field: "",
    message: "",
  });

  it("sorts by file, then line as a number, then code", () => {
    const sorted = [
      problem("a.mdx", 2),
      problem("a.mdx", 10, "content-link"),
      problem("a.mdx", 10, "slot-count"),
      problem("b.mdx", 1),
    ];
    expect(sortProblems([...sorted].reverse())).toEqual(sorted);
  });

  it("leaves the given list as it is", () => {
    const given = [problem("b.mdx", 1), problem("a.mdx", 1)];
    sortProblems(given);
    expect(given.map(({ file }) => file)).toEqual(["b.mdx", "a.mdx"]);
  });
});
