import { describe, expect, it } from "vitest";
import { sectionBlocks } from "#domain/agreement/sections.ts";
import { blockLines } from "#domain/agreement/wording.ts";
import { fillTemplate } from "#domain/year/template.ts";
import { readAgreement, readAgreementSource } from "#loaders/agreement-files.ts";
import { folders } from "#loaders/content-files.ts";
import { readRegisters } from "#loaders/registers.ts";

const root = process.cwd();
const registers = readRegisters(root);

/** The only places where an agreement departs from the Muster of its year: Muster, agreement. */
const departures: Record<string, readonly (readonly [string, string])[]> = {
  "2024/kassel": [
    ["\nQualifizierungsprojekte", "\n1. Qualifizierungsprojekte"],
    ["\nWeiterbildungsmaßnahmen", "\n2. Weiterbildungsmaßnahmen"],
  ],
  "2024/rheingau-taunus-kreis": [["erfolgversprechende", "erfolgsversprechende"]],
  "2025/darmstadt": [["anerkannten Ausbildungsberufen\n", "anerkannten Ausbildungsbereufen\n"]],
  "2025/offenbach-am-main": [
    ["2. Ausbildung und Ausbildungscoaching", "2. Ausbildung und Ausbildungskoaching"],
  ],
  "2025/wetteraukreis": [],
};

/** The wording below the section headings, and what the Muster of the year makes of it. */
function readBoth(name: string) {
  const file = `${folders.agreements}/${name}.mdx`;
  const source = readAgreementSource(root, file, registers);
  const { agreement } = readAgreement(root, source, registers);
  const template = registers.years.get(agreement?.facts.year ?? 0)?.value;
  const district = registers.districts.get(agreement?.facts.district ?? "")?.value;
  if (!agreement || !template || !district) throw new Error(`${file} could not be read`);
  const parties = { district, year: template.year };
  const sections = fillTemplate(template, district);
  const [wording = "", muster = ""] = [agreement.sections, sections].map((divided) =>
    blockLines(sectionBlocks(divided), agreement, parties)
      .map(({ text }) => text)
      .join("\n"),
  );
  return { id: source.id, agreement, sections, wording, muster };
}

describe.each(Object.keys(departures).map(readBoth))(
  "the agreement $id",
  ({ id, agreement, sections, wording, muster }) => {
    it("is the Muster of its year in the district's forms, but for its known departures", () => {
      let expected = muster;
      for (const [there, here] of departures[id] ?? []) {
        expect(expected.split(there)).toHaveLength(2);
        expected = expected.replace(there, here);
      }
      expect(wording).toBe(expected);
    });

    it("has the sections and Absätze of the Muster", () => {
      const outline = (divided: typeof sections) =>
        divided.map(({ label, title, intro, paragraphs, outro }) => [
          `${label} ${title}`,
          intro.length,
          paragraphs.map((paragraph) => paragraph.id),
          outro.length,
        ]);
      expect(outline([...agreement.sections])).toEqual(outline(sections));
    });
  },
);
