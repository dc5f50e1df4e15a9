import { expect, it } from "vitest";
import {
  formatBytes,
  formatCount,
  formatDate,
  formatEuros,
  formatEurosInWords,
  formatList,
} from "./format.ts";

it.each([
  [1310490, "1.310.490\u00a0€", "1.310.490 Euro"],
  [0, "0\u00a0€", "0 Euro"],
  [999, "999\u00a0€", "999 Euro"],
])("writes %d euros as a figure and as the agreements do", (amount, figure, words) => {
  expect(formatEuros(amount)).toBe(figure);
  expect(formatEurosInWords(amount)).toBe(words);
});

it.each([
  ["2025-08-02", "2. August 2025"],
  ["2024-03-31", "31. März 2024"],
  ["2024-12-01", "1. Dezember 2024"],
  ["2014-01-10", "10. Januar 2014"],
])("writes the date %s as %s", (date, expected) => {
  expect(formatDate(date)).toBe(expected);
});

it.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a und b"],
  [["a", "b", "c"], "a, b und c"],
])("lists %j as „%s“", (items, expected) => {
  expect(formatList(items)).toBe(expected);
});

it.each([
  [0, "0\u00a0Projekte"],
  [1, "1\u00a0Projekt"],
  [2, "2\u00a0Projekte"],
  [1200, "1.200\u00a0Projekte"],
])("counts %d with the right noun", (count, expected) => {
  expect(formatCount(count, "Projekt", "Projekte")).toBe(expected);
});

it.each([
  [0, "0\u00a0Byte"],
  [999, "999\u00a0Byte"],
  [1000, "1\u00a0kB"],
  [64_000, "64\u00a0kB"],
  // Never as much as a limit that it is beyond.
  [64_001, "65\u00a0kB"],
  [1_000_000, "1\u00a0MB"],
  [50_000_001, "51\u00a0MB"],
  [2_000_000_000, "2.000\u00a0MB"],
])("rounds %d bytes up to %s", (bytes, expected) => {
  expect(formatBytes(bytes)).toBe(expected);
});
