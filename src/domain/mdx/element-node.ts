import type { Node } from "mdast";

/** A JSX element of MDX, in a line of its own or within a text; both readers give this shape. */
export interface ElementNode extends Node {
  readonly type: "mdxJsxFlowElement" | "mdxJsxTextElement";
  readonly name: string | null;
  readonly attributes: readonly { type: string; name?: string; value?: unknown }[];
  readonly children: readonly Node[];
}

export function isElement(node: Node): node is ElementNode {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}
