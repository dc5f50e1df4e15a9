import { describe, expect, it } from "vitest";
import type { YearTemplate } from "#domain/year/template.ts";
import { findDepartures } from "./departures.ts";
import type { Agreement } from "./parse.ts";
import { readBody } from "./read-body.ts";
import { sampleParties } from "./sample-parties.ts";
import { readSections } from "./sections.ts";

const file = "src/content/agreements/2025/wetteraukreis.mdx";
const slots = ["Amount", "Illegible", "District"] as const;
const { district, year } = sampleParties;

const muster = `## Präambel

Das Land und <District form="nominative" /> schließen diese Vereinbarung.

Sie gilt für <District form="accusative" /> und das Land.

## § 1 Mittel

Es sind

<Amount />

für **alle** Projekte:

- Ausbildung
- Weiterbildung
`;
const wording = muster
  .replace('<District form="nominative" />', "der Landkreis Wetteraukreis")
  .replace('<District form="accusative" />', "den Landkreis Wetteraukreis");

function report(agreement: string, model = muster) {
  const read = (body: string) => readBody(body, { file, lineOffset: 0, slots }).blocks;
  const { sections } = readSections(read(agreement), file);
  const template: YearTemplate = { year, blocks: read(model) };
  return findDepartures({ sections } as unknown as Agreement, template, district, file).map(
    ({ line, code, field, message }) => `${line} ${code} ${field}: ${message}`,
  );
}

const departure = (line: number, what: string) =>
  `${line} template-departure Wortlaut: ${what} Vergleichen Sie die Stelle mit dem Original.`;

it("finds nothing where an agreement is the Muster in the district's forms", () => {
  expect(report(wording)).toEqual([]);
});

describe("a place that departs from the Muster", () => {
  it.each([
    [
      "another word",
      ["schließen diese", "schlossen diese"],
      [departure(3, "In der Präambel steht „schlossen“, im Muster „schließen“.")],
    ],
    [
      "another form of the district",
      ["Land und der", "Land und dem"],
      [departure(3, "In der Präambel steht „dem“, im Muster „der“.")],
    ],
    [
      "a word too many",
      ["für **alle**", "für fast **alle**"],
      [departure(13, "In § 1 steht „fast“, im Muster nichts.")],
    ],
    [
      "a word too few",
      ["für **alle** ", "für "],
      [departure(13, "In § 1 steht nichts, im Muster „alle“.")],
    ],
    [
      "an illegible word",
      ["schließen", "<Illegible />"],
      [departure(3, "In der Präambel steht „[unleserlich]“, im Muster „schließen“.")],
    ],
    [
      "another heading",
      ["§ 1 Mittel", "§ 1 Mitteln"],
      [departure(7, "In § 1 steht „Mitteln“, im Muster „Mittel“.")],
    ],
    [
      "another point of a list",
      ["- Weiterbildung", "- Fortbildung"],
      [departure(16, "In § 1 steht „Fortbildung“, im Muster „Weiterbildung“.")],
    ],
    [
      "a point too many",
      ["- Ausbildung", "- Ausbildung\n- Beratung"],
      [departure(16, "In § 1 steht „Beratung“, im Muster nichts.")],
    ],
    [
      "a paragraph too many",
      ["Es sind", "Neu.\n\nEs sind"],
      [departure(9, "In § 1 steht „Neu.“, im Muster nichts.")],
    ],
    [
      "a paragraph too few, at the line of its section",
      ["Sie gilt für den Landkreis Wetteraukreis und das Land.\n", ""],
      [
        departure(
          1,
          "In der Präambel fehlt „Sie gilt für den Landkreis Wetteraukreis und das …“ aus dem Muster.",
        ),
      ],
    ],
    [
      "two words far apart, of which it quotes what lies between",
      [
        "Sie gilt für den Landkreis Wetteraukreis und das Land",
        "Er gilt für den Landkreis Wetteraukreis und das Reich",
      ],
      [
        departure(
          5,
          "In der Präambel steht „Er gilt für den Landkreis Wetteraukreis und das …“, im Muster „Sie gilt für den Landkreis Wetteraukreis und das …“.",
        ),
      ],
    ],
    [
      "a section that the Muster does not have",
      ["- Weiterbildung", "- Weiterbildung\n\n## § 2 Neues\n\nText."],
      [departure(18, "§ 2 steht nicht im Muster.")],
    ],
  ] as const)("is %s", (_, [found, replacement], expected) => {
    const changed = wording.replace(found, replacement);
    expect(changed).not.toBe(wording);
    expect(report(changed)).toEqual(expected);
  });

  it.each([
    [
      "a heading made a paragraph",
      ["### Zweck", "Zweck"],
      9,
      "steht „Zweck“ als Absatz, im Muster als Überschrift der 3. Ebene",
    ],
    [
      "a heading of another level",
      ["### Zweck", "#### Zweck"],
      9,
      "steht „Zweck“ als Überschrift der 4. Ebene, im Muster als Überschrift der 3. Ebene",
    ],
    [
      "a paragraph made a heading",
      ["Es sind", "### Es sind"],
      11,
      "steht „Es sind“ als Überschrift der 3. Ebene, im Muster als Absatz",
    ],
    [
      "a paragraph made a list item",
      ["Es sind", "- Es sind"],
      11,
      "steht „Es sind“ als Punkt einer Aufzählung, im Muster als Absatz",
    ],
    [
      "a paragraph made a quote",
      ["Es sind", "> Es sind"],
      11,
      "steht „Es sind“ als Zitat, im Muster als Absatz",
    ],
    [
      "a paragraph made a table",
      ["Es sind", "| Es sind |\n|---|"],
      11,
      "steht „Es sind“ als Zeile einer Tabelle, im Muster als Absatz",
    ],
    [
      "a list item made a paragraph",
      ["- Weiterbildung", "\nWeiterbildung"],
      19,
      "steht „Weiterbildung“ als Absatz, im Muster als Punkt einer Aufzählung",
    ],
    [
      "a list item that continues the one above",
      ["- Weiterbildung", "\n  Weiterbildung"],
      19,
      "ist „Weiterbildung“ anders eingerückt oder nummeriert als im Muster",
    ],
    [
      "a list item deeper than before",
      ["- Weiterbildung", "  - Weiterbildung"],
      18,
      "ist „Weiterbildung“ anders eingerückt oder nummeriert als im Muster",
    ],
    [
      "a list item of a list of its own",
      ["- Weiterbildung", "* Weiterbildung"],
      18,
      "ist „Weiterbildung“ anders eingerückt oder nummeriert als im Muster",
    ],
  ] as const)("is %s, word for word the same", (_, [found, replacement], line, what) => {
    const model = muster.replace("Es sind", "### Zweck\n\nEs sind");
    const same = wording.replace("Es sind", "### Zweck\n\nEs sind");
    const changed = same.replace(found, replacement);
    expect(report(same, model)).toEqual([]);
    expect(report(changed, model)).toEqual([departure(line, `In § 1 ${what}.`)]);
  });

  it("is the number that a list begins with", () => {
    const numbered = (start: number) => `## § 1 Mittel\n\n${start}. Eins\n${start + 1}. Zwei\n`;
    expect(report(numbered(1), numbered(1))).toEqual([]);
    expect(report(numbered(2), numbered(1))).toEqual([
      departure(3, "In § 1 ist „Eins“ anders eingerückt oder nummeriert als im Muster."),
    ]);
  });

  it("is told once for each paragraph, in order", () => {
    const changed = wording.replaceAll("Land", "Reich").replace("Ausbildung", "Bildung");
    expect(report(changed).map((line) => line.split(" ")[0])).toEqual(["3", "5", "15"]);
  });
});

describe("no departure", () => {
  it.each([
    ["emphasis", ["**alle**", "alle"]],
    ["a link", ["schließen", "[schließen](/)"]],
    ["another break of lines", ["diese Vereinbarung", "diese\nVereinbarung"]],
    ["a no-break space", ["für **alle**", "für\u00a0**alle**"]],
    ["the place of a fact", ["Es sind\n\n<Amount />\n", "Es sind\n"]],
  ] as const)("is %s", (_, [found, replacement]) => {
    const changed = wording.replace(found, replacement);
    expect(changed).not.toBe(wording);
    expect(report(changed)).toEqual([]);
  });

  it("is a section that is missing, for that is an error of its own", () => {
    expect(report(wording.slice(0, wording.indexOf("## § 1")))).toEqual([]);
  });
});

it("is quick about sections with more paragraphs than any has", () => {
  const long = `## Präambel\n\n${"Wort\n\n".repeat(9000)}`;
  const started = performance.now();
  expect(report(long, long)).toEqual([]);
  expect(report(long, long.replace("Wort", "Text"))).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(2000);
});
