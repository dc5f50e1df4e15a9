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
    const message =
      "frontmatter-syntax Kopf der Datei: Der Wert beginnt mit einem Zeichen, das in YAML eine besondere Bedeutung hat (&, * oder !). Setzen Sie den Text in Anführungszeichen.";
    expect(report("year: &y 2025\nprojects: *y\n", 1)).toEqual([`2 ${message}`, `3 ${message}`]);
    expect(report("year: !!int 2025")).toEqual([`1 ${message}`]);
    expect(report("year: 2025\nprojects:\n  - title: *wichtig* neu")).toEqual([`3 ${message}`]);
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
      "1 field-value Programmjahr: Hier steht eine Liste. Schreiben Sie ein Jahr, z. B. 2025.",
    ],
    [
      "a group for a number",
      "year: {jahr: 2025}",
      "1 field-value Programmjahr: Hier stehen mehrere Angaben. Schreiben Sie ein Jahr, z. B. 2025.",
    ],
    [
      "a field given twice",
      "year: 2025\nyear: 2024",
      "2 field-doubled Kopf der Datei: Das Feld „year“ steht schon weiter oben. Lassen Sie es einmal stehen.",
    ],
    [
      "a field of the second item",
      "year: 2025\nprojects:\n  - title: A\n  - title: 5\n",
      "4 field-value Projekte 2 · Titel: Die Zahl 5 steht ohne Anführungszeichen. Schreiben Sie einen Titel.",
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
      "Die Zahl 5 steht ohne Anführungszeichen. Schreiben Sie einen Text; Ziffern allein stehen in Anführungszeichen.",
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
    ["a tab as indentation", "projects:\n\t- title: A", 2],
    ["a second document", "year: 2025\n---\nyear: 2024", 2],
    ["the first of two texts that begin with @", "year: @a\nprojects: @b", 1],
  ])("cannot read %s and says how to write it", (_, yaml, line) => {
    expect(report(yaml)).toEqual([
      `${line} frontmatter-syntax Kopf der Datei: Die Zeile lässt sich nicht lesen. Schreiben Sie jedes Feld einmal als name: Wert, Listen mit - und gleicher Einrückung, Text mit Doppelpunkt in Anführungszeichen.`,
    ]);
  });

  it.each([
    ["0x7e9", 2025],
    ["0o3751", 2025],
    ["2025.0", 2025],
    ["2.025e3", 2025],
    ["02025", 2025],
    ["+2025", 2025],
  ])("refuses %s for a year, which YAML would read as %d", (typed, value) => {
    expect(report(`year: ${typed}`)).toEqual([
      `1 field-value Programmjahr: YAML liest „${typed}“ als ${value}. Schreiben Sie die Zahl, die gemeint ist, nur mit Ziffern und ohne 0 am Anfang.`,
    ]);
  });

  it.each(["2025", "0", "-5"])("reads %s as the number it is", (typed) => {
    expect(report(`year: ${typed}`)).toEqual([]);
  });

  it("lets the schema speak first on a value that is no text", () => {
    const ags = z.strictObject({ ags: z.string({ error: "Schreiben Sie fünf Ziffern." }) });
    expect(readData("ags: 06440", ags, { file: "a.yaml", lineOffset: 0 }).problems).toMatchObject([
      { message: "Die Zahl 6440 steht ohne Anführungszeichen. Schreiben Sie fünf Ziffern." },
    ]);
  });

  it.each([
    ["A #B", "A"],
    ["A # B", "A"],
    ["A\t#B", "A"],
  ])("refuses the text %j, of which YAML would read only %s", (typed, read) => {
    expect(report(`year: 2025\nprojects:\n  - title: ${typed}\n`)).toEqual([
      `3 field-value Projekte 1 · Titel: YAML liest nur „${read}“; was nach # steht, fehlt. Setzen Sie den Text in Anführungszeichen.`,
    ]);
  });

  it.each(["'A #B'", "A#B", "'A' # B", "A\n# B", "A\n\n    # B", "|-\n      A #B"])(
    "reads the text %j as a whole",
    (typed) => {
      expect(report(`year: 2025\nprojects:\n  - title: ${typed}\n`)).toEqual([]);
    },
  );

  it("says of a field's name that it is not provided for, however it is written", () => {
    expect(report("year: 2025\n0x10: 1")).toEqual([expect.stringContaining("„16“ ist nicht vor")]);
    expect(report('year: 2025\n"a\\u200b": 1')).toEqual([
      expect.stringMatching(/^2 field-unknown /),
    ]);
  });

  it("quotes no more of a value than a line can hold", () => {
    expect(report(`year: ${"x".repeat(100)}`)).toEqual([
      `1 field-value Programmjahr: Hier steht „${"x".repeat(100)}“. Schreiben Sie ein Jahr, z. B. 2025.`,
    ]);
    expect(report(`year: ${"x".repeat(101)}`)).toEqual([
      `1 field-value Programmjahr: Hier steht „${"x".repeat(100)} …“. Schreiben Sie ein Jahr, z. B. 2025.`,
    ]);
    expect(report('year: "a\\nb"')).toEqual([
      "1 field-value Programmjahr: Hier steht „a b“. Schreiben Sie ein Jahr, z. B. 2025.",
    ]);
  });

  it.each([
    ["a mark of direction", '"A\\u202eB"', "character-invisible", "U+202E"],
    ["a character without width", '"A\\u200bB"', "character-invisible", "U+200B"],
    ["a bell", '"A\\x07B"', "character-invisible", "U+0007"],
    ["a Cyrillic letter", '"A\\u0435B"', "character-lookalike", "U+0435"],
    ["an ä of two characters", '"Aa\\u0308B"', "character-lookalike", "U+0308"],
  ])("finds %s behind an escape", (_, typed, code, point) => {
    const yaml = `year: 2025\nprojects:\n  - title: ${typed}\n`;
    expect(readData(yaml, schema, { file: "a.yaml", lineOffset: 0 }).problems).toEqual([
      {
        code,
        file: "a.yaml",
        line: 3,
        field: "Projekte 1 · Titel",
        message: expect.stringContaining(`(${point}`),
      },
    ]);
  });

  it("lets a field be verbatim what another text has, soft hyphens and ligatures included", () => {
    const verbatim = z.array(z.strictObject({ found: z.string().meta({ verbatim: true }) }));
    const options = { file: "a.yaml", lineOffset: 0 };
    const yaml = '- found: "Arbeits\\u00admarkt"\n- found: Eﬃzienz\n';
    expect(readData(yaml, verbatim, options)).toMatchObject({
      data: [{ found: "Arbeits\u00admarkt" }, { found: "Eﬃzienz" }],
      problems: [],
    });
  });

  it("writes nothing to the terminal, whatever the YAML", async () => {
    const warnings: Error[] = [];
    const listen = (warning: Error) => warnings.push(warning);
    process.on("warning", listen);
    expect(report("? [a]\n: b\nyear: 2025")).toHaveLength(1);
    await new Promise((resolve) => setImmediate(resolve));
    process.off("warning", listen);
    expect(warnings).toEqual([]);
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
    [["constructor"], "constructor"],
    [["projects", 0, "__proto__"], "Projekte 1 · __proto__"],
    [[0], "Eintrag 1"],
    [[], ""],
  ])("names %j as the editor sees it: %s", (path, expected) => {
    expect(fieldLabel(schema, path)).toBe(expected);
  });
});
