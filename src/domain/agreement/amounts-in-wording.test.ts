import { describe, expect, it } from "vitest";
import { checkWrittenAmounts } from "./amounts-in-wording.ts";
import { readBody } from "./read-body.ts";
import type { Facts } from "./schema.ts";
import { readSections } from "./sections.ts";

const file = "src/content/agreements/2025/wetteraukreis.mdx";
const facts = { amount: 1310490 } as Facts;

/** The sums of which a wording is told that they contradict a Fördersumme of 1.310.490 €. */
function contradictions(body: string, changes: Partial<Facts> = {}) {
  const { blocks } = readBody(body, { file, lineOffset: 0, slots: ["Amount"] });
  const { sections } = readSections(blocks, file);
  return checkWrittenAmounts({ facts: { ...facts, ...changes }, sections }, file).map(
    ({ line, message }) => `${line} ${message.match(/nennt „(.*)“, die/)?.[1]}`,
  );
}

/** In the section that shows the Fördersumme. */
const beside = (text: string) => `## Präambel\n\n${text}\n\n<Amount />\n`;
/** In another section. */
const elsewhere = (text: string) => `## Präambel\n\n${text}\n\n## § 1 Mittel\n\n<Amount />\n`;

it("says what the wording has, what the Fördersumme is, and what to do", () => {
  const { blocks } = readBody(beside("Das sind 1.301.490 Euro."), {
    file,
    lineOffset: 30,
    slots: ["Amount"],
  });
  expect(
    checkWrittenAmounts({ facts, sections: readSections(blocks, file).sections }, file),
  ).toEqual([
    {
      code: "amount-in-wording",
      file,
      line: 33,
      field: "Fördersumme",
      message:
        "Der Wortlaut nennt „1.301.490 Euro“, die Fördersumme ist 1.310.490\u00a0€. Berichtigen Sie, was vom Original abweicht; die Fördersumme selbst zeigt <Amount />.",
    },
  ]);
});

describe("beside the Fördersumme, a sum", () => {
  it.each([
    "1.301.490 Euro",
    "1301490 Euro",
    "1 301 490 €",
    "1\u00a0301\u00a0490\u00a0€",
    "1\u202f301\u202f490\u202fEUR",
    "1'301'490 EUR",
    "1.301.490,00 Euro",
    "1.301.490,- Euro",
    "1.310.490,50 Euro",
    "1301490€",
    "EUR 1.301.490",
    "EUR1301490",
    "€ 1.301.490",
    "1.301.490 EURO",
    "1.301.490 Euros",
    "1,30 Mio. Euro",
    "1,32 Millionen Euro",
    "2 Mio. €",
    "1.301 Tsd. Euro",
    "1.301 T€",
    "1,3 Mrd. Euro",
    "EUR 1,30 Mio.",
    "0 Euro",
    "5.000 Euro",
  ])("may not be %s", (typed) => {
    expect(contradictions(beside(`Das sind ${typed}`))).toEqual([`3 ${typed}`]);
  });

  it.each([
    "1.310.490 Euro",
    "1310490 Euro",
    "1 310 490 €",
    "1\u00a0310\u00a0490\u00a0€",
    "1\u202f310\u202f490\u202fEUR",
    "1.310.490,00 Euro",
    "1.310.490,- Euro",
    "1.310.490,-- €",
    "1.310.490,– Euro",
    "1.310.490,— Euro",
    "EUR 1.310.490",
    "€ 1.310.490,00",
    "1,31 Mio. Euro",
    "1,310 Mio. Euro",
    "1,3 Millionen Euro",
    "1 Million Euro",
    "1.310 Tsd. Euro",
    "1.310 T€",
    "1.310 TEUR",
    "EUR 1,31 Mio.",
  ])("may be %s", (typed) => {
    expect(contradictions(beside(`Das sind ${typed}`))).toEqual([]);
  });

  it.each([
    ["a list", "- 1.301.490 Euro", 3],
    ["a numbered list", "1. 1.301.490 Euro", 3],
    ["a heading", "### Mittel: 1.301.490 Euro", 3],
    ["a quote", "> 1.301.490 Euro", 3],
    ["a table", "| a | b |\n|---|---|\n| c | 1.301.490 Euro |", 3],
    ["emphasis", "**1.301.490** Euro", 3],
    ["a link", "[1.301.490 Euro](/)", 3],
    ["a second paragraph", "Text\n\n1.301.490 Euro", 5],
  ])("is read in %s", (_, text, line) => {
    expect(contradictions(beside(text))).toEqual([`${line} 1.301.490 Euro`]);
  });

  it("is read in the heading of the section", () => {
    const body = "## Präambel\n\n## § 1 Mittel von 1.301.490 Euro\n\n<Amount />";
    expect(contradictions(body)).toEqual(["3 1.301.490 Euro"]);
  });

  it("may be one of the Budgets", () => {
    const budgets = [
      { name: "Ausbildungsbudget", amount: 800000 },
      { name: "Budget für Arbeitsmarkt", amount: 510490 },
    ];
    const text = beside("Dies sind 800.000 Euro und 510.490 Euro.");
    expect(contradictions(text, { budgets })).toEqual([]);
    expect(contradictions(text)).toEqual(["3 800.000 Euro", "3 510.490 Euro"]);
  });
});

describe("beside the Fördersumme, a part of it", () => {
  it.each([
    "davon 200.000 Euro",
    "Davon entfallen 200.000 Euro auf A und 300.000 Euro auf B.",
    "Davon 200.000 Euro für A; 300.000 Euro für B",
    "davon z. B. 200.000 Euro",
    "davon ca. 200.000 Euro",
    "davon bis zum 31.12.2025 200.000 Euro",
    "davon 1,2 Mio. Euro für A und 0,1 Mio. Euro für B",
    "darunter 5.000 Euro",
    "einschließlich 50.000 Euro Restmittel",
    "zzgl. 5.000 Euro",
    "je Platz 5.000 Euro",
    "für jede Person 5.000 Euro",
    "jeweils 5.000 Euro",
    "5.000 Euro je Platz",
    "5.000 Euro pro Person",
    "bis zu 5.000 Euro",
    "höchstens 5.000 Euro",
    "mindestens 5.000 Euro",
    "Davon entfallen auf:\n\n- 200.000 Euro A\n- 300.000 Euro B",
  ])("is no contradiction: %s", (text) => {
    expect(contradictions(beside(text))).toEqual([]);
  });

  it.each([
    ["a new sentence", "Davon 5.000 Euro. Insgesamt 1.301.490 Euro.", "3 1.301.490 Euro"],
    ["a new paragraph", "Davon 5.000 Euro.\n\nInsgesamt 1.301.490 Euro.", "5 1.301.490 Euro"],
    ["a new paragraph of figures", "Davon 5.000 Euro.\n\n1.301.490 Euro.", "5 1.301.490 Euro"],
    ["a word that only has it in it", "Die Jeans für 5.000 Euro", "3 5.000 Euro"],
    ["what follows", "5.000 Euro jedoch", "3 5.000 Euro"],
  ])("ends with %s", (_, text, expected) => {
    expect(contradictions(beside(text))).toEqual([expected]);
  });
});

describe("no sum of money", () => {
  it.each([
    "Haushaltsmittel in Euro 2025",
    "450-Euro-Job",
    "25 Plätze",
    "§ 4 der Eurozone",
    "im Jahr 2025",
    "100 Europäer",
    "| Mittel in Euro | 2025 |\n|---|---|\n| Plätze | 25 |",
  ])("is %j", (text) => {
    expect(contradictions(beside(text))).toEqual([]);
  });

  it("is a year before a sum", () => {
    expect(contradictions(beside("im Jahr 2025 310.490 Euro"))).toEqual(["3 310.490 Euro"]);
    expect(contradictions(beside("im Jahr 2025 1.310.490 Euro"))).toEqual([]);
  });
});

describe("in another section, a sum", () => {
  it.each(["5.000 Euro", "1.301.490 Euro", "1.310.490 Euro", "1,31 Mio. Euro", "davon 200 Euro"])(
    "may be smaller: %s",
    (typed) => {
      expect(contradictions(elsewhere(`Es sind ${typed}.`))).toEqual([]);
    },
  );

  it.each(["1.310.491 Euro", "1,4 Mio. Euro", "2 Mrd. Euro"])("may not be larger: %s", (typed) => {
    expect(contradictions(elsewhere(`Es sind ${typed}.`))).toEqual([`3 ${typed}`]);
  });
});

it.each(["111 ", "5 Euro ", "davon 5 Euro. ", "€ 1", "1.", "Mio. "])(
  "is quick about %j without end",
  (part) => {
    const started = performance.now();
    contradictions(beside(part.repeat(64_000 / part.length)));
    expect(performance.now() - started).toBeLessThan(2000);
  },
);
