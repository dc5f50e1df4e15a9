import { describe, expect, it } from "vitest";
import { checkAgreement, type Original } from "./agreement/check.ts";
import { linesOfFacts } from "./agreement/frontmatter.ts";
import { parseAgreement } from "./agreement/parse.ts";
import { readBody } from "./agreement/read-body.ts";
import {
  sampleMeasures as measures,
  sampleParties as parties,
} from "./agreement/sample-parties.ts";
import { wordingLines } from "./agreement/wording.ts";
import { splitFile } from "./file-parts.ts";
import {
  formatProblem,
  isWarning,
  type Problem,
  sortProblems,
  withoutWarnings,
} from "./problem.ts";
import { type ProblemCode, problemCodes } from "./problem-codes.ts";
import type { YearTemplate } from "./year/template.ts";

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
  - { party: district, name: Marion Götz, role: Kreisbeigeordnete, place: Friedberg }
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

/** The head of the file. */
const facts = sample.slice(0, sample.indexOf("## "));
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

/** An original without text, with which no words are compared. */
const scan: Original = { sha256, repairs: [] };

/** A Muster with the same wording as an agreement. */
function templateOf(source: string): YearTemplate {
  const parts = splitFile(source, file);
  const body = "body" in parts ? parts.body : "";
  const slots = ["Amount", "Projects", "Signatures"] as const;
  return { year: parties.year, blocks: readBody(body, { file, lineOffset: 0, slots }).blocks };
}

/** Problems of the sample after one replacement, checked against its registers and original. */
function problemsAfter(found: string, replacement: string, changes: object = {}): Problem[] {
  const source = sample.replace(found, () => replacement);
  expect(source === sample).toBe(found === replacement);
  const parsed = parseAgreement(source, file);
  if (!parsed.agreement) return parsed.problems;
  const problems = checkAgreement(parsed.agreement, {
    file,
    district: parties.district,
    template: templateOf(sample),
    measures,
    original,
    lineOf: linesOfFacts(source),
    known: parsed.problems,
    ...changes,
  });
  return [...parsed.problems, ...problems];
}

type Example = readonly [found: string, replacement: string, changes?: object];
const same = ["", ""] as const;

/** Found among files, not within one; their tests are those of the rules and of `src/loaders`. */
type FolderCode =
  | "agreement-doubled"
  | "amount-jump"
  | "file-too-large"
  | "source-shared"
  | "file-unexpected"
  | "file-unreadable"
  | "link-broken"
  | "register-entry";

/** One mistake for each code, and the line of which it is told. */
const examples = {
  "amount-in-wording": [["zur Verfügung", "zur Verfügung (1.301.490 Euro)"], 29],
  "amount-not-digits": [["1310490", "1.310.490"], 4],
  "budgets-differ": [
    [
      facts,
      facts
        .replaceAll("2025", "2019")
        .replace("1310490", "1310490\nbudgets:\n  - name: Ausbildung\n    amount: 1310000"),
      { file: file.replace("2025", "2019"), original: scan },
    ],
    6,
  ],
  "character-invisible": [["bindet", "bin\u200bdet"], 21],
  "character-lookalike": [["bindet", "bind\u0435t"], 21],
  "content-link": [["bindet", "[bindet](javascript:bindet)"], 21],
  "content-markup": [["bindet", "<b>bindet</b>"], 21],
  "content-syntax": [["bindet", "<10 %"], 21],
  "district-not-valid": [
    [...same, { district: { ...parties.district, validFrom: "2026-01-01" } }],
    2,
  ],
  "district-unknown": [[...same, { district: undefined }], 2],
  "field-doubled": [["year: 2025", "year: 2025\nyear: 2024"], 4],
  "field-unknown": [["year: 2025", "year: 2025\nbetrag: 5"], 4],
  "field-value": [["2025-08-02", "02.08.2025"], 13],
  "file-encoding": [["---\ndistrict", "\ufeff---\ndistrict"], 1],
  "file-line-ends": [["year: 2025\n", "year: 2025\r\n"], 3],
  "file-place": [["year: 2025", "year: 2024"], 3],
  "frontmatter-missing": [["---\ndistrict", "district"], 1],
  "frontmatter-syntax": [["name: Heike", "name: Dr.: Heike"], 10],
  "measure-unknown": [[...same, { measures: measures.slice(1) }], 6],
  "placeholder-left": [["bindet", "bindet [Name]"], 21],
  "project-doubled": [
    [
      "Zukunftscamps\n",
      "Zukunftscamps\n  - measure: ausbildung\n    title: wetterauer zukunftscamps\n",
      { original: scan },
    ],
    9,
  ],
  "projects-heading": [["1. Ausbildung", "1. Qualifizierung"], 33],
  "projects-missing": [['<Projects measure="ausbildung" />', ""], 6],
  "repair-number": [
    [
      ...same,
      {
        original: {
          ...original,
          text: original.text?.replace("\n2025", "\n2052"),
          repairs: [{ line: 2, found: "2052", published: "2025", reason: "r" }],
        },
      },
    ],
    1,
  ],
  "repair-unused": [
    [
      ...same,
      { original: { ...original, repairs: [{ line: 2, found: "x", published: "", reason: "r" }] } },
    ],
    1,
  ],
  "section-order": [["§ 1 Haus", "§ 2 Haus"], 23],
  "section-unknown": [["## § 1 Haus", "## Haus"], 23],
  "signature-date": [["2025-08-02", "2022-08-02", { original: scan }], 13],
  "signature-missing": [["party: district", "party: state"], 9],
  "slot-count": [["<Signatures />", ""], 9],
  "source-changed": [[...same, { original: { ...original, sha256: "b".repeat(64) } }], 17],
  "source-missing": [[...same, { original: undefined }], 16],
  "template-departure": [
    [...same, { template: templateOf(sample.replace("bindet", "bündelt")) }],
    21,
  ],
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
      expect(problems).toEqual([[code, line]]);
    },
  );

  it("explains every code in a German sentence", () => {
    for (const { meaning } of Object.values(problemCodes)) {
      expect(meaning).toMatch(/^[A-ZÄÖÜ].+\.$/);
    }
  });

  it("are listed in the order of the alphabet, so that they are found", () => {
    const codes = Object.keys(problemCodes);
    expect(codes).toEqual([...codes].sort());
  });
});

describe("warnings", () => {
  const found = problemsAfter(...examples["template-departure"][0]);

  it("are what is unusual but may be right", () => {
    const codes = Object.keys(problemCodes) as ProblemCode[];
    expect(codes.filter((code) => isWarning({ code }))).toEqual([
      "amount-jump",
      "repair-number",
      "template-departure",
    ]);
  });

  it("are left out where only what stops a publication counts", () => {
    const error = problemsAfter("1310490", "1.310.490");
    expect(withoutWarnings([...found, ...error])).toEqual(error);
    expect(withoutWarnings(found)).toEqual([]);
  });

  it("say that they are a Hinweis", () => {
    expect(found.map(formatProblem)).toEqual([
      "src/content/agreements/2025/wetteraukreis.mdx:21 · Hinweis · Wortlaut: In der Präambel steht „bindet“, im Muster „bündelt“. Vergleichen Sie die Stelle mit dem Original. [template-departure]",
    ]);
  });
});

describe("formatProblem", () => {
  it("gives file, line, label, what is there, what to do and the code", () => {
    expect(problemsAfter("1310490", "1.310.490").map(formatProblem)).toEqual([
      "src/content/agreements/2025/wetteraukreis.mdx:4 · Fördersumme: „1.310.490“ enthält Punkte. Schreiben Sie 1310490. [amount-not-digits]",
    ]);
  });
});

describe("a text that would break the line or the terminal", () => {
  it.each([
    ["a line feed", "a\nb"],
    ["a command to the terminal", "a\u001bb"],
    ["a mark that turns the line around", "a\u202eb"],
    ["a line separator", "a\u2028b"],
  ])("is printed with a mark in place of %s", (_, message) => {
    const problem = {
      code: "field-value",
      file: "a.mdx",
      line: 1,
      field: "Titel",
      message,
    } as const;
    expect(formatProblem(problem)).toBe("a.mdx:1 · Titel: a\ufffdb [field-value]");
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
