import { type Document, isScalar, LineCounter, type Node, parseDocument, visit } from "yaml";
import { z } from "zod";
import type { Problem } from "./problem.ts";

type Path = readonly PropertyKey[];

export interface DataOptions {
  /** Path from the repository's root, for problems. */
  readonly file: string;
  /** Lines of the file that stand before the YAML. */
  readonly lineOffset: number;
}

/** A scalar as it stands in the file. */
export interface TypedScalar {
  readonly typed: string;
  readonly line: number;
}

/**
 * Reads YAML and checks it against a schema. Each problem carries the line of the value it is
 * about and the label that the schema gives the field (`meta.title`).
 *
 * @returns `data` only where there is no problem; `typed` gives scalars as they were typed, before
 *   YAML makes numbers of them (`*` in its path stands for every item of a list)
 */
export function readData<Schema extends z.ZodType>(
  yaml: string,
  schema: Schema,
  { file, lineOffset }: DataOptions,
): {
  data?: z.infer<Schema>;
  problems: Problem[];
  typed: (...path: readonly string[]) => TypedScalar[];
} {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, schema: "core" });
  const lineAt = (offset: number) => lineCounter.linePos(offset).line + lineOffset;

  const typed = (...path: readonly string[]): TypedScalar[] =>
    path
      .reduce<unknown[]>(
        (nodes, key) => nodes.flatMap((node) => children(node, key)),
        [document.contents],
      )
      .filter(isScalar)
      .map(({ range }) => ({
        typed: yaml.slice(range?.[0], range?.[1]),
        line: lineAt(range?.[0] ?? 0),
      }));

  // One slip makes YAML complain about every line that follows.
  const [unreadable] = [...document.errors.map(({ pos }) => pos[0]), ...aliasOffsets(document)];
  if (unreadable !== undefined) {
    return {
      typed,
      problems: [
        {
          code: "frontmatter-syntax",
          file,
          line: lineAt(unreadable),
          field: "Kopf der Datei",
          message:
            "Die Zeile lässt sich nicht lesen. Schreiben Sie jedes Feld einmal als name: Wert, Listen mit - und gleicher Einrückung, Text mit Doppelpunkt in Anführungszeichen.",
        },
      ],
    };
  }

  const lineOf = (path: Path) => lineIn(document, path, lineAt);

  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }), {
    reportInput: true,
    error: adviseOn,
  });
  if (result.success) return { data: result.data, problems: [], typed };
  return {
    typed,
    problems: result.error.issues.flatMap((issue): Problem[] => {
      if (issue.code === "unrecognized_keys") {
        return issue.keys.map((key) => ({
          code: "field-unknown",
          file,
          line: lineOf([...issue.path, key]),
          field: fieldLabel(schema, issue.path) || "Kopf der Datei",
          message: `Das Feld „${key}“ ist nicht vorgesehen. Entfernen Sie es oder berichtigen Sie seinen Namen.`,
        }));
      }
      return [
        {
          code: "field-value",
          file,
          line: lineOf(issue.path),
          field: fieldLabel(schema, issue.path) || "Kopf der Datei",
          message: `${describeInput(issue.input)}${issue.message}`,
        },
      ];
    }),
  };
}

/** The line of a field; that of the field around it where it is missing. */
export function lineOfField(
  yaml: string,
  path: readonly (string | number)[],
  { lineOffset }: Pick<DataOptions, "lineOffset">,
): number {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, schema: "core" });
  return lineIn(document, path, (offset) => lineCounter.linePos(offset).line + lineOffset);
}

/** `Projekte 2 · Titel` for `["projects", 1, "title"]`. */
export function fieldLabel(schema: z.ZodType, path: Path): string {
  const labels: string[] = [];
  let current: z.ZodType | undefined = schema;
  for (const key of path) {
    current = current && child(current, key);
    const title = current?.meta()?.title;
    if (typeof key === "number") labels.push(`${labels.pop() ?? "Eintrag"} ${key + 1}`);
    else labels.push(title ?? String(key));
  }
  return labels.join(" · ");
}

function lineIn(document: Document, path: Path, lineAt: (offset: number) => number): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return lineAt(node.range[0]);
  }
  return 1;
}

function child(schema: z.ZodType, key: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional) return child(schema.unwrap() as z.ZodType, key);
  if (schema instanceof z.ZodObject) return schema.shape[String(key)];
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  return undefined;
}

function children(node: unknown, key: string): unknown[] {
  if (typeof node !== "object" || node === null || !("items" in node)) return [];
  const items = node.items as unknown[];
  if (key === "*") return items;
  return items
    .filter((pair) => String((pair as { key: unknown }).key) === key)
    .map((pair) => (pair as { value: unknown }).value);
}

/** References to other values (`*name`): each value stands where it belongs. */
function aliasOffsets(document: Document): number[] {
  const offsets: number[] = [];
  visit(document, { Alias: (_, { range }) => void offsets.push(range?.[0] ?? 0) });
  return offsets;
}

/** What to do about an issue for which the schema has no words of its own. */
function adviseOn(issue: z.core.$ZodRawIssue): string {
  if (issue.code === "invalid_type" && issue.expected === "string") {
    return "Schreiben Sie einen Text; Ziffern allein stehen in Anführungszeichen.";
  }
  if (issue.code === "invalid_type" && ["int", "number"].includes(issue.expected)) {
    return "Schreiben Sie eine Zahl, nur mit Ziffern.";
  }
  if (issue.code === "invalid_value") return `Schreiben Sie ${issue.values.join(" oder ")}.`;
  if (issue.code === "too_small") return "Füllen Sie das Feld aus.";
  return "Sehen Sie nach, wie das Feld in einer anderen Datei des Ordners aussieht.";
}

function describeInput(input: unknown): string {
  if (input === undefined) return "Das Feld fehlt. ";
  if (input === null || input === "") return "Das Feld ist leer. ";
  return typeof input === "object" ? "" : `Hier steht „${input}“. `;
}
