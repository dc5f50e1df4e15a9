import { describe, expect, it } from "vitest";
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
  return parse(found, replacement).problems.map(
    ({ line, code, field, message }) => `${line} ${code} ${field}: ${message}`,
  );
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

  it("reads a file with Windows line ends the same way, lines included", () => {
    expect(parseAgreement(sample.replaceAll("\n", "\r\n"), file)).toEqual(parse());
  });

  it.each([
    [
      "no frontmatter",
      ["---\ndistrict", "district"],
      "1 frontmatter-missing Kopf der Datei: Die Datei beginnt nicht mit ihren Angaben. Stellen Sie sie an den Anfang, zwischen zwei Zeilen aus ---.",
    ],
    [
      "a field given twice",
      ["year: 2025", "year: 2025\nyear: 2024"],
      "4 frontmatter-syntax Kopf der Datei: Die Zeile lässt sich nicht lesen. Schreiben Sie jedes Feld einmal als name: Wert, Listen mit - und gleicher Einrückung, Text mit Doppelpunkt in Anführungszeichen.",
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
      "1 slot-count Fördersumme: Der Baustein <Amount /> fehlt im Wortlaut. Setzen Sie ihn an die Stelle des Originals.",
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
      "projects that the text does not show",
      ['<Projects measure="ausbildung" />', '<Projects measure="qualifizierung" />'],
      '1 projects-missing Projekte: Die Projekte der Maßnahmenart „ausbildung“ kommen im Wortlaut nicht vor. Setzen Sie <Projects measure="ausbildung" /> unter ihre Überschrift in § 5.',
    ],
    [
      "text before the first heading",
      ["## Präambel\n", ""],
      "19 section-unknown Wortlaut: Vor der ersten Überschrift steht Text. Beginnen Sie den Wortlaut mit ## Präambel.",
    ],
  ] as const)("reports %s", (_, [found, replacement], expected) => {
    expect(report(found, replacement)).toContain(expected);
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
