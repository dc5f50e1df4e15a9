import { describe, expect, it } from "vitest";
import { splitFile } from "./file-parts.ts";

describe("splitFile", () => {
  it.each([
    ["---\nyear: 2025\n---\n\n## A\n", "year: 2025\n", "\n## A\n", 3],
    ["---\r\nyear: 2025\r\n---\r\n## A\r\n", "year: 2025\r\n", "## A\r\n", 3],
    ["---\nyear: 2025\n---", "year: 2025\n", "", 2],
    ["---\na: 1\nb: 2\n---\nText\n\n---\n\nmehr", "a: 1\nb: 2\n", "Text\n\n---\n\nmehr", 4],
    ["\uFEFF---\nyear: 2025\n---\n## A\n", "year: 2025\n", "## A\n", 3],
  ])("divides %j", (source, yaml, body, bodyOffset) => {
    expect(splitFile(source, "a.mdx")).toEqual({ yaml, body, bodyOffset });
  });

  const missing = { code: "frontmatter-missing", file: "a.mdx", line: 1, field: "Kopf der Datei" };

  it.each(["", "## A", "\n---\na: 1\n---\n", "year: 2025\n---\n", "----\na: 1\n---\n"])(
    "misses the frontmatter in %j",
    (source) => {
      expect(splitFile(source, "a.mdx")).toEqual({
        ...missing,
        message:
          "Die Datei beginnt nicht mit ihren Angaben. Stellen Sie sie an den Anfang, zwischen zwei Zeilen aus ---.",
      });
    },
  );

  it.each([
    "---\na: 1\n",
    "---\n---\n",
    // Astro would end the frontmatter here and compile what follows.
    "---\na: 1\n--- \nb: 2\n---\n",
    "---\na: 1\n+++\nb: 2\n---\n",
  ])("misses the end of the frontmatter in %j", (source) => {
    expect(splitFile(source, "a.mdx")).toEqual({
      ...missing,
      message:
        "Die Angaben am Anfang der Datei enden nicht, wo sie sollen. Setzen Sie nach ihnen eine Zeile aus ---, und nur dort.",
    });
  });
});
