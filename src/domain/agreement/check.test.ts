import { describe, expect, it } from "vitest";
import type { YearTemplate } from "#domain/year/template.ts";
import type { Block } from "./blocks.ts";
import { type CheckContext, checkAgreement } from "./check.ts";
import type { Agreement } from "./parse.ts";
import { sampleMeasures, sampleParties } from "./sample-parties.ts";
import type { Section } from "./sections.ts";

const file = "src/content/agreements/2025/wetteraukreis.mdx";
const sha256 = "a".repeat(64);
const agreement: Agreement = {
  facts: {
    district: "wetteraukreis",
    year: 2025,
    amount: 1310490,
    projects: [{ measure: "ausbildung", title: "Camps" }],
    signatures: [signatureOf("state"), signatureOf("district")],
    source: { file: "originals/2025/wetteraukreis.pdf", sha256 },
  },
  sections: [sectionOf([heading("Ausbildung", 41), projects("ausbildung", 42)])],
};
const lines: Record<string, number> = {
  district: 2,
  year: 3,
  "projects.0.measure": 6,
  "signatures.0.date": 8,
  "source.file": 9,
  "source.sha256": 10,
};
const context: CheckContext = {
  file,
  district: sampleParties.district,
  template: muster("Präambel", "Ausbildung"),
  measures: sampleMeasures,
  original: { sha256, repairs: [] },
  lineOf: (...path) => lines[path.join(".")] ?? 1,
};

function report(changes: Partial<CheckContext>, checked = agreement) {
  return checkAgreement(checked, { ...context, ...changes }).map(
    ({ line, code, field, message }) => `${line} ${code} ${field}: ${message}`,
  );
}

describe("checkAgreement", () => {
  it("finds nothing wrong with an agreement whose original is no text", () => {
    expect(report({})).toEqual([]);
  });

  it.each([
    [
      "a file of another year",
      { file: "src/content/agreements/2024/wetteraukreis.mdx" },
      "3 file-place Programmjahr · Gebietskörperschaft: Die Angaben gehören zu 2025/wetteraukreis.mdx. Verschieben Sie die Datei dorthin, oder berichtigen Sie Programmjahr und Gebietskörperschaft.",
    ],
    [
      "a district that does not exist",
      { district: undefined },
      "2 district-unknown Gebietskörperschaft: „wetteraukreis“ steht nicht im Verzeichnis. Verwenden Sie den Namen einer Datei aus src/content/districts, z. B. wetteraukreis.",
    ],
    [
      "a district before its time",
      { district: { ...sampleParties.district, validFrom: "2026-01-01" } },
      "2 district-not-valid Gebietskörperschaft: Wetteraukreis ist im Programmjahr 2025 keine eigene Gebietskörperschaft. Prüfen Sie Programmjahr und Gebietskörperschaft.",
    ],
    [
      "a year that does not exist",
      { template: undefined },
      "3 year-unknown Programmjahr: Das Programmjahr „2025“ ist nicht angelegt. Legen Sie src/content/years/2025.mdx an.",
    ],
    [
      "a Maßnahmenart that does not exist",
      { measures: sampleMeasures.slice(1) },
      "6 measure-unknown Projekte · Maßnahmenart: „ausbildung“ steht nicht im Verzeichnis. Verwenden Sie qualifizierung.",
    ],
    [
      "a missing original",
      { original: undefined },
      "9 source-missing Original · Datei: Die Datei „public/originals/2025/wetteraukreis.pdf“ fehlt. Legen Sie das Original dort ab, oder holen Sie es aus Git zurück.",
    ],
    [
      "an original that changed",
      { original: { sha256: "b".repeat(64), repairs: [] } },
      `10 source-changed Original · Prüfsumme: „public/originals/2025/wetteraukreis.pdf“ hat eine andere Prüfsumme als angegeben. Stellen Sie das Original wieder her, oder prüfen Sie den Wortlaut und tragen Sie ${"b".repeat(64)} ein.`,
    ],
  ])("reports %s", (_, changes, expected) => {
    expect(report(changes)).toEqual([expected]);
  });

  it.each([
    "src/content/agreements/2025/kreis.mdx",
    "src/content/agreements/2025/der-wetteraukreis.mdx",
    "src/content/agreements/wetteraukreis.mdx",
    "src/content/agreements/alt-2025/wetteraukreis.mdx",
  ])("reports the place of %s", (place) => {
    expect(report({ file: place })).toEqual([expect.stringMatching(/^3 file-place /)]);
  });

  it("reports everything at once, the wording only against the right original", () => {
    const original = { sha256: "b".repeat(64), text: "anders", repairs: [] };
    const codes = report({ district: undefined, template: undefined, measures: [], original });
    expect(codes.map((line) => line.split(" ")[1])).toEqual([
      "district-unknown",
      "year-unknown",
      "measure-unknown",
      "source-changed",
    ]);
  });

  it("compares the wording with the text of the original", () => {
    expect(report({ original: { sha256, text: "Zielvereinbarung 2024", repairs: [] } })).toEqual([
      expect.stringMatching(/^1 wording-differs Wortlaut: Hier steht „2025 zwischen dem/),
    ]);
  });

  it("reports the sections at the end of the Muster that are missing", () => {
    expect(report({ template: muster("Präambel", "§ 1 Mittel", "§ 2 Ziele") })).toEqual([
      expect.stringMatching(/^40 section-order Wortlaut: § 1 fehlt\./),
      expect.stringMatching(/^40 section-order Wortlaut: § 2 fehlt\./),
    ]);
  });

  it("reports an original that has another name than the agreement", () => {
    const facts = { ...agreement.facts, source: { file: "originals/2025/kassel.txt", sha256 } };
    expect(report({}, { ...agreement, facts })).toEqual([
      "9 file-place Original · Datei: Das Original heißt „originals/2025/kassel.txt“. Geben Sie ihm den Namen der Vereinbarung: originals/2025/wetteraukreis.txt oder .pdf.",
    ]);
  });

  it("lets an agreement that is out of place have its original there, too", () => {
    const source = { file: "originals/2024/wetteraukreis.pdf", sha256 };
    const moved = { ...agreement, facts: { ...agreement.facts, source } };
    const codes = report({ file: "src/content/agreements/2024/wetteraukreis.mdx" }, moved);
    expect(codes).toEqual([expect.stringMatching(/^3 file-place Programmjahr/)]);
  });

  it("does not call an original missing that is there and cannot be read", () => {
    const known = [
      {
        code: "file-unreadable",
        file: "public/originals/2025/wetteraukreis.pdf",
        line: 1,
        field: "Datei",
        message: "",
      },
    ] as const;
    expect(report({ original: undefined, known })).toEqual([]);
  });
});

describe("the date of a signature", () => {
  const signed = (date?: string) => {
    const signature = { party: "state", name: "A", role: "B", place: "C", ...(date && { date }) };
    const facts = {
      ...agreement.facts,
      signatures: [signature, signatureOf("district")],
    } as Agreement["facts"];
    return report({}, { ...agreement, facts });
  };

  it.each(["2024-01-01", "2025-08-02", "2026-12-31", undefined])("may be %s in 2025", (date) => {
    expect(signed(date)).toEqual([]);
  });

  it.each([
    ["2023-12-31", "31. Dezember 2023"],
    ["2027-01-01", "1. Januar 2027"],
  ])("may not be %s in 2025", (date, written) => {
    expect(signed(date)).toEqual([
      `8 signature-date Unterschriften 1 · Datum: Die Unterschrift ist vom ${written}, die Vereinbarung von 2025. Schreiben Sie das Datum des Originals, z. B. 2025-08-02.`,
    ]);
  });
});

describe("the signatures", () => {
  it.each([
    ["district", "des Landes", "state"],
    ["state", "der Gebietskörperschaft", "district"],
  ] as const)("may not be those of %s alone", (party, whose, missing) => {
    const facts = { ...agreement.facts, signatures: [signatureOf(party), signatureOf(party)] };
    expect(report({}, { ...agreement, facts })).toEqual([
      `1 signature-missing Unterschriften: Die Unterschrift ${whose} fehlt. Ergänzen Sie einen Eintrag mit party: ${missing}, wie das Original ihn hat.`,
    ]);
  });
});

describe("budgets", () => {
  const reportIn = (year: number, budgets: readonly { name: string; amount: number }[]) => {
    const source = { ...agreement.facts.source, file: `originals/${year}/wetteraukreis.pdf` };
    const facts = { ...agreement.facts, year, source, budgets: [...budgets] };
    const changes = { file: file.replace("2025", String(year)) };
    return report(changes, { ...agreement, facts });
  };
  const budgets = (...amounts: readonly number[]) =>
    reportIn(
      2019,
      amounts.map((amount, index) => ({ name: `Budget ${index + 1}`, amount })),
    );

  it("may add up to the Fördersumme", () => {
    expect(budgets(1310000, 490)).toEqual([]);
  });

  it.each([
    [[1310000, 491], "1.310.491\u00a0€"],
    [[1310490, 1310490], "2.620.980\u00a0€"],
  ])("may not add up to something else: %j", (amounts, sum) => {
    expect(budgets(...amounts)).toEqual([
      `1 budgets-differ Budgets: Die Budgets ergeben zusammen ${sum}, die Fördersumme ist 1.310.490\u00a0€. Berichtigen Sie einen der Beträge.`,
    ]);
  });

  it.each(["Übergang", "übergang", "ÜBERGANG"])("may not have the same name: %j", (name) => {
    const halves = [
      { name: "Übergang", amount: 1310000 },
      { name, amount: 490 },
    ];
    expect(reportIn(2019, halves)).toEqual([
      `1 field-value Budgets 2 · Name: „${name}“ steht schon weiter oben. Geben Sie jedem Budget den Namen, den es im Original hat.`,
    ]);
  });

  it("ended with the year 2019", () => {
    const one = [{ name: "Budget", amount: 1310490 }];
    expect(reportIn(2019, one)).toEqual([]);
    expect(reportIn(2020, one)).toEqual([
      "1 field-value Budgets: Budgets gab es bis 2019, die Vereinbarung ist von 2020. Entfernen Sie das Feld, oder berichtigen Sie das Programmjahr.",
    ]);
  });
});

describe("a departure from the Muster", () => {
  const departing = { template: muster("Präambel", "Ausbildung", "Weg damit") };

  it("is worth a look where nothing is wrong", () => {
    expect(report(departing)).toEqual([
      "40 template-departure Wortlaut: In der Präambel fehlt „Weg damit“ aus dem Muster. Vergleichen Sie die Stelle mit dem Original.",
    ]);
  });

  it.each([
    ["the wording is not the original's", { original: { sha256, text: "anders", repairs: [] } }],
    ["the file is out of place", { file: "src/content/agreements/2024/wetteraukreis.mdx" }],
    ["a Maßnahmenart is unknown", { measures: [] }],
  ])("is not looked for as long as %s", (_, changes) => {
    expect(report({ ...departing, ...changes }).join()).not.toContain("template-departure");
  });
});

function signatureOf(party: "state" | "district") {
  return { party, name: "Erika Beispiel", role: "Amt", place: "Ort" };
}

function sectionOf(intro: readonly Block[]): Section {
  return {
    id: "praeambel",
    label: "Präambel",
    title: "",
    line: 40,
    intro,
    paragraphs: [],
    outro: [],
  };
}

/** A Muster of headings; what names no section and no Maßnahmenart is a paragraph. */
function muster(...texts: readonly string[]): YearTemplate {
  const blocks = texts.map((value, index): Block => {
    const line = index + 1;
    if (/^(Präambel|§)/.test(value)) return heading(value, line, 2);
    if (value === "Ausbildung") return heading(value, line);
    return { type: "paragraph", children: [{ type: "text", value }], line };
  });
  return { year: sampleParties.year, blocks };
}

function heading(value: string, line: number, depth: 2 | 3 = 3): Block {
  return { type: "heading", depth, children: [{ type: "text", value }], line };
}

function projects(measure: string, line: number) {
  return { type: "slot", name: "Projects", attributes: { measure }, line } as const;
}
