import { describe, expect, it } from "vitest";
import { linesOfFacts, readFacts } from "./frontmatter.ts";

const file = "src/content/agreements/2025/wetteraukreis.mdx";
const yaml = `district: wetteraukreis
year: 2025
amount: 1310490
projects:
  - measure: ausbildung
    title: Wetterauer Zukunftscamps
signatures:
  - party: state
    name: Heike Hofmann
    role: Staatsministerin
    place: Wiesbaden
source:
  file: originals/2025/wetteraukreis.txt
  sha256: ${"a".repeat(64)}
`;
const asDigits =
  "besteht nicht nur aus Ziffern. Schreiben Sie den Betrag in ganzen Euro, z. B. 1310490.";

function read(found: string, replacement: string) {
  return readFacts(
    yaml.replace(found, () => replacement),
    file,
  );
}

describe("the amount as it is typed", () => {
  it.each([
    ["1.310.490", "enthält Punkte. Schreiben Sie 1310490."],
    // To YAML this is the number 120.
    ["120.000", "enthält Punkte. Schreiben Sie 120000."],
    ["1e6", asDigits],
    ["0x10", asDigits],
    ["0o17", asDigits],
    ["1310490.50", asDigits],
    ["1310490.0", asDigits],
    ["1.310.490,00", asDigits],
    ["1.31.490", asDigits],
    ['"1310490"', asDigits],
    ["1_310_490", asDigits],
    ["1 310 490", asDigits],
    ["01310490", "beginnt mit 0. Schreiben Sie den Betrag ohne diese Ziffer."],
    ["1310490 €", asDigits],
    ["+5", asDigits],
    ["-5", asDigits],
    [".inf", asDigits],
    ["~", asDigits],
  ])("refuses %s with its line and what to write", (typed, advice) => {
    const { facts, problems } = read("1310490", typed);
    expect(facts).toBeUndefined();
    expect(problems).toEqual([
      {
        code: "amount-not-digits",
        file,
        line: 4,
        field: "Fördersumme",
        message: `„${typed}“ ${advice}`,
      },
    ]);
  });

  it.each([
    ["", "Das Feld ist leer. Schreiben Sie den Betrag in ganzen Euro, z. B. 1310490."],
    ["[1310490]", "Hier steht eine Liste. Schreiben Sie den Betrag in ganzen Euro, z. B. 1310490."],
    ["0", "Hier steht „0“. Schreiben Sie einen Betrag über 0, z. B. 1310490."],
    [
      "1000000000",
      "Hier steht „1000000000“. Der Betrag hat zu viele Stellen. Vergleichen Sie ihn mit dem Original.",
    ],
    [
      "9007199254740993",
      "Hier steht „9007199254740992“. Der Betrag hat zu viele Stellen. Vergleichen Sie ihn mit dem Original.",
    ],
  ])("asks for whole euros where it is „%s“", (typed, message) => {
    const { problems } = read("1310490", typed);
    expect(problems).toEqual([
      { code: "field-value", file, line: 4, field: "Fördersumme", message },
    ]);
  });

  it("asks for it where it is missing", () => {
    expect(read("amount: 1310490\n", "").problems).toMatchObject([
      { code: "field-value", field: "Fördersumme", line: 1 },
    ]);
  });

  it.each(["1", "999999999", "1310490", "1310490 # laut § 4"])("accepts %s", (typed) => {
    expect(read("1310490", typed).facts?.amount).toBe(Number.parseInt(typed, 10));
  });
});

describe("budgets", () => {
  const budgets = "year: 2025\nbudgets:\n  - name: Ausbildungsbudget\n    amount: ";

  it("are read where an agreement has them", () => {
    expect(read("year: 2025", `${budgets}800000`).facts?.budgets).toEqual([
      { name: "Ausbildungsbudget", amount: 800000 },
    ]);
  });

  it("have amounts of plain digits, too", () => {
    expect(read("year: 2025", `${budgets}800.000`).problems).toEqual([
      {
        code: "amount-not-digits",
        file,
        line: 6,
        field: "Budgets · Betrag",
        message: "„800.000“ enthält Punkte. Schreiben Sie 800000.",
      },
    ]);
  });
});

describe("the other facts", () => {
  it.each([
    [
      "a district that is no slug",
      "district: wetteraukreis",
      "district: Wetteraukreis",
      2,
      "Gebietskörperschaft",
    ],
    ["a year before the first one", "year: 2025", "year: 2013", 3, "Programmjahr"],
    ["a year far ahead", "year: 2025", "year: 20255", 3, "Programmjahr"],
    ["a year in words", "year: 2025", "year: zweitausend", 3, "Programmjahr"],
    [
      "a title of blanks",
      "title: Wetterauer Zukunftscamps",
      'title: "  "',
      7,
      "Projekte 1 · Titel",
    ],
    [
      "a title of two lines, which would begin a text of its own in text.md",
      "title: Wetterauer Zukunftscamps",
      'title: "Camps\\n\\n# Neu"',
      7,
      "Projekte 1 · Titel",
    ],
    [
      "a title that YAML cuts off",
      "title: Wetterauer Zukunftscamps",
      "title: Camps #Zukunft",
      7,
      "Projekte 1 · Titel",
    ],
    ["a year in hexadecimals", "year: 2025", "year: 0x7e9", 3, "Programmjahr"],
    ["a year with a fraction of nothing", "year: 2025", "year: 2025.0", 3, "Programmjahr"],
    ["a party that does not exist", "party: state", "party: bund", 9, "Unterschriften 1 · Seite"],
    [
      "a German date",
      "place: Wiesbaden",
      "place: W\n    date: 2.8.2025",
      13,
      "Unterschriften 1 · Datum",
    ],
    ["a checksum that is too short", "a".repeat(64), "a".repeat(63), 15, "Original · Prüfsumme"],
    ["an original in another folder", "originals/2025/w", "originals/../w", 14, "Original · Datei"],
  ])("refuse %s", (_, found, replacement, line, field) => {
    expect(read(found, replacement).problems).toMatchObject([{ code: "field-value", line, field }]);
  });

  it.each(["name: Jan Šimůnek", "name: Özgür Yıldız-Ștefănescu", 'name: "[…]r. Sven Sc[…]oeller"'])(
    "may be written as %s",
    (name) => {
      expect(read("name: Heike Hofmann", name).problems).toEqual([]);
    },
  );

  it("leave the date of a signature out where it is illegible", () => {
    expect(readFacts(yaml, file).facts?.signatures[0]).not.toHaveProperty("date");
  });

  it("need at least one project and one signature", () => {
    const none = yaml
      .replace(/projects:[\s\S]*(?=signatures:)/, "projects: []\n")
      .replace(/signatures:[\s\S]*(?=source:)/, "signatures: []\n");
    expect(readFacts(none, file).problems.map(({ message }) => message)).toEqual([
      "Die Liste ist leer. Nennen Sie mindestens ein Projekt.",
      "Die Liste ist leer. Nennen Sie mindestens eine Unterschrift.",
    ]);
  });
});

describe("linesOfFacts", () => {
  const lineOf = linesOfFacts(`---\n${yaml}---\n\n## Präambel\n`);

  it.each([
    [["year"], 3],
    [["projects", 0, "title"], 7],
    [["source", "sha256"], 15],
    [["signatures", 0, "date"], 9],
    [["budgets"], 1],
    [[], 1],
  ])(
    "gives for %j line %d of the file: that of what is around it where it is missing",
    (path, line) => {
      expect(lineOf(...path)).toBe(line);
    },
  );

  it("gives the first line of a file without frontmatter", () => {
    expect(linesOfFacts("## Präambel\n")("year")).toBe(1);
  });

  it("reads the frontmatter once, however many lines are asked for", () => {
    const projects = "  - measure: ausbildung\n    title: A\n".repeat(1500);
    const long = linesOfFacts(`---\n${yaml.replace("signatures:", `${projects}signatures:`)}---\n`);
    const started = performance.now();
    for (let index = 0; index < 1500; index++) long("projects", index, "title");
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
