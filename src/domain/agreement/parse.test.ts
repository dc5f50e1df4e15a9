import { describe, expect, it } from "vitest";
import type { Problem } from "#domain/problem.ts";
import { parseAgreement } from "./parse.ts";

const file = "src/content/agreements/2025/wetteraukreis.mdx";
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
source:
  file: originals/2025/wetteraukreis.txt
  sha256: ${"a".repeat(64)}
---

## Präambel

Erfolgreiche Arbeitsmarktpolitik bindet ein.

## § 1 Haushaltsmittel

Das HMSI stellt insgesamt

<Amount />

zur Verfügung.

<Projects measure="ausbildung" />

<Signatures />
`;

function parse(found = "", replacement = "") {
  return parseAgreement(
    sample.replace(found, () => replacement),
    file,
  );
}

function report(found: string, replacement: string) {
  return parse(found, replacement).problems.map(print);
}

function print({ line, code, field, message }: Problem) {
  return `${line} ${code} ${field}: ${message}`;
}

describe("parseAgreement", () => {
  it("gives facts and sections of a sound agreement", () => {
    const { agreement, problems } = parse();
    expect(problems).toEqual([]);
    expect(agreement?.facts).toMatchObject({ district: "wetteraukreis", amount: 1310490 });
    expect(agreement?.sections.map(({ id, line }) => [id, line])).toEqual([
      ["praeambel", 18],
      ["par-1", 22],
    ]);
  });

  it.each([
    [
      "with Windows line ends",
      sample.replaceAll("\n", "\r\n"),
      "1 file-line-ends Zeichen: Die Zeile endet wie unter Windows (mit CR). Speichern Sie die Datei mit Zeilenenden LF.",
    ],
    [
      "with a byte order mark",
      `\ufeff${sample}`,
      "1 file-encoding Zeichen: Die Datei beginnt mit einem unsichtbaren Zeichen (BOM). Speichern Sie sie als UTF-8 ohne BOM.",
    ],
  ])(
    "reads a file %s the same way, lines included, and asks for another",
    (_, source, expected) => {
      const { agreement, problems } = parseAgreement(source, file);
      expect(agreement).toEqual(parse().agreement);
      expect(problems.map(print)).toEqual([expected]);
    },
  );

  it.each([
    [
      "no frontmatter",
      ["---\ndistrict", "district"],
      "1 frontmatter-missing Kopf der Datei: Die Datei beginnt nicht mit ihren Angaben. Stellen Sie sie an den Anfang, zwischen zwei Zeilen aus ---.",
    ],
    [
      "a field given twice",
      ["year: 2025", "year: 2025\nyear: 2024"],
      "4 field-doubled Kopf der Datei: Das Feld „year“ steht schon weiter oben. Lassen Sie es einmal stehen.",
    ],
    [
      "a missing name",
      ["    name: Heike Hofmann\n", ""],
      "9 field-value Unterschriften 1 · Name: Das Feld fehlt. Schreiben Sie einen Text, z. B. Heike Hofmann.",
    ],
    [
      "a day that does not exist",
      ["place: Wiesbaden", "place: Wiesbaden\n    date: 2025-02-30"],
      "13 field-value Unterschriften 1 · Datum: Hier steht „2025-02-30“. Schreiben Sie ein Datum des Kalenders als JJJJ-MM-TT, z. B. 2025-08-02.",
    ],
    [
      "an original outside its folder",
      ["originals/2025", "../2025"],
      "14 field-value Original · Datei: Hier steht „../2025/wetteraukreis.txt“. Nennen Sie eine TXT- oder PDF-Datei im Ordner originals, z. B. originals/2025/wetteraukreis.txt.",
    ],
    [
      "a field that does not exist",
      ["    title: W", "    kosten: 5\n    title: W"],
      "7 field-unknown Projekte 1: Das Feld „kosten“ ist nicht vorgesehen. Entfernen Sie es oder berichtigen Sie seinen Namen.",
    ],
    [
      "a missing amount in the text",
      ["<Amount />", ""],
      "4 slot-count Fördersumme: Der Baustein <Amount /> fehlt im Wortlaut. Setzen Sie ihn an die Stelle des Originals.",
    ],
    [
      "an amount given twice",
      ["<Amount />", "<Amount />\n\n<Amount />"],
      "28 slot-count Fördersumme: Der Baustein <Amount /> steht 2-mal im Wortlaut. Lassen Sie ihn einmal stehen.",
    ],
    [
      "signatures given twice",
      ["<Signatures />", "<Signatures />\n\n<Signatures />"],
      "34 slot-count Unterschriften: Der Baustein <Signatures /> steht 2-mal im Wortlaut. Lassen Sie ihn einmal stehen.",
    ],
    [
      "the projects of a Maßnahmenart given twice",
      ["<Signatures />", '<Projects measure="ausbildung" />\n\n<Signatures />'],
      '32 slot-count Projekte: Der Baustein <Projects measure="ausbildung" /> steht mehrfach im Wortlaut. Lassen Sie ihn einmal stehen.',
    ],
    [
      "signatures that the text does not show",
      ["<Signatures />", ""],
      "9 slot-count Unterschriften: Der Baustein <Signatures /> fehlt im Wortlaut. Setzen Sie ihn an die Stelle des Originals.",
    ],
    [
      "a placeholder among the facts",
      ["name: Heike Hofmann", "name: '[Name]'"],
      "10 placeholder-left Platzhalter: „[Name]“ ist ein Platzhalter. Schreiben Sie an seine Stelle, was im Original steht; was dort nicht zu lesen ist, als <Illegible />, im Kopf der Datei als […].",
    ],
    [
      "an invisible character among the facts",
      ["Heike Hofmann", "Heike\u200bHofmann"],
      "10 character-invisible Zeichen: In „HeikeHofmann“ steht ein unsichtbares Zeichen (U+200B, Leerzeichen ohne Breite). Löschen Sie das Wort, und tippen Sie es neu.",
    ],
    [
      "one that hides behind an escape",
      ["name: Heike Hofmann", 'name: "Heike\\u200bHofmann"'],
      "10 character-invisible Unterschriften 1 · Name: In „HeikeHofmann“ steht ein unsichtbares Zeichen (U+200B, Leerzeichen ohne Breite). Löschen Sie das Wort, und tippen Sie es neu.",
    ],
    [
      "one that hides behind an entity",
      ["bindet", "bin&#8203;det"],
      "20 character-invisible Wortlaut: In „bindet“ steht ein unsichtbares Zeichen (U+200B, Leerzeichen ohne Breite). Löschen Sie das Wort, und tippen Sie es neu.",
    ],
    [
      "text before the first heading",
      ["## Präambel\n", ""],
      "19 section-unknown Wortlaut: Vor der ersten Überschrift steht Text. Beginnen Sie den Wortlaut mit ## Präambel.",
    ],
  ] as const)("reports %s", (_, [found, replacement], expected) => {
    expect(report(found, replacement)).toContain(expected);
  });

  it.each([
    ["in a field", "Heike Hofmann", "Heike\u00adHofmann", 10],
    ["in the wording", "bindet", "bin\u00addet", 20],
    ["in a line of a longer paragraph", "bindet", "bindet\nund bin\u00addet\nein", 21],
  ])("reports a character %s once, though more than one rule sees it", (_, found, put, line) => {
    const { problems } = parse(found, put);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([["character-invisible", line]]);
  });

  it("gives the agreement despite problems, so that a preview can show it", () => {
    const { agreement, problems } = parse("<Signatures />", "");
    expect(problems).toHaveLength(1);
    expect(agreement?.sections).toHaveLength(2);
  });

  it("reports frontmatter and wording together", () => {
    const { agreement, problems } = parseAgreement(
      sample.replace("1310490", "5e6").replace("bindet", "<b>bindet</b>"),
      file,
    );
    expect(problems.map(({ code }) => code)).toEqual(["amount-not-digits", "content-markup"]);
    expect(agreement).toBeUndefined();
  });

  it("says nothing about sections where the text cannot be read at all", () => {
    expect(parse("bindet", "{").problems.map(({ code }) => code)).toEqual(["content-syntax"]);
  });

  it("asks for a Präambel where the wording is empty", () => {
    const { problems } = parseAgreement(sample.slice(0, sample.indexOf("## Präambel")), file);
    expect(problems.map(({ message }) => message)).toContain(
      "Der Wortlaut ist leer. Beginnen Sie ihn mit ## Präambel.",
    );
  });
});
