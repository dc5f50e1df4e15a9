import { expect, it } from "vitest";
import { inlineText } from "./text.ts";

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
