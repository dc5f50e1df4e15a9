import { describe, expect, it } from "vitest";
import { checkCharacters, unusualCharacters, withoutRepeated } from "./characters.ts";
import type { Problem } from "./problem.ts";

describe("what German texts are made of", () => {
  it.each([
    "Größe, Maß, STRAẞE, Ärger",
    "„Bündnis“, ‚so‘, »so«, it’s, don't",
    "2014–2019 — so - so",
    "Mitarbeiter*innen, Mitarbeiter:innen, Mitarbeiter_innen, Mitarbeiter/-innen",
    "§\u00a04 Abs.\u00a01, 1.310.490\u00a0€",
    "1\u202f310\u202f490 €, z.\u202fB.",
    "50 m², 3 m³, ½ Stelle, ¾, ⅓, CO₂, 20 °C, 5 µm",
    "Nr. 1ª, 2º, x⁴",
    "a ≥ b, 3 × 4, 5 − 2, 10 ‰, → ✓ • …",
    "Jan Šimůnek, Özgür Yıldız, Ion Ștefănescu, Nguyễn Văn, Łódź, Ærø, Þór",
    "Sprachcafé, Façade, naïve, Piñata, Œuvre",
    "https://arbeitswelt.hessen.de/?a=1&b=%C3%A4#x, post@example.org",
    "[…]r. Sven Sc[…]oeller, [unleserlich]",
    "Spalte\teins",
    "(c) © ® ™ ¹",
    "Smileys: 🙂",
  ])("needs no second look: %s", (text) => {
    expect(unusualCharacters(text)).toEqual([]);
  });
});

describe("what nobody sees", () => {
  it.each([
    ["a space without width", "Arbeits\u200bmarkt", "U+200B, Leerzeichen ohne Breite"],
    ["a soft hyphen", "Arbeits\u00admarkt", "U+00AD, bedingter Trennstrich"],
    ["a joiner", "Arbeits\u200dmarkt", "U+200D, Zeichen ohne Breite"],
    ["a word joiner", "Arbeits\u2060markt", "U+2060, Zeichen ohne Breite"],
    ["a byte order mark", "Arbeits\ufeffmarkt", "U+FEFF, Zeichen ohne Breite"],
    ["an override of direction", "Arbeits\u202emarkt", "U+202E, ändert die Schreibrichtung"],
    ["an isolate", "Arbeits\u2066markt", "U+2066, ändert die Schreibrichtung"],
    ["a mark of direction", "Arbeits\u200fmarkt", "U+200F, ändert die Schreibrichtung"],
    ["a null", "Arbeits\u0000markt", "U+0000"],
    ["an escape", "Arbeits\u001bmarkt", "U+001B"],
    ["a page break", "Arbeits\u000cmarkt", "U+000C"],
    ["a control of Latin 1", "Arbeits\u0085markt", "U+0085"],
    ["a line separator", "Arbeits\u2028markt", "U+2028"],
    ["a variation selector", "Arbeits\ufe0fmarkt", "U+FE0F, Zeichen ohne Breite"],
    ["a grapheme joiner", "Arbeits\u034fmarkt", "U+034F, Zeichen ohne Breite"],
    ["a filler of Hangul", "Arbeits\u3164markt", "U+3164, Zeichen ohne Breite"],
    ["a half-width filler", "Arbeits\uffa0markt", "U+FFA0, Zeichen ohne Breite"],
    ["an empty Braille cell", "Arbeits\u2800markt", "U+2800"],
    ["a letter of a private alphabet", "Arbeits\ue000markt", "U+E000"],
    ["a tag", "Arbeits\u{e0041}markt", "U+E0041, Zeichen ohne Breite"],
    ["half a character", "Arbeits\ud800markt", "U+D800"],
    ["a code point without character", "Arbeits\uffffmarkt", "U+FFFF"],
  ])("is found: %s", (_, text, description) => {
    expect(unusualCharacters(text)).toEqual([
      {
        code: "character-invisible",
        message: `In „Arbeitsmarkt“ steht ein unsichtbares Zeichen (${description}). Löschen Sie das Wort, und tippen Sie es neu.`,
      },
    ]);
  });
});

describe("what only looks like something else", () => {
  it.each([
    ["a Cyrillic е", "Arb\u0435it", "U+0435, kyrillisch"],
    ["a Greek Α", "\u0391rbeit", "U+0391, griechisch"],
    ["a micro sign of Greek", "5 \u03bcm", "U+03BC, griechisch"],
    ["an ä of two characters", "Ma\u0308rz", "U+0308, Akzent als eigenes Zeichen"],
    ["a ligature", "E\ufb03zienz", "U+FB03, Ligatur"],
    ["another ligature", "P\ufb02ege", "U+FB02, Ligatur"],
    ["a full-width digit", "1\uff13", "U+FF13"],
    ["a full-width colon", "Ziel\uff1a", "U+FF1A"],
    ["a bold letter of mathematics", "\u{1d400}rbeit", "U+1D400"],
    ["a Roman numeral in one character", "SGB \u2163", "U+2163"],
    ["a digit in a circle", "\u2460", "U+2460"],
    ["a letter like a stroke", "a\u01c0b", "U+01C0"],
    ["an apostrophe that is a letter", "it\u02bcs", "U+02BC"],
    ["a Greek question mark", "so\u037e", "U+037E"],
    ["an em space", "1\u2003310", "U+2003"],
    ["an ideographic space", "1\u3000310", "U+3000"],
    ["a leader of one dot", "bzw\u2024", "U+2024"],
  ])("is found: %s", (_, text, description) => {
    expect(unusualCharacters(text)).toEqual([
      {
        code: "character-lookalike",
        message: expect.stringMatching(
          /^In „.+“ steht ein Zeichen \(.+\), das nur so aussieht wie ein gewöhnliches\. Löschen Sie das Wort, und tippen Sie es neu\.$/,
        ),
      },
    ]);
    expect(unusualCharacters(text)[0]?.message).toContain(`(${description})`);
  });
});

describe("the place that is named", () => {
  const placeIn = (text: string) => unusualCharacters(text)[0]?.message.match(/^(.*?) steht/)?.[1];

  it.each([
    ["the word around the character", "Der Arbeits\u200bmarkt hier", "In „Arbeitsmarkt“"],
    ["the word before it", "Der Arbeitsmarkt\u200b", "In „Arbeitsmarkt“"],
    ["the words beside it", "Der \u200b Markt", "In „Der Markt“"],
    ["the words beside a blank", "Der\u2003Markt", "In „Der Markt“"],
    ["nothing, where there is nothing else", "\u200b", "Hier"],
    [
      "twenty characters to both sides",
      `${"a".repeat(99)}\u200b${"b".repeat(99)}`,
      `In „${"a".repeat(20)}${"b".repeat(20)}“`,
    ],
    [
      "whole characters",
      `${"🙂".repeat(40)}\u200b${"🙂".repeat(40)}`,
      `In „${"🙂".repeat(20)}${"🙂".repeat(20)}“`,
    ],
  ])("is %s", (_, text, place) => {
    expect(placeIn(text)).toBe(place);
  });
});

it("names the first character of each kind in a text", () => {
  expect(unusualCharacters("a\u200bb\u200cc\u0435d\u0430e").map(({ code }) => code)).toEqual([
    "character-invisible",
    "character-lookalike",
  ]);
});

it("tells that a character was lost", () => {
  expect(unusualCharacters("Ma\ufffdnahme")).toEqual([
    {
      code: "file-encoding",
      message:
        "In „Ma\ufffdnahme“ steht das Ersatzzeichen \ufffd: Hier ging ein Zeichen verloren. Tippen Sie es nach dem Original.",
    },
  ]);
});

describe("checkCharacters", () => {
  const report = (source: string) =>
    checkCharacters(source, "a.mdx").map(({ code, line, field }) => `${line} ${code} ${field}`);

  it.each(["", "a\n", "eins\nzwei\n", "ohne Zeilenende"])("finds nothing in %j", (source) => {
    expect(report(source)).toEqual([]);
  });

  it("names each line that has such a character", () => {
    expect(report("a\nb\u200b\nc\nd\u200b\u0435\n")).toEqual([
      "2 character-invisible Zeichen",
      "4 character-invisible Zeichen",
      "4 character-lookalike Zeichen",
    ]);
  });

  it.each([
    ["CRLF", "a\r\nb\r\n", 1],
    ["CRLF in one line", "a\nb\r\nc\n", 2],
    ["CR", "a\rb\rc", 1],
    ["CR in one line", "a\nb\nc\rd", 3],
  ])("names the first line that ends with %s, and only that", (_, source, line) => {
    expect(report(source)).toEqual([`${line} file-line-ends Zeichen`]);
  });

  it("names a byte order mark as what it is, and what else is wrong in that line", () => {
    expect(report("\ufeffa\n")).toEqual(["1 file-encoding Zeichen"]);
    expect(report("\ufeffa\ufeff\n")).toEqual([
      "1 file-encoding Zeichen",
      "1 character-invisible Zeichen",
    ]);
  });
});

it("leaves out what was told of a line before, and only what is about characters", () => {
  const problem = (code: Problem["code"], line: number, field: string): Problem => ({
    code,
    file: "a.mdx",
    line,
    field,
    message: "",
  });
  const told = [
    problem("character-invisible", 1, "Zeichen"),
    problem("character-invisible", 2, "Zeichen"),
    problem("content-markup", 1, "Wortlaut"),
    problem("content-markup", 1, "Wortlaut"),
    problem("character-lookalike", 1, "Wortlaut"),
  ];
  const repeated = problem("character-invisible", 1, "Wortlaut");
  expect(withoutRepeated([...told, repeated])).toEqual(told);
  expect(withoutRepeated([repeated, { ...repeated, file: "b.mdx" }])).toHaveLength(2);
});
