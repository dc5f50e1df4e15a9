import { describe, expect, it } from "vitest";
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
    signatures: [],
    source: { file: "originals/2025/wetteraukreis.pdf", sha256 },
  },
  sections: [],
};
const lines: Record<string, number> = {
  district: 2,
  year: 3,
  "projects.0.measure": 6,
  "source.file": 9,
  "source.sha256": 10,
};
const context: CheckContext = {
  file,
  district: sampleParties.district,
  template: { year: sampleParties.year, blocks: [] },
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

  it("knows a Maßnahmenart only the wording shows", () => {
    const slot = {
      type: "slot",
      name: "Projects",
      attributes: { measure: "sport" },
      line: 50,
    } as const;
    const section = sectionOf([slot]);
    expect(report({}, { ...agreement, sections: [section] })).toEqual([
      expect.stringMatching(/^50 measure-unknown .*„sport“/),
    ]);
  });

  it.each([
    [
      "the projects of another measure",
      "qualifizierung",
      "stehen die Projekte von „qualifizierung“",
    ],
    ["no projects", undefined, "stehen keine Projekte"],
  ])("reports a heading with %s below it", (_, measure, message) => {
    const heading = {
      type: "heading",
      depth: 3,
      children: [text("2. Ausbildung")],
      line: 60,
    } as const;
    const slots = [measure, "qualifizierung"].flatMap((slug, index) =>
      slug
        ? [
            {
              type: "slot",
              name: "Projects",
              attributes: { measure: slug },
              line: 62 + index,
            } as const,
          ]
        : [],
    );
    const section = sectionOf([heading, ...(measure ? [] : [paragraph("Text")]), ...slots]);
    expect(report({}, { ...agreement, sections: [section] })).toEqual([
      expect.stringContaining(
        `projects-heading Projekte: Unter der Überschrift „2. Ausbildung“ ${message}. Schreiben Sie darunter <Projects measure="ausbildung" />.`,
      ),
    ]);
  });

  it("reports the sections of the Muster that are missing", () => {
    const headings = ["Präambel", "§ 1 Mittel", "§ 2 Ziele"].map(
      (name, index) =>
        ({ type: "heading", depth: 2, children: [text(name)], line: index + 1 }) as const,
    );
    const template = { year: sampleParties.year, blocks: headings };
    expect(report({ template }, { ...agreement, sections: [sectionOf([])] })).toEqual([
      expect.stringMatching(/^40 section-order Wortlaut: § 1 fehlt\./),
      expect.stringMatching(/^40 section-order Wortlaut: § 2 fehlt\./),
    ]);
  });

  it("reports an original that has another name than the agreement", () => {
    const facts = { ...agreement.facts, source: { file: "originals/2025/kassel.txt", sha256 } };
    expect(report({}, { ...agreement, facts })).toEqual([
      expect.stringMatching(
        /^9 file-place Original · Datei: Das Original heißt „originals\/2025\/kassel\.txt“\./,
      ),
    ]);
  });
});

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

function paragraph(value: string) {
  return { type: "paragraph", children: [text(value)], line: 61 } as const;
}

function text(value: string) {
  return { type: "text", value } as const;
}
