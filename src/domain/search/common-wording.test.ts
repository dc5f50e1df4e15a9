import { expect, it } from "vitest";
import { readBody } from "#domain/agreement/read-body.ts";
import { sampleParties } from "#domain/agreement/sample-parties.ts";
import { readSections } from "#domain/agreement/sections.ts";
import { commonPassages } from "./common-wording.ts";

const { district, year } = sampleParties;
const muster = `## § 1 Mittel

Das Land fördert.

### Zweck

Es sind Mittel für

- Ausbildung

<Amount />
`;

function commonTo(...agreements: string[]): string[] {
  const options = { file: "a.mdx", lineOffset: 0, slots: ["Amount"] } as const;
  const blocksOf = (body: string) => readBody(body, options).blocks;
  return [
    ...commonPassages(
      agreements.map((body) => ({ sections: readSections(blocksOf(body), "").sections, district })),
      { year, blocks: blocksOf(muster) },
    ),
  ];
}

it("finds the passages without facts that all agreements share", () => {
  expect(commonTo(muster, muster)).toEqual(["par-1-abs-1"]);
  expect(commonTo(muster, muster.replace("fördert", "hilft"))).toEqual([]);
});

it.each([
  ["a heading of another level", "### Zweck", "#### Zweck"],
  ["a heading made a sentence that goes on", "### Zweck\n\n", ""],
  ["a fact", "### Zweck", "### Zweck\n\n<Amount />"],
])("takes no passage for common that has %s", (_, found, replacement) => {
  expect(muster).toContain(found);
  expect(commonTo(muster, muster.replace(found, replacement))).toEqual([]);
});
