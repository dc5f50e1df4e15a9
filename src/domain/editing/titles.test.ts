import { expect, it } from "vitest";
import { type EntryAddress, entryOf } from "./entries.ts";
import { entryTitle, readName } from "./titles.ts";

it.each([
  ["agreements-2025", "wetteraukreis", "Wetteraukreis", "Wetteraukreis 2025"],
  ["agreements-2025", "wetteraukreis", undefined, "wetteraukreis 2025"],
  ["districts", "hanau", "Hanau", "Kommune „Hanau“"],
  ["measures", "ausbildung", "Ausbildung", "Maßnahmenart „Ausbildung“"],
  ["years", "2026", undefined, "Programmjahr 2026"],
  ["pages", "impressum", "Impressum", "Seite „Impressum“"],
])("calls %s/%s with the name %s %s", (collection, slug, name, title) => {
  expect(entryTitle(entryOf(collection, slug) as EntryAddress, name)).toBe(title);
});

it.each([
  ["name: Wetteraukreis\n", "Wetteraukreis"],
  ["ags: '1'\r\nname: \"Kassel, documenta-Stadt\"\r\n", "Kassel, documenta-Stadt"],
  ["---\ntitle: Leichte Sprache\n---\n", "Leichte Sprache"],
  ["titel: x", undefined],
  ["name: 'a' und 'b'", undefined],
  [`name: ${"a".repeat(101)}`, undefined],
  ["", undefined],
])("reads the name in %j: %s", (source, name) => {
  expect(readName(source)).toBe(name);
});

it("reads texts that are made to keep it busy", () => {
  expect(readName(`name:${" ".repeat(1_000_000)}""x`)).toBeUndefined();
});
