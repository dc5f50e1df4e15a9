import { describe, expect, it } from "vitest";
import type { Agreement } from "./parse.ts";
import { readBody } from "./read-body.ts";
import { sampleParties as parties } from "./sample-parties.ts";
import { readSections } from "./sections.ts";
import { blockLines, wordingLines } from "./wording.ts";

const facts = {
  district: "wetteraukreis",
  year: 2025,
  amount: 1310490,
  projects: [
    { measure: "ausbildung", title: "Camps" },
    { measure: "ausbildung", title: "Coaching" },
  ],
  signatures: [
    {
      party: "state",
      name: "Heike Hofmann",
      role: "Staatsministerin",
      place: "Wiesbaden",
      date: "2025-08-02",
    },
  ],
  source: { file: "originals/2025/wetteraukreis.txt", sha256: "a".repeat(64) },
} as const;

function agreementWith(body: string, changes: Partial<Agreement["facts"]> = {}): Agreement {
  const slots = ["Amount", "Projects", "Signatures", "Illegible"] as const;
  const { blocks } = readBody(body, { file: "a.mdx", lineOffset: 20, slots });
  const copy = { ...facts, projects: [...facts.projects], signatures: [...facts.signatures] };
  return { facts: { ...copy, ...changes }, sections: readSections(blocks, "a.mdx").sections };
}

describe("wordingLines", () => {
  it("is the title page, then everything in reading order, each line with its place", () => {
    const agreement = agreementWith(
      '## Präambel\n\nA **b**\\\nc.\n\n## § 1 Mittel\n\n### Ziele\n\nInsgesamt\n\n<Amount />\n\nEuro.\n\n<Projects measure="ausbildung" />\n\n<Signatures />',
    );
    expect(wordingLines(agreement, parties).map(({ text, line }) => `${line} ${text}`)).toEqual([
      "1 Zielvereinbarung",
      "1 2025",
      "1 zwischen",
      "1 dem Ministerium",
      "1 und dem Landkreis Wetteraukreis",
      "1 zur Umsetzung",
      "21 Präambel",
      "23 A b c.",
      "26 § 1 Mittel",
      "28 Ziele",
      "30 Insgesamt",
      "32 1.310.490 Euro",
      "34 Euro.",
      "36 Camps",
      "36 Coaching",
      "38 Wiesbaden, den 2. August 2025",
      "38 Heike Hofmann",
      "38 Staatsministerin",
      "38 Ministerium",
    ]);
  });
});

describe("blockLines", () => {
  it.each([
    ["- a\n- b\n  - c", ["a", "b", "c"]],
    ["3. a\n4. b", ["3. a", "4. b"]],
    ["1. a\n\n   weiter", ["1. a", "weiter"]],
    ["> Zitat\n> weiter", ["Zitat weiter"]],
    ["| a | b |\n|---|---|\n| c | d |", ["a b", "c d"]],
    ["Eine [Seite](https://example.org) *hier*", ["Eine Seite (https://example.org) hier"]],
    [
      "Siehe https://example.org und a@example.org",
      ["Siehe https://example.org und a@example.org"],
    ],
    ["Am <Illegible /> Juli", ["Am [unleserlich] Juli"]],
    ['<Projects measure="weiterbildung" />', []],
  ])("reads %j as %j", (body, expected) => {
    const agreement = agreementWith(`## Präambel\n\n${body}`);
    const { intro = [], paragraphs = [] } = agreement.sections[0] ?? {};
    const blocks = [...intro, ...paragraphs.flatMap((paragraph) => paragraph.blocks)];
    expect(blockLines(blocks, agreement, parties).map(({ text }) => text)).toEqual(expected);
  });
});
