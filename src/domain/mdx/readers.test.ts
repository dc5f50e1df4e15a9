import { describe, expect, it } from "vitest";
import * as micromark from "./micromark-reader.ts";
import * as satteri from "./satteri-reader.ts";

describe.each([
  ["build and command line", satteri.readMdx],
  ["browser", micromark.readMdx],
])("the reader of %s", (_, readMdx) => {
  it("reads expressions as nodes and runs none of them", () => {
    expect(readMdx("{globalThis.ran = true}")).toMatchObject({
      children: [{ type: "mdxFlowExpression" }],
    });
    expect(globalThis).not.toHaveProperty("ran");
  });

  it("keeps quotation marks, dashes and dots as they are typed", () => {
    expect(readMdx(`"a" 'b' -- ... „c“`)).toMatchObject({
      children: [{ type: "paragraph", children: [{ value: `"a" 'b' -- ... „c“` }] }],
    });
  });

  // Without a line end behind them, these killed the process.
  it.each(["export const a = 1\n'\\", 'import a from "b"\n"\\', "export const a = 1\n`\\"])(
    "comes back from %j",
    (source) => {
      expect(readMdx(source)).toEqual(expect.any(Object));
    },
  );

  it.each([
    ["weniger als <10 %", 1],
    ["Eins.\n\nZwei {\n", 3],
    ["Eins.\n\n<Amount>", 3],
  ])("tells the line of what it cannot read in %j", (source, line) => {
    expect(readMdx(source)).toEqual({ line, reason: expect.any(String) });
  });
});
