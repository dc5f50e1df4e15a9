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
  const [head, yaml] = source.match(/^---\r?\n([\s\S]*?\r?\n)---(?:\r?\n|$)/) ?? [];
  if (head === undefined || yaml === undefined) {
    return {
      code: "frontmatter-missing",
      file,
      line: 1,
      field: "Kopf der Datei",
      message:
        "Die Datei beginnt nicht mit ihren Angaben. Stellen Sie sie an den Anfang, zwischen zwei Zeilen aus ---.",
    };
  }
  return { yaml, body: source.slice(head.length), bodyOffset: head.split("\n").length - 1 };
}
