import { expect, it } from "vitest";
import type { Agreement } from "#domain/agreement/parse.ts";
import { readBody } from "#domain/agreement/read-body.ts";
import { sampleParties as parties } from "#domain/agreement/sample-parties.ts";
import { readSections } from "#domain/agreement/sections.ts";
import {
  agreementListSchema,
  publishedAgreementSchema,
  toJson,
  toListJson,
} from "./agreement-json.ts";

const { blocks } = readBody(
  "## Präambel\n\nA.\n\n## § 1 Mittel\n\n### Ziele\n\nInsgesamt\n\n<Amount />\n\naus dem Budget.\n\nB.",
  { file: "a.mdx", lineOffset: 0, slots: ["Amount"] },
);
const agreement: Agreement = {
  facts: {
    district: "wetteraukreis",
    year: 2025,
    amount: 1310490,
    projects: [{ measure: "ausbildung", title: "Camps" }],
    signatures: [
      { party: "state", name: "Heike Hofmann", role: "Staatsministerin", place: "Wiesbaden" },
    ],
    source: { file: "originals/2025/wetteraukreis.txt", sha256: "a".repeat(64) },
  },
  sections: readSections(blocks, "a.mdx").sections,
};
const site = new URL("https://example.org");
const url = "https://example.org/vereinbarungen/2025/wetteraukreis/";

it("lists an agreement with its facts and absolute addresses", () => {
  const list = toListJson([{ facts: agreement.facts, ...parties }], site);
  const [listed] = list.agreements;
  expect(list.$schema).toBe("https://example.org/api/v1/agreements.schema.json");
  expect(listed).toEqual({
    ...agreement.facts,
    id: "2025/wetteraukreis",
    title:
      "Zielvereinbarung 2025 zwischen dem Ministerium und dem Landkreis Wetteraukreis zur Umsetzung",
    url,
    dataUrl: `${url}daten.json`,
    textUrl: `${url}text.md`,
    districtName: "Wetteraukreis",
    districtKey: "06440",
    source: {
      file: "https://example.org/originals/2025/wetteraukreis.txt",
      sha256: "a".repeat(64),
    },
  });
});

it("gives each Absatz with its citation and its words, facts filled in", () => {
  const { sections } = toJson(agreement, parties, site);
  expect(sections.map(({ id, label, title, intro }) => [id, label, title, intro])).toEqual([
    ["praeambel", "Präambel", "", ""],
    ["par-1", "§ 1", "Mittel", "Ziele"],
  ]);
  expect(sections[1]?.paragraphs).toEqual([
    {
      id: "par-1-abs-1",
      citation: expect.stringMatching(
        / zur Umsetzung, § 1 Absatz 1, .*\/wetteraukreis\/#par-1-abs-1$/,
      ),
      text: "Insgesamt\n1.310.490 Euro\naus dem Budget.",
    },
    { id: "par-1-abs-2", citation: expect.stringContaining("§ 1 Absatz 2"), text: "B." },
  ]);
});

it("keeps to the schemas it publishes", () => {
  const list = toListJson([{ facts: agreement.facts, ...parties }], site);
  expect(agreementListSchema.safeParse(list).error).toBe(undefined);
  expect(publishedAgreementSchema.safeParse(toJson(agreement, parties, site)).error).toBe(
    undefined,
  );
});
