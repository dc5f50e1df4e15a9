import { expect, it } from "vitest";
import { formatPerson, readPerson } from "./person.ts";

it("reads and writes name and address", () => {
  const person = { name: "Erika Muster-Öz", email: "erika@example.org" };
  expect(readPerson(" Erika Muster-Öz  <erika@example.org> ")).toEqual(person);
  expect(formatPerson(person)).toBe("Erika Muster-Öz <erika@example.org>");
});

it.each([
  "",
  "Erika Muster",
  "erika@example.org",
  "<erika@example.org>",
  "  <erika@example.org>",
  "Erika <erika>",
  "Erika <erika@example.org> x",
  ". <erika@example.org>",
  "Eri<ka <erika@example.org>",
  "Erika\nStatus: Freigegeben <erika@example.org>",
])("does not take „%s“ for a person", (text) => {
  expect(readPerson(text)).toBeUndefined();
});
