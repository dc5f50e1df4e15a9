import { describe, expect, it } from "vitest";
import { readBody } from "./read-body.ts";
import { readSections, sectionBlocks } from "./sections.ts";

const file = "src/content/agreements/2025/wetteraukreis.mdx";

function read(body: string) {
  const slots = ["Amount", "Projects", "Signatures", "Illegible"] as const;
  return readSections(readBody(body, { file, lineOffset: 0, slots }).blocks, file);
}

function problems(body: string) {
  return read(body).problems.map(({ line, code, message }) => `${line} ${code} ${message}`);
}

describe("sections", () => {
  it("are the Präambel and the §§, with addresses, labels and titles", () => {
    const { sections } = read(
      "## Präambel\n\nA.\n\n## § 1 Ziele des Landes\n\nB.\n\n## §2 Pflichten\n\nC.",
    );
    expect(sections.map(({ id, label, title, line }) => [id, label, title, line])).toEqual([
      ["praeambel", "Präambel", "", 1],
      ["par-1", "§ 1", "Ziele des Landes", 5],
      ["par-2", "§ 2", "Pflichten", 9],
    ]);
  });

  it.each([
    [
      "a heading that names no section",
      "## Präambel\n\n## Ziele",
      [
        "3 section-unknown „Ziele“ ist keine Überschrift eines Abschnitts. Schreiben Sie ## Präambel oder z. B. ## § 4 Haushaltsmittel und Eckdaten.",
      ],
    ],
    [
      "a § without a title",
      "## Präambel\n\n## § 1",
      [
        "3 section-unknown „§ 1“ ist keine Überschrift eines Abschnitts. Schreiben Sie ## Präambel oder z. B. ## § 4 Haushaltsmittel und Eckdaten.",
      ],
    ],
    [
      "text before the first heading",
      "Vorab.\n\n## Präambel",
      [
        "1 section-unknown Vor der ersten Überschrift steht Text. Beginnen Sie den Wortlaut mit ## Präambel.",
      ],
    ],
    [
      "a missing Präambel",
      "## § 1 Ziele",
      [
        "1 section-order Hier steht „§ 1“, erwartet wird die Präambel. Stellen Sie jeden Abschnitt genau einmal an seinen Platz.",
      ],
    ],
    [
      "a § left out",
      "## Präambel\n\n## § 1 A\n\n## § 3 C",
      [
        "5 section-order Hier steht „§ 3“, erwartet wird § 2. Stellen Sie jeden Abschnitt genau einmal an seinen Platz.",
      ],
    ],
    [
      "a § given twice",
      "## Präambel\n\n## § 1 A\n\n## § 1 A",
      [
        "5 section-order Hier steht „§ 1“, erwartet wird § 2. Stellen Sie jeden Abschnitt genau einmal an seinen Platz.",
      ],
    ],
    [
      "a Präambel given twice",
      "## Präambel\n\n## Präambel",
      [
        "3 section-order Hier steht „Präambel“, erwartet wird § 1. Stellen Sie jeden Abschnitt genau einmal an seinen Platz.",
      ],
    ],
    [
      "§§ out of order",
      "## Präambel\n\n## § 2 B\n\n## § 1 A",
      [
        "3 section-order Hier steht „§ 2“, erwartet wird § 1. Stellen Sie jeden Abschnitt genau einmal an seinen Platz.",
      ],
    ],
    [
      "a § that comes too late",
      "## Präambel\n\n## § 1 A\n\n## § 3 C\n\n## § 4 D\n\n## § 2 B",
      [
        "9 section-order Hier steht „§ 2“, erwartet wird § 5. Stellen Sie jeden Abschnitt genau einmal an seinen Platz.",
      ],
    ],
    [
      "a § with the wrong number",
      "## Präambel\n\n## § 11 A\n\n## § 2 B",
      [
        "3 section-order Hier steht „§ 11“, erwartet wird § 1. Stellen Sie jeden Abschnitt genau einmal an seinen Platz.",
      ],
    ],
    [
      "a § without its number",
      "## Präambel\n\n## Ziele\n\n## § 2 B",
      [
        "3 section-unknown „Ziele“ ist keine Überschrift eines Abschnitts. Schreiben Sie ## Präambel oder z. B. ## § 4 Haushaltsmittel und Eckdaten.",
      ],
    ],
    [
      "an empty wording",
      "",
      ["1 section-order Der Wortlaut ist leer. Beginnen Sie ihn mit ## Präambel."],
    ],
  ])("report %s", (_, body, expected) => {
    expect(problems(body)).toEqual(expected);
  });
});

describe("Absätze", () => {
  const lines = (body: string) =>
    read(`## Präambel\n\n## § 1 Ziele\n\n${body}`).sections[1]?.paragraphs.map(
      ({ id, number, label, blocks }) => [id, number, label, blocks.map(({ line }) => line)],
    );

  it("begin with each paragraph that opens a sentence", () => {
    expect(lines("Eins.\n\nZwei.\n\n2024 drei.\n\n„Vier.“\n\nÜber fünf.")).toEqual([
      ["par-1-abs-1", 1, "§ 1 Absatz 1", [5]],
      ["par-1-abs-2", 2, "§ 1 Absatz 2", [7]],
      ["par-1-abs-3", 3, "§ 1 Absatz 3", [9]],
      ["par-1-abs-4", 4, "§ 1 Absatz 4", [11]],
      ["par-1-abs-5", 5, "§ 1 Absatz 5", [13]],
    ]);
  });

  it.each([
    ["the amount and the rest of the sentence", "Insgesamt\n\n<Amount />\n\naus dem Budget."],
    ["a rest that begins with an umlaut", "Insgesamt\n\n<Amount />\n\nüber alles."],
    ["a rest in bold", "Insgesamt\n\n<Amount />\n\n**aus** dem Budget."],
    ["lists and headings", "Folgende:\n\n### Art\n\n- a"],
  ])("go on with %s", (_, body) => {
    expect(lines(body)).toHaveLength(1);
    expect(lines(body)?.[0]?.[3]).toEqual([5, 7, 9]);
  });

  it("come after what introduces them and before the signatures", () => {
    const { sections } = read("## Präambel\n\n### Ziele des Landes\n\nEins.\n\n<Signatures />");
    expect(sections[0]).toMatchObject({
      intro: [{ type: "heading", depth: 3 }],
      paragraphs: [{ id: "praeambel-abs-1", label: "Präambel Absatz 1" }],
      outro: [{ type: "slot", name: "Signatures" }],
    });
  });

  it("belong to no section of their own where the section is only a heading", () => {
    expect(read("## Präambel").sections[0]).toMatchObject({ intro: [], paragraphs: [], outro: [] });
  });
});

describe("sectionBlocks", () => {
  it("gives every block but the section headings, in reading order", () => {
    const { sections } = read(
      "## Präambel\n\n### A\n\nEins\n\n<Amount />\n\nzwei.\n\n## § 1 B\n\nDrei.\n\n<Signatures />",
    );
    expect(sectionBlocks(sections).map(({ line }) => line)).toEqual([3, 5, 7, 9, 13, 15]);
  });
});
