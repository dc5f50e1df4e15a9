import { expect, it } from "vitest";
import { missingWords } from "./missing-words.ts";

it.each([
  ["Darmstat", ["dar."], ["Darmstat"]],
  ["Groß-Gerau", ["große"], ["Gerau"]],
  ["BaE", ["Baustein", "Basis"], ["BaE"]],
  ["xyzzy", [], ["xyzzy"]],
  ["Inklusion", ["inklusiv", "inklusive"], ["Inklusion"]],
  ["den", ["der"], ["den"]],
])("misses in „%s“, found as %j, the words %j", (query, marked, missing) => {
  expect(missingWords(query, marked)).toEqual(missing);
});

it.each([
  ["BaE", ["BaE-Modell"]],
  ["Projekte", ["Projekt"]],
  ["Landkreis", ["Landkreises"]],
  ["Geflüchtete", ["Geflüchtete."]],
  ["Teilzeit Ausbildung", ["Teilzeit-", "Ausbildung“"]],
  ["sprachcafe", ["Sprachcafé"]],
  ["1.310.490", ["1.310.490"]],
  ["§ 5", ["§5.", "5"]],
  ["", []],
])("misses nothing in „%s“, found as %j", (query, marked) => {
  expect(missingWords(query, marked)).toEqual([]);
});
