import { expect, it } from "vitest";
import { readBody } from "./read-body.ts";
import { blockTexts, inlineText } from "./text.ts";

it("gives the text of each paragraph, heading, list item, quote and row with its line", () => {
  const body =
    "## Mittel\n\nText **fett**\\\nneu\n\n- a\n  - b\n\n> c\n\n| d | e |\n|---|---|\n| f | g |\n\n<Amount />";
  const { blocks } = readBody(body, { file: "a.mdx", lineOffset: 10, slots: ["Amount"] });
  expect(blockTexts(blocks).map(({ text, line }) => [line, text])).toEqual([
    [11, "Mittel"],
    [13, "Text fett neu"],
    [16, "a"],
    [17, "b"],
    [19, "c"],
    [21, "d | e"],
    [21, "f | g"],
  ]);
});

it("reads inline content as plain text", () => {
  const text = (value: string) => ({ type: "text", value }) as const;
  const slot = (name: "Illegible" | "Amount") =>
    ({ type: "slot", name, attributes: {}, line: 1 }) as const;
  expect(
    inlineText([
      text("Am "),
      { type: "strong", children: [text("1. "), { type: "emphasis", children: [text("Juli")] }] },
      { type: "break" },
      { type: "link", url: "#a", children: [text("dort ")] },
      slot("Illegible"),
      slot("Amount"),
    ]),
  ).toBe("Am 1. Juli dort [unleserlich]");
});
