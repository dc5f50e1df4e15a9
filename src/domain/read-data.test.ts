import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fieldLabel, readData } from "./read-data.ts";

const schema = z.strictObject({
  year: z.int({ error: "Schreiben Sie ein Jahr, z. B. 2025." }).meta({ title: "Programmjahr" }),
  projects: z
    .array(
      z.strictObject({
        title: z.string({ error: "Schreiben Sie einen Titel." }).meta({ title: "Titel" }),
        cost: z.int({ error: "Schreiben Sie eine Zahl." }).optional(),
      }),
    )
    .optional()
    .meta({ title: "Projekte" }),
});

function report(yaml: string, lineOffset = 0) {
  return readData(yaml, schema, { file: "a.yaml", lineOffset }).problems.map(
    ({ line, code, field, message }) => `${line} ${code} ${field}: ${message}`,
  );
}

describe("readData", () => {
  it("gives what it read where there is no problem", () => {
    const yaml = "year: 2025 # das Programmjahr\nprojects:\n  - title: 'A: B'\n";
    expect(readData(yaml, schema, { file: "a.yaml", lineOffset: 0 })).toMatchObject({
      data: { year: 2025, projects: [{ title: "A: B" }] },
      problems: [],
    });
  });

  it("refuses references to other values, each with its line", () => {
    expect(report("year: &y 2025\nprojects: *y\n", 1)).toEqual([
      expect.stringMatching(
        /^3 frontmatter-syntax Kopf der Datei: Die Zeile lässt sich nicht lesen/,
      ),
    ]);
  });

  it.each([
    [
      "a missing field",
      "projects: []",
      "1 field-value Programmjahr: Das Feld fehlt. Schreiben Sie ein Jahr, z. B. 2025.",
    ],
    [
      "an empty field",
      "\nyear:",
      "2 field-value Programmjahr: Das Feld ist leer. Schreiben Sie ein Jahr, z. B. 2025.",
    ],
    [
      "a word for a number",
      "year: bald",
      "1 field-value Programmjahr: Hier steht „bald“. Schreiben Sie ein Jahr, z. B. 2025.",
    ],
    [
      "a list for a number",
      "year: [2025]",
      "1 field-value Programmjahr: Schreiben Sie ein Jahr, z. B. 2025.",
    ],
    [
      "a field of the second item",
      "year: 2025\nprojects:\n  - title: A\n  - title: 5\n",
      "4 field-value Projekte 2 · Titel: Hier steht „5“. Schreiben Sie einen Titel.",
    ],
    [
      "a missing field at its item",
      "year: 2025\nprojects:\n  - title: A\n  - cost: 5\n",
      "4 field-value Projekte 2 · Titel: Das Feld fehlt. Schreiben Sie einen Titel.",
    ],
    [
      "a field without a label by its name",
      "year: 2025\nprojects:\n  - title: A\n    cost: x\n",
      "4 field-value Projekte 1 · cost: Hier steht „x“. Schreiben Sie eine Zahl.",
    ],
    [
      "an unknown field",
      "year: 2025\njahr: 2025",
      "2 field-unknown Kopf der Datei: Das Feld „jahr“ ist nicht vorgesehen. Entfernen Sie es oder berichtigen Sie seinen Namen.",
    ],
    [
      "an unknown field of an item",
      "year: 2025\nprojects:\n  - title: A\n    preis: 5\n",
      "4 field-unknown Projekte 1: Das Feld „preis“ ist nicht vorgesehen. Entfernen Sie es oder berichtigen Sie seinen Namen.",
    ],
  ])("reports %s", (_, yaml, expected) => {
    expect(report(yaml)).toEqual([expected]);
  });

  it.each([
    [
      "a text",
      z.string(),
      "5",
      "Hier steht „5“. Schreiben Sie einen Text; Ziffern allein stehen in Anführungszeichen.",
    ],
    ["a number", z.int(), "bald", "Hier steht „bald“. Schreiben Sie eine Zahl, nur mit Ziffern."],
    ["a choice", z.enum(["a", "b"]), "c", "Hier steht „c“. Schreiben Sie a oder b."],
    [
      "a text that is not empty",
      z.string().min(1),
      '""',
      "Das Feld ist leer. Füllen Sie das Feld aus.",
    ],
    [
      "a group of fields",
      z.object({}),
      "5",
      "Hier steht „5“. Sehen Sie nach, wie das Feld in einer anderen Datei des Ordners aussieht.",
    ],
  ])(
    "gives advice in German on %s for which the schema has no words",
    (_, value, typed, message) => {
      const { problems } = readData(`feld: ${typed}`, z.strictObject({ feld: value }), {
        file: "a.yaml",
        lineOffset: 0,
      });
      expect(problems).toMatchObject([{ line: 1, field: "feld", message }]);
    },
  );

  it.each([
    ["a colon in a text without quotes", "year: 2025\nprojects:\n  - title: A: B", 3],
    ["a field given twice", "year: 2025\nyear: 2024", 2],
    ["a tab as indentation", "projects:\n\t- title: A", 2],
    ["a second document", "year: 2025\n---\nyear: 2024", 2],
  ])("cannot read %s and says how to write it", (_, yaml, line) => {
    const problems = report(yaml);
    expect(problems[0]).toBe(
      `${line} frontmatter-syntax Kopf der Datei: Die Zeile lässt sich nicht lesen. Schreiben Sie jedes Feld einmal als name: Wert, Listen mit - und gleicher Einrückung, Text mit Doppelpunkt in Anführungszeichen.`,
    );
  });

  it("counts lines in the file, not in the YAML", () => {
    expect(report("year: bald", 1)[0]).toMatch(/^2 /);
    expect(report("year: 'bald", 1)[0]).toMatch(/^2 /);
  });

  it("reports all problems at once", () => {
    expect(report("year: bald\nprojects:\n  - cost: x\n")).toHaveLength(3);
  });
});

describe("typed", () => {
  it.each([
    [["amount"], [["1.310.490", 2]]],
    [
      ["budgets", "*", "amount"],
      [
        ["1e6", 4],
        ['"5"', 6],
      ],
    ],
    [["missing"], []],
    [["amount", "deeper"], []],
  ])("gives %j as it was typed", (path, expected) => {
    const yaml =
      'amount: 1.310.490 # Euro\nbudgets:\n  - amount: 1e6\n    name: A\n  - amount: "5"\n    name: B\n';
    const { typed: read } = readData(yaml, z.unknown(), { file: "a.yaml", lineOffset: 1 });
    expect(read(...path).map(({ typed, line }) => [typed, line])).toEqual(expected);
  });
});

describe("fieldLabel", () => {
  it.each([
    [["year"], "Programmjahr"],
    [["projects"], "Projekte"],
    [["projects", 1], "Projekte 2"],
    [["projects", 1, "title"], "Projekte 2 · Titel"],
    [["projects", 0, "cost"], "Projekte 1 · cost"],
    [[0], "Eintrag 1"],
    [[], ""],
  ])("names %j as the editor sees it: %s", (path, expected) => {
    expect(fieldLabel(schema, path)).toBe(expected);
  });
});
