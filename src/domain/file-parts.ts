import type { Problem } from "./problem.ts";

/** A content file divided at its two `---` lines. */
export interface FileParts {
  readonly yaml: string;
  readonly body: string;
  /** Lines that stand before the body. */
  readonly bodyOffset: number;
}

/** Lines that stand before the frontmatter's first field. */
export const yamlOffset = 1;

/**
 * Divides a file into frontmatter and body.
 *
 * @param file path from the repository's root, for the problem
 */
export function splitFile(source: string, file: string): FileParts | Problem {
  // Windows editors put a byte order mark in front.
  const text = source.replace(/^\uFEFF/, "");
  const [head, yaml] = text.match(/^---\r?\n([\s\S]*?\r?\n)---(?:\r?\n|$)/) ?? [];
  // Other readers of the format end it at any line that begins so.
  if (head === undefined || yaml === undefined || /^(---|\+\+\+)/m.test(yaml)) {
    return {
      code: "frontmatter-missing",
      file,
      line: 1,
      field: "Kopf der Datei",
      message: /^---\r?\n/.test(text)
        ? "Die Angaben am Anfang der Datei enden nicht, wo sie sollen. Setzen Sie nach ihnen eine Zeile aus ---, und nur dort."
        : "Die Datei beginnt nicht mit ihren Angaben. Stellen Sie sie an den Anfang, zwischen zwei Zeilen aus ---.",
    };
  }
  return { yaml, body: text.slice(head.length), bodyOffset: head.split("\n").length - 1 };
}
