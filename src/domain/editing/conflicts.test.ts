import { expect, it } from "vitest";
import { describeConflict, findConflicts } from "./conflicts.ts";

const base = `---
district: wetteraukreis
amount: 1310490
signatures:
  - party: state
    name: Heike Hofmann
source:
  file: originals/2025/wetteraukreis.txt
---

## Präambel

Erfolgreiche Arbeitsmarktpolitik bindet alle ein.

## § 1 Grundsätze

Dies ist verbindlich.
`;
const withAmount = (amount: string) => base.replace("amount: 1310490", `amount: ${amount}`);

it("names a field that both sides changed, with both values", () => {
  const conflicts = findConflicts("agreements", base, withAmount("1400000"), withAmount("1500000"));
  expect(conflicts.map(describeConflict)).toEqual([
    "Fördersumme (veröffentlicht 1.400.000\u00a0€, im Entwurf 1.500.000\u00a0€)",
  ]);
});

it("names lists and sections without their content", () => {
  const edit = (name: string, word: string) =>
    base.replace("Heike Hofmann", name).replace("Erfolgreiche", word);
  expect(
    findConflicts("agreements", base, edit("A", "Gute"), edit("B", "Starke")).map(describeConflict),
  ).toEqual(["Unterschriften", "Präambel"]);
});

it("does not name what only one side changed, or both in the same way", () => {
  const published = withAmount("1400000").replace("Erfolgreiche", "Gute");
  const draft = withAmount("1500000").replace("wetteraukreis.txt", "wetteraukreis.pdf");
  expect(findConflicts("agreements", base, published, draft).map(({ field }) => field)).toEqual([
    "Fördersumme",
  ]);
  expect(findConflicts("agreements", base, published, published)).toEqual([]);
});

it.each([
  ["was removed there", undefined, base],
  ["is removed here", base, undefined],
])("names no field where the file %s", (_, published, draft) => {
  expect(findConflicts("agreements", base, published, draft)).toEqual([]);
});

it("names the label of a register's field, and its name where it has none", () => {
  const seat = (town: string) => `ags: "06611"\nseat: ${town}\nfarbe: ${town}\n`;
  const conflicts = findConflicts("districts", seat("Kassel"), seat("Calden"), seat("Baunatal"));
  expect(conflicts.map(({ field }) => field)).toEqual(["Sitz", "farbe"]);
});

it("takes fields that cannot be read as one part", () => {
  expect(findConflicts("measures", "a: 1", "a: [", "a: {")).toEqual([{ field: "Kopf der Datei" }]);
});
