import {
  type Document,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  YAMLParseError,
} from "yaml";
import { z } from "zod";
import { excerpt } from "./excerpt.ts";
import type { Problem } from "./problem.ts";
import {
  characterProblems,
  scalarsOf,
  syntaxProblems,
  valueProblems,
  type YamlProblem,
} from "./yaml-rules.ts";

type Path = readonly PropertyKey[];
type Found = Problem & { readonly path: Path };

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
  const document = parse(yaml, lineCounter);
  const lineAt = (offset: number) => lineCounter.linePos(offset).line + lineOffset;

  const typed = (...path: readonly string[]): TypedScalar[] =>
    scalarsAt(document, path).map(({ range }) => ({
      typed: yaml.slice(range?.[0], range?.[1]),
      line: lineAt(range?.[0] ?? 0),
    }));
  const locate = ({ offset, path, ...problem }: YamlProblem): Found => ({
    ...problem,
    path,
    file,
    line: lineAt(offset),
    field: fieldLabel(schema, path) || "Kopf der Datei",
  });
  const syntax = syntaxProblems(document, yaml);
  if (syntax.length > 0) return { typed, problems: oncePerLine(syntax.map(locate)) };

  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }), {
    reportInput: true,
    error: adviseOn,
  });
  const issues = result.error?.issues.flatMap((issue) => describeIssue(issue, schema)) ?? [];
  const scalars = scalarsOf(document);
  const problems = oncePerValue([
    characterProblems(scalars)
      .filter(({ path }) => !fieldAt(schema, path)?.meta()?.verbatim)
      .map(locate),
    issues.map((issue) => ({ ...issue, file, line: lineIn(document, issue.path, lineAt) })),
    valueProblems(scalars, yaml).map(locate),
  ]);
  return { ...(result.success && problems.length === 0 && { data: result.data }), problems, typed };
}

/**
 * Finds the line of a field; that of the field around it where it is missing. The YAML is parsed
 * once, when the first line is asked for.
 */
export function linesOfFields(
  yaml: string,
  { lineOffset }: Pick<DataOptions, "lineOffset">,
): (...path: readonly (string | number)[]) => number {
  const lineCounter = new LineCounter();
  let document: Document | undefined;
  return (...path) => {
    document ??= parse(yaml, lineCounter);
    return lineIn(document, path, (offset) => lineCounter.linePos(offset).line + lineOffset);
  };
}

/** The fields of YAML as they are, unchecked; undefined where it cannot be read. */
export function readFields(yaml: string): Readonly<Record<string, unknown>> | undefined {
  const document = parse(yaml, new LineCounter());
  if (syntaxProblems(document, yaml).length > 0) return undefined;
  return isMap(document.contents) ? document.toJS() : {};
}

/**
 * The items of a YAML list as they are, unchecked; none where there is only a note or nothing.
 *
 * @returns undefined where it cannot be read, or is no list
 */
export function readList(yaml: string): readonly unknown[] | undefined {
  const document = parse(yaml, new LineCounter());
  if (syntaxProblems(document, yaml).length > 0) return undefined;
  const value: unknown = document.toJS() ?? [];
  return Array.isArray(value) ? value : undefined;
}

/** Nested deeper or in more brackets than any of our files; YAML would take seconds or the stack. */
const tooDeep = /(?:[[{][^[{]*){200}|(?:[-?:][ \t]+){20}/;

/**
 * More fields and values than any of our files has: each of them ends with one of these. YAML
 * compares each name with all before it.
 */
const mostEnds = 3000;

function parse(yaml: string, lineCounter: LineCounter): Document {
  // What YAML would only warn of, such as a list as the name of a field, the schema refuses.
  const options = { lineCounter, schema: "core", logLevel: "error", prettyErrors: false } as const;
  const ends = yaml.match(/[\n\r,]/g)?.length ?? 0;
  const found = ends > mostEnds ? 0 : yaml.search(tooDeep);
  try {
    if (found < 0) return parseDocument(yaml, options);
  } catch {
    // Nested in yet another way, until the stack was full.
    lineCounter.lineStarts.length = 0;
  }
  const at = Math.max(found, 0);
  const document = parseDocument("", options);
  for (const { index } of yaml.slice(0, at).matchAll(/\n/g)) lineCounter.addNewLine(index + 1);
  document.errors.push(new YAMLParseError([at, at + 1], "RESOURCE_EXHAUSTION", "too deep"));
  return document;
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

/** The part of a schema that a path leads to. */
function fieldAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  return path.reduce<z.ZodType | undefined>((at, key) => at && child(at, key), schema);
}

/** The nodes that `path` leads to, as far as they are scalars. */
function scalarsAt(document: Document, path: readonly string[]): Scalar[] {
  return path
    .reduce<unknown[]>(
      (nodes, key) => nodes.flatMap((node) => children(node, key)),
      [document.contents],
    )
    .filter((node) => isScalar(node));
}

/** Of each value, what the first group says that knows of a problem. */
function oncePerValue(groups: readonly (readonly Found[])[]): Problem[] {
  const told = new Set<string>();
  return groups.flatMap((group) => {
    const found = group.filter(({ path }) => !told.has(path.join("\n")));
    for (const { path } of found) told.add(path.join("\n"));
    return found.map(({ path: _, ...problem }) => problem);
  });
}

/** One slip in YAML may be found twice. */
function oncePerLine(found: readonly Found[]): Problem[] {
  const seen = new Set<string>();
  return found.flatMap(({ path: _, ...problem }) => {
    const key = `${problem.code} ${problem.line}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [problem];
  });
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
  if (schema instanceof z.ZodObject) {
    // A file may have a field named `constructor`.
    return Object.hasOwn(schema.shape, key) ? schema.shape[String(key)] : undefined;
  }
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

type Issue = Pick<Problem, "code" | "field" | "message"> & { readonly path: Path };

function describeIssue(issue: z.core.$ZodIssue, schema: z.ZodType): Issue[] {
  const field = fieldLabel(schema, issue.path) || "Kopf der Datei";
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      code: "field-unknown",
      path: [...issue.path, key],
      field,
      message: `Das Feld „${excerpt(key)}“ ist nicht vorgesehen. Entfernen Sie es oder berichtigen Sie seinen Namen.`,
    }));
  }
  const message = `${describeInput(issue)}${issue.message}`;
  return [{ code: "field-value", path: issue.path, field, message }];
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

function describeInput(issue: z.core.$ZodIssue): string {
  const { input } = issue;
  const expected = issue.code === "invalid_type" ? issue.expected : "";
  if (input === undefined) return "Das Feld fehlt. ";
  if (input === null || input === "") return "Das Feld ist leer. ";
  if (Array.isArray(input))
    return input.length > 0 ? "Hier steht eine Liste. " : "Die Liste ist leer. ";
  if (expected === "number" && typeof input === "string" && /^\d+$/.test(input)) {
    return "Die Zahl steht in Anführungszeichen. ";
  }
  if (expected === "string" && typeof input === "number") {
    return `Die Zahl ${input} steht ohne Anführungszeichen. `;
  }
  return typeof input === "object"
    ? "Hier stehen mehrere Angaben. "
    : `Hier steht „${excerpt(String(input).replace(/\s+/g, " "))}“. `;
}
