import type { Inline } from "./blocks.ts";

/** Stands for what cannot be read in the original. */
export const illegible = "[unleserlich]";

/** Plain text of inline content; a line break is a space, a slot is empty unless it marks a gap. */
export function inlineText(children: readonly Inline[]): string {
  return children
    .map((child) => {
      switch (child.type) {
        case "text":
          return child.value;
        case "break":
          return " ";
        case "slot":
          return child.name === "Illegible" ? illegible : "";
        default:
          return inlineText(child.children);
      }
    })
    .join("");
}
