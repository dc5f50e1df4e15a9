import { expect, it } from "vitest";
import { listSlots } from "./blocks.ts";
import { readBody } from "./read-body.ts";

it("finds every component in reading order, however deep it stands", () => {
  const slots = ["Amount", "Illegible"] as const;
  const body =
    "## A <Illegible />\n\n**a <Illegible />** [b <Illegible />](#b)\n\n- c\n  - d <Illegible />\n\n> e <Illegible />\n\n| f |\n|---|\n| <Illegible /> |\n\n<Amount />";
  const { blocks, problems } = readBody(body, { file: "a.mdx", lineOffset: 0, slots });
  expect(problems).toEqual([]);
  expect(listSlots(blocks).map(({ name, line }) => `${line} ${name}`)).toEqual([
    "1 Illegible",
    "3 Illegible",
    "3 Illegible",
    "6 Illegible",
    "8 Illegible",
    "12 Illegible",
    "14 Amount",
  ]);
});
