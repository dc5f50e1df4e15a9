import { expect } from "vitest";

const allowedNodes = new Set([
  "root",
  "heading",
  "paragraph",
  "text",
  "emphasis",
  "strong",
  "link",
  "break",
  "list",
  "listItem",
  "blockquote",
  "table",
  "tableRow",
  "tableCell",
  "Amount",
  "Projects",
  "Signatures",
  "Illegible",
]);

const blockTypes = [
  "heading",
  "paragraph",
  "list",
  "quote",
  "table",
  "slot",
  "text",
  "emphasis",
  "strong",
  "link",
  "break",
];

/** Whether a tree has nothing but what may stand in a wording, values of programs included. */
export function isAllowedTree(node: unknown): boolean {
  const { type, name, children, attributes, reason } = node as Record<string, unknown>;
  if (reason || !allowedNodes.has(String(name ?? type))) return false;
  return [children, attributes].every(
    (below) =>
      !Array.isArray(below) ||
      below.every((part) =>
        part.type === "mdxJsxAttribute"
          ? typeof part.value === "string" || part.value === null
          : isAllowedTree(part),
      ),
  );
}

/** Nothing but text, known components, and links that a browser follows without running anything. */
export function expectAllowed(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  const { type = "text", url = "#", attributes = {}, ...below } = value as Record<string, unknown>;
  expect(blockTypes).toContain(type);
  const { protocol, origin } = new URL(String(url), "https://site.invalid");
  expect(["http:", "https:", "mailto:"]).toContain(protocol);
  if (!/^(https?|mailto):/i.test(String(url))) expect(origin).toBe("https://site.invalid");
  for (const attribute of Object.values(attributes as object))
    expect(attribute).toBeTypeOf("string");
  for (const part of Object.values(below)) expectAllowed(part);
}
