import { expect, it } from "vitest";
import { closestMeasure } from "./closest-measure.ts";

const measures = [
  ["ausbildungsvorbereitung", "Ausbildungsvorbereitung"],
  ["ausbildung", "Ausbildung und Ausbildungscoaching in anerkannten Ausbildungsberufen"],
  ["qualifizierung", "Qualifizierungsprojekte zur Arbeitsmarktintegration, Fachkräftesicherung"],
].map(([slug = "", title = ""], index) => ({ slug, title, shortTitle: title, order: index + 1 }));

it.each([
  ["1. Ausbildungsvorbereitung", "ausbildungsvorbereitung"],
  ["2. Ausbildung und Ausbildungskoaching in anerkannten Ausbildungsberufen", "ausbildung"],
  ["Ausbildung und Ausbildungscoaching in anerkannten Ausbildungsbereufen", "ausbildung"],
  // Kassel 2024 numbers its third measure „1.“.
  ["1. Qualifizierungsprojekte zur Arbeitsmarktintegration, Fachkräftesicherung", "qualifizierung"],
  ["Ziele des Landes", undefined],
  ["", undefined],
])("reads „%s“ as %s", (heading, slug) => {
  expect(closestMeasure(heading, measures)?.slug).toBe(slug);
});
