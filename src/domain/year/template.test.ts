import { describe, expect, it } from "vitest";
import { sampleParties } from "#domain/agreement/sample-parties.ts";
import { sectionBlocks } from "#domain/agreement/sections.ts";
import { blockTexts, inlineText } from "#domain/agreement/text.ts";
import { fillTemplate, parseYear } from "./template.ts";

const file = "src/content/years/2025.mdx";
const source = `---
year: 2025
ministry:
  name: Hessisches Ministerium
  dative: Hessischen Ministerium
  abbreviation: HMSI
subject: zur Umsetzung
---

## Präambel

<District form="nominative" /> und das HMSI. Strategie <District form="genitive" />.

### Ziele <District form="genitive" />

Das HMSI stellt <District form="dative" /> durch <District form="accusative" />

<Amount />

<Projects measure="ausbildung" />

<Signatures />
`;

const { district } = sampleParties;

function report(found: string, replacement: string) {
  const { template, problems } = parseYear(
    source.replace(found, () => replacement),
    file,
  );
  expect(template).toBeUndefined();
  return problems.map(({ line, code, field }) => `${line} ${code} ${field}`);
}

describe("parseYear", () => {
  it("gives the year and its Muster", () => {
    const { template, problems } = parseYear(source, file);
    expect(problems).toEqual([]);
    expect(template?.year).toMatchObject({ year: 2025, subject: "zur Umsetzung" });
    expect(template?.blocks[0]).toMatchObject({ type: "heading", depth: 2 });
  });

  it.each([
    ["no frontmatter", "---\nyear", "year", "1 frontmatter-missing Kopf der Datei"],
    ["a year before the first one", "2025", "2013", "2 field-value Programmjahr"],
    ["an expression", "und das", "{und} das", "12 content-markup Wortlaut"],
    ["an illegible place", "und das", "<Illegible /> das", "12 content-markup Wortlaut"],
    [
      "a form of the district's name that does not exist",
      'form="dative"',
      'form="dativ"',
      "16 content-markup Wortlaut",
    ],
    ["a character without width", "und das", "und\u200bdas", "12 character-invisible Zeichen"],
    ["Windows line ends", "## Präambel\n", "## Präambel\r\n", "10 file-line-ends Zeichen"],
    ["a heading that names no section", "## Präambel", "## Vorwort", "10 section-unknown Wortlaut"],
  ])("refuses %s", (_, found, replacement, expected) => {
    expect(report(found, replacement)).toEqual([expected]);
  });
});

describe("fillTemplate", () => {
  it.each([
    ["emphasis", 'x **<District form="dative" />**', "x dem Landkreis Wetteraukreis"],
    [
      "emphasis that opens a sentence",
      '**<District form="nominative" />**',
      "Der Landkreis Wetteraukreis",
    ],
    ["a link", 'x [<District form="dative" />](/)', "x dem Landkreis Wetteraukreis"],
    ["a list", '- x <District form="dative" />', "x dem Landkreis Wetteraukreis"],
    ["a quote", '> x <District form="dative" />', "x dem Landkreis Wetteraukreis"],
    ["a table", '| a |\n|---|\n| x <District form="dative" /> |', "x dem Landkreis Wetteraukreis"],
  ])("puts the district's forms in place in %s", (_, body, expected) => {
    const { template } = parseYear(source.replace("### Ziele", `${body}\n\n### Ziele`), file);
    const sections = template ? fillTemplate(template, district) : [];
    const texts = blockTexts(sectionBlocks(sections)).map(({ text }) => text);
    expect(texts).toContain(expected);
  });

  it("puts the district's forms in place, with a capital where a sentence begins", () => {
    const { template } = parseYear(source, file);
    const [section] = template ? fillTemplate(template, district) : [];
    expect(section?.intro).toEqual([]);
    expect(
      section?.paragraphs.map(({ id, blocks }) => [
        id,
        ...blocks.map((block) =>
          "children" in block && block.type !== "quote" ? inlineText(block.children) : block.type,
        ),
      ]),
    ).toEqual([
      [
        "praeambel-abs-1",
        "Der Landkreis Wetteraukreis und das HMSI. Strategie des Landkreises Wetteraukreis.",
        "Ziele des Landkreises Wetteraukreis",
      ],
      [
        "praeambel-abs-2",
        "Das HMSI stellt dem Landkreis Wetteraukreis durch den Landkreis Wetteraukreis",
        "slot",
        "slot",
      ],
    ]);
  });
});
