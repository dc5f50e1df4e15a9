import { expect, it } from "vitest";
import { sampleParties } from "#domain/agreement/sample-parties.ts";
import { checkDistrict } from "./check-district.ts";

const { district } = sampleParties;
const city = {
  ...district,
  ags: "06611",
  kind: "kreisfreie-stadt",
  regierungsbezirk: "Kassel",
  agreementName: {
    text: "documenta Stadt Kassel",
    nominative: "die documenta Stadt Kassel",
    genitive: "der documenta Stadt Kassel",
    dative: "der documenta Stadt Kassel",
    accusative: "die documenta Stadt Kassel",
  },
} as const;

it.each([
  ["a Landkreis", district],
  ["a Stadt", city],
])("finds nothing wrong with %s", (_, given) => {
  expect(checkDistrict(given)).toEqual([]);
});

it.each([
  ["a key of another Regierungsbezirk", { ags: "06640" }, "Amtlicher Gemeindeschlüssel"],
  ["a key of a Stadt", { ags: "06411" }, "Art"],
  [
    "a name that is another",
    { agreementName: { ...district.agreementName, text: "Landkreis Fulda" } },
    "Name in Vereinbarungen",
  ],
  ["an end before its beginning", { validFrom: "2026-01-01", validTo: "2025-12-31" }, "Gültig bis"],
])("finds %s", (_, change, field) => {
  const fields = checkDistrict({ ...district, ...change }).map((problem) => problem.field);
  expect(new Set(fields)).toEqual(new Set([field]));
});
