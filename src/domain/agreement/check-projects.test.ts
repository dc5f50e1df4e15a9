import { describe, expect, it } from "vitest";
import type { Block } from "./blocks.ts";
import { checkProjects } from "./check-projects.ts";
import { readBody } from "./read-body.ts";
import { sampleMeasures, sampleParties } from "./sample-parties.ts";
import type { Project } from "./schema.ts";
import { readSections } from "./sections.ts";

const file = "src/content/agreements/2025/wetteraukreis.mdx";
const camps = { measure: "ausbildung", title: "Camps" };
const courses = { measure: "qualifizierung", title: "Kurse" };
const wording = `### 1. Ausbildung

<Projects measure="ausbildung" />

### 2. Qualifizierung

<Projects measure="qualifizierung" />
`;

function report(body: string, projects: readonly Project[], measures = [...sampleMeasures]) {
  const facts = {
    district: "wetteraukreis",
    year: 2025,
    amount: 1310490,
    projects: [...projects],
    signatures: [],
    source: { file: "originals/2025/wetteraukreis.txt", sha256: "a".repeat(64) },
  };
  return checkProjects(
    { facts, sections: readSections(blocksOf(body), file).sections },
    {
      file,
      district: sampleParties.district,
      template: undefined,
      measures,
      original: undefined,
      // Two lines of the frontmatter for each project, from line 6 on.
      lineOf: (_projects, index, key) => 6 + 2 * Number(index) + (key === "title" ? 1 : 0),
    },
  ).map(({ line, code, field, message }) => `${line} ${code} ${field}: ${message}`);
}

function blocksOf(body: string): Block[] {
  const options = { file, lineOffset: 40, slots: ["Projects"] } as const;
  return readBody(`## Präambel\n\n${body}`, options).blocks;
}

it("finds nothing wrong with projects below the heading of their Maßnahmenart", () => {
  expect(report(wording, [camps, courses])).toEqual([]);
});

it.each([
  ["in the text only", '<Projects measure="sport" />', 47],
  ["of a project", "", 8],
])("reports a Maßnahmenart %s that does not exist, once", (_, body, line) => {
  const sport = { measure: "sport", title: "Laufen" };
  const projects = line === 8 ? [camps, sport, { ...sport, title: "Turnen" }] : [camps];
  const text = `### Ausbildung\n\n<Projects measure="ausbildung" />\n\n${body}`;
  expect(report(text, projects)).toEqual([
    `${line} measure-unknown Projekte · Maßnahmenart: „sport“ steht nicht im Verzeichnis. Verwenden Sie ausbildung oder qualifizierung.`,
  ]);
});

describe("a title", () => {
  it.each(["Camps", "camps", "CAMPS"])("may not stand twice: %j", (title) => {
    expect(report(wording, [camps, courses, { ...camps, title }])).toEqual([
      `11 project-doubled Projekte 3 · Titel: „${title}“ steht schon weiter oben in derselben Maßnahmenart. Entfernen Sie einen der beiden Einträge.`,
    ]);
  });

  it("may stand in two Maßnahmenarten", () => {
    expect(report(wording, [camps, { ...courses, title: "Camps" }])).toEqual([]);
  });

  it("may differ by a number", () => {
    expect(report(wording, [camps, { ...camps, title: "Camps 2" }, courses])).toEqual([]);
  });
});

it("misses projects that the text does not show, once for their Maßnahmenart", () => {
  const projects = [camps, courses, { ...courses, title: "Mehr" }];
  expect(report('### 1. Ausbildung\n\n<Projects measure="ausbildung" />', projects)).toEqual([
    '8 projects-missing Projekte: Die Projekte der Maßnahmenart „qualifizierung“ kommen im Wortlaut nicht vor. Setzen Sie <Projects measure="qualifizierung" /> unter ihre Überschrift in § 5.',
  ]);
});

describe("a heading that names a Maßnahmenart", () => {
  it.each([
    [
      "the projects of another one",
      '### 1. Qualifizierung\n\n<Projects measure="ausbildung" />\n\n<Projects measure="qualifizierung" />',
      '45 projects-heading Projekte: Unter der Überschrift „1. Qualifizierung“ stehen die Projekte von „ausbildung“. Schreiben Sie darunter <Projects measure="qualifizierung" />.',
    ],
    [
      "a text",
      '### 2. Ausbildung\n\nText.\n\n<Projects measure="ausbildung" />\n\n### Qualifizierung\n\n<Projects measure="qualifizierung" />',
      '45 projects-heading Projekte: Unter der Überschrift „2. Ausbildung“ stehen keine Projekte. Schreiben Sie darunter <Projects measure="ausbildung" />.',
    ],
    [
      "nothing",
      '### Qualifizierung\n\n<Projects measure="qualifizierung" />\n\n<Projects measure="ausbildung" />\n\n### 2. Ausbildung',
      '49 projects-heading Projekte: Unter der Überschrift „2. Ausbildung“ stehen keine Projekte. Schreiben Sie darunter <Projects measure="ausbildung" />.',
    ],
  ])("may not be followed by %s", (_, body, expected) => {
    expect(report(body, [camps, courses])).toEqual([expected]);
  });

  it("has any number, for the originals number them wrongly", () => {
    expect(report(wording.replace("2. Qual", "1. Qual"), [camps, courses])).toEqual([]);
  });

  it("is looked for only where projects stand", () => {
    const body = "### Ausbildung\n\nText.";
    expect(report(body, [])).toEqual([]);
  });
});

describe("projects of a Maßnahmenart that no heading names", () => {
  const slot = '<Projects measure="ausbildung" />';
  const other = '### Qualifizierung\n\n<Projects measure="qualifizierung" />';
  it.each([
    ["below a heading of something else", `### Ziele\n\n${slot}\n\n${other}`, 45],
    ["below the heading of a section", `${slot}\n\n${other}`, 43],
    ["below a text", `${other}\n\nText.\n\n${slot}`, 49],
    ["below other projects", `${other}\n\n${slot}`, 47],
    ["in another section", `${other}\n\n## § 1 Ziele\n\n${slot}`, 49],
    [
      "in another section than their heading",
      `### Ausbildung\n\nText.\n\n## § 1 Ziele\n\n${slot}\n\n${other}`,
      49,
    ],
  ])("may not stand %s", (_, body, line) => {
    const expected = `${line} projects-heading Projekte: Die Projekte von „ausbildung“ stehen nicht gleich unter der Überschrift ihrer Maßnahmenart. Setzen Sie <Projects measure="ausbildung" /> unter die Überschrift „Ausbildung“.`;
    expect(report(body, [camps, courses])).toEqual([expected]);
    expect(report(body, [courses])).toEqual([expected]);
  });
});
