import { expect, it } from "vitest";
import { findYears } from "./search-plan.ts";
import { makeVocabulary, recordWords, VocabularyReader } from "./vocabulary.ts";

it("takes each word of records once, folded, with the signs of its sections", () => {
  const html = `<main data-title="Kassel"><h2 id="par-5" data-word="§5">§ 5 Ziele</h2><p>Ziele &amp; Café, Straße 1.310.490</p></main>`;
  expect(recordWords([html, html])).toEqual(["1.310.490", "5", "cafe", "strasse", "ziele", "§5"]);
});

const vocabulary = makeVocabulary([
  { year: "2024", own: ["kassel", "sprachcafe"], common: ["teilzeit", "projekten"] },
  { year: "2025", own: ["kassel", "zukunftscamps", "§5"], common: ["projekte"] },
]);
const reader = new VocabularyReader(vocabulary);

it("notes the years of each word, newest first", () => {
  expect(vocabulary).toEqual({
    years: ["2025", "2024"],
    own: { kassel: "3", sprachcafe: "2", zukunftscamps: "1", "§5": "1" },
    common: { projekte: "1", projekten: "2", teilzeit: "2" },
  });
});

it.each([
  ["Kassel", "own", ["2025", "2024"]],
  ["Zukunftscamp", "own", ["2025"]],
  ["Sprachcafés", "own", ["2024"]],
  ["§5", "own", ["2025"]],
  ["Projekt", "common", ["2025", "2024"]],
  ["Projekt Teilzeit", "common", ["2024"]],
  ["Xyz", "own", []],
  ["", "own", ["2025", "2024"]],
] as const)("finds „%s“ in %s passages of %j", (text, part, years) => {
  expect([...reader.yearsWith(text, part)]).toEqual(years);
});

it("says what each year has of a query", () => {
  expect(findYears(["Projekt", "Zukunftscamps"], reader)).toEqual([
    { year: "2025", rest: ["Zukunftscamps"], own: "exact" },
    { year: "2024", rest: ["Zukunftscamps"], own: "similar" },
  ]);
});
