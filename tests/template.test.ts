import { describe, expect, it } from "vitest";
import type { Block } from "#domain/agreement/blocks.ts";
import type { Section } from "#domain/agreement/sections.ts";
import { fillTemplate } from "#domain/year/template.ts";
import { readAgreement } from "#loaders/agreement-files.ts";
import { folders } from "#loaders/content-files.ts";
import { readRegisters } from "#loaders/registers.ts";

const root = process.cwd();
const registers = readRegisters(root);

/** The only places where an agreement departs from the Muster of its year. */
const departures = {
  "2024/kassel": ["In § 5 steht „1.“, im Muster nichts.", "In § 5 steht „2.“, im Muster nichts."],
  "2024/rheingau-taunus-kreis": [
    "In § 1 steht „erfolgsversprechende“, im Muster „erfolgversprechende“.",
  ],
  "2025/darmstadt": ["In § 5 steht „Ausbildungsbereufen“, im Muster „Ausbildungsberufen“."],
  "2025/offenbach-am-main": [
    "In § 5 steht „Ausbildungskoaching“, im Muster „Ausbildungscoaching“.",
  ],
  "2025/wetteraukreis": [],
};

describe.each(Object.entries(departures))("the agreement %s", (name, expected) => {
  const file = `${folders.agreements}/${name}.mdx`;
  const { agreement, problems } = readAgreement(root, file, registers);
  const template = registers.years.get(agreement?.facts.year ?? 0)?.value;
  const district = registers.districts.get(agreement?.facts.district ?? "")?.value;
  if (!agreement || !template || !district) throw new Error(`${file} could not be read`);

  it("is the Muster of its year in the district's forms, but for its known departures", () => {
    const asked = " Vergleichen Sie die Stelle mit dem Original.";
    expect(problems.map(({ message }) => message)).toEqual(expected.map((what) => what + asked));
  });

  it("has the sections, Absätze and components of the Muster", () => {
    expect(agreement.sections.map(outline)).toEqual(fillTemplate(template, district).map(outline));
  });
});

function outline({ id, intro, paragraphs, outro }: Section) {
  return [
    id,
    intro.map(kind),
    paragraphs.map((paragraph) => [paragraph.id, paragraph.blocks.map(kind)]),
    outro.map(kind),
  ];
}

/** `Amount`, `Projects ausbildung`, `heading 3`, `paragraph` … */
function kind(block: Block): string {
  if (block.type === "slot") return [block.name, ...Object.values(block.attributes)].join(" ");
  return block.type === "heading" ? `heading ${block.depth}` : block.type;
}
