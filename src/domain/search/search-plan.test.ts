import { describe, expect, it } from "vitest";
import { planSearch, queryUnits, type YearFinds } from "./search-plan.ts";

it.each([
  ["", []],
  ["Teilzeit", ["Teilzeit"]],
  ["  Teilzeit   Kassel ", ["Teilzeit", "Kassel"]],
  ['"regionalen Akteure" Kassel', ['"regionalen Akteure"', "Kassel"]],
  ["§5 & – !", ["§5"]],
])("reads „%s“ as the units %j", (query, units) => {
  expect(queryUnits(query)).toEqual(units);
});

const find = (year: string, rest: readonly string[], own: YearFinds["own"]): YearFinds => ({
  year,
  rest,
  own,
});

describe("planSearch", () => {
  it("asks the agreements alone for a word that no common wording has", () => {
    const finds = [find("2025", ["Camps"], "exact"), find("2024", ["Camps"], "similar")];
    expect(planSearch(["Camps"], finds)).toEqual({
      isSimilar: false,
      common: [],
      own: [{ query: "Camps", years: ["2025"] }],
      all: [{ query: "Camps", years: ["2025"] }],
    });
  });

  it("counts every agreement of a year whose common wording has all words, and each once", () => {
    const finds = [find("2025", [], "exact"), find("2024", ["Teilzeit"], "exact")];
    expect(planSearch(["Teilzeit"], finds)).toEqual({
      isSimilar: false,
      common: ["2025"],
      own: [{ query: "Teilzeit", years: ["2025", "2024"] }],
      all: [
        { query: null, years: ["2025"] },
        { query: "Teilzeit", years: ["2024"] },
      ],
    });
  });

  it("asks the agreements for what is left where some words are common", () => {
    const finds = [
      find("2025", ["Camps"], "exact"),
      find("2024", ["Teilzeit", "Camps"], "exact"),
      find("2023", ["Camps"], "exact"),
    ];
    expect(planSearch(["Teilzeit", "Camps"], finds).own).toEqual([
      { query: "Camps", years: ["2025", "2023"] },
      { query: "Teilzeit Camps", years: ["2024"] },
    ]);
  });

  it.each([
    ["words themselves in another year", find("2024", ["Camps"], "exact"), ["2024"], false],
    ["words common to another year", find("2024", [], "similar"), [], false],
    ["similar words elsewhere", find("2024", ["Camps"], "similar"), ["2025", "2024"], true],
  ])("takes similar words only where there is nothing better: %s", (_, other, years, isSimilar) => {
    const plan = planSearch(["Camps"], [find("2025", ["Camps"], "similar"), other]);
    expect(plan.own.flatMap((lookup) => lookup.years)).toEqual(years);
    expect(plan.isSimilar).toBe(isSimilar);
  });

  it("finds all agreements where nothing is asked for", () => {
    const all = [{ query: null, years: ["2025", "2024"] }];
    expect(planSearch([], [find("2025", [], "similar"), find("2024", [], "similar")])).toEqual({
      isSimilar: false,
      common: [],
      own: all,
      all,
    });
  });
});
