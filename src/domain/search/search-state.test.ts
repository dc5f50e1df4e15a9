import { describe, expect, it } from "vitest";
import { isEmptySearch, readSearchState, toIndexQuery, writeSearchState } from "./search-state.ts";

const none = { jahr: [], kommune: [], massnahme: [] };

describe("the address of a search", () => {
  it.each([
    ["", { query: "", chosen: none, sorting: "relevanz" }],
    ["?q=Teilzeit", { query: "Teilzeit", chosen: none, sorting: "relevanz" }],
    [
      "?q=%C2%A7+5+%26+BaE&jahr=2024&jahr=2025&kommune=kassel&sortierung=betrag",
      {
        query: "§ 5 & BaE",
        chosen: { jahr: ["2024", "2025"], kommune: ["kassel"], massnahme: [] },
        sorting: "betrag",
      },
    ],
  ] as const)("%s is read and written the same way", (address, state) => {
    expect(readSearchState(address)).toEqual(state);
    expect(writeSearchState(state)).toBe(address);
  });

  it("leaves out what it does not understand", () => {
    expect(readSearchState("?q=+a+&sortierung=zufall&farbe=rot")).toEqual({
      query: "a",
      chosen: none,
      sorting: "relevanz",
    });
  });
});

it.each([
  ["", none, true],
  ["a", none, false],
  ["", { ...none, jahr: ["2025"] }, false],
])("knows whether there is anything to search for: „%s“, %j", (query, chosen, expected) => {
  expect(isEmptySearch({ query, chosen, sorting: "betrag" })).toBe(expected);
});

it.each([
  ["§ 5", "§5"],
  ["§5 Ziele", "§5 Ziele"],
  ["Paragraf 5 und paragraph 12", "§5 und §12"],
  ["Paragrafen", "Paragrafen"],
  ["Teilzeit 2025", "Teilzeit 2025"],
])("asks the index for „%s“ as „%s“", (query, expected) => {
  expect(toIndexQuery(query)).toBe(expected);
});
