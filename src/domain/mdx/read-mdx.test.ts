import { describe, expect, it } from "vitest";
import { readMdx } from "./read-mdx.ts";

describe("readMdx", () => {
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

  it.each([
    ["weniger als <10 %", 1],
    ["Eins.\n\nZwei {\n", 3],
    ["Eins.\n\n<Amount>", 3],
  ])("tells the line of what it cannot read in %j", (source, line) => {
    expect(readMdx(source)).toEqual({ line, reason: expect.any(String) });
  });
});
