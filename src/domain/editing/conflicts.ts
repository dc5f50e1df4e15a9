import { parse } from "yaml";
import { agreementSchema } from "#domain/agreement/schema.ts";
import { excerpt } from "#domain/excerpt.ts";
import { splitFile } from "#domain/file-parts.ts";
import { formatEuros } from "#domain/format.ts";

/** A part of an entry that was changed differently in two versions of it. */
export interface FieldConflict {
  /** The label the editor sees: `Fördersumme`, `§ 5 Ziele`. */
  readonly field: string;
  /** How each side has it, where it is short enough to say. */
  readonly published?: string;
  readonly draft?: string;
}

/**
 * The parts that both sides changed, each in its own way.
 *
 * @param base the text both started from; undefined where it is new on both sides
 * @param published the text on the main branch; undefined where it was removed
 * @param draft the text of the draft; undefined where it removes the entry
 * @returns never empty: `Datei` where no part can be named
 */
export function findConflicts(
  base: string | undefined,
  published: string | undefined,
  draft: string | undefined,
): FieldConflict[] {
  if (published === undefined || draft === undefined) return [{ field: "Datei" }];
  const [before, theirs, ours] = [base ?? "", published, draft].map(divide);
  const keys = new Set([...(theirs?.keys() ?? []), ...(ours?.keys() ?? [])]);
  const conflicts = [...keys].flatMap((key) => {
    const [old, there, here] = [before, theirs, ours].map((parts) => parts?.get(key));
    if (there === here || there === old || here === old) return [];
    return [
      {
        field: labelOf(key),
        ...(isShort(key, there) && { published: formatPart(key, there) }),
        ...(isShort(key, here) && { draft: formatPart(key, here) }),
      },
    ];
  });
  return conflicts.length > 0 ? conflicts : [{ field: "Datei" }];
}

/**
 * Labels of the parts that differ between two versions, in the order of the newer one; those that
 * are gone come last.
 */
export function changedFields(before: string, after: string): string[] {
  const [old, now] = [divide(before), divide(after)];
  return [...new Set([...now.keys(), ...old.keys()])]
    .filter((key) => old.get(key) !== now.get(key))
    .map(labelOf);
}

/** One conflict as part of a sentence: `Fördersumme (veröffentlicht 1 €, im Entwurf 2 €)`. */
export function describeConflict({ field, published, draft }: FieldConflict): string {
  if (published === undefined || draft === undefined) return field;
  return `${field} (veröffentlicht ${published}, im Entwurf ${draft})`;
}

/** Fields of the frontmatter as JSON, sections of the body as text; keys start with what they are. */
function divide(source: string): Map<string, string> {
  const parts = splitFile(source, "");
  const [yaml, body] = "code" in parts ? [source, ""] : [parts.yaml, parts.body];
  const sections = body.split(/^(?=## )/m).map((text) => {
    const [heading = ""] = text.startsWith("## ") ? text.slice(3).split("\n") : [];
    return [`section ${heading.trim()}`, text.trim()] as const;
  });
  return new Map([
    ...Object.entries(readFields(yaml)).map(
      ([key, value]) => [`field ${key}`, JSON.stringify(value)] as const,
    ),
    ...sections.filter(([, text]) => text !== ""),
  ]);
}

function readFields(yaml: string): object {
  try {
    const value: unknown = parse(yaml, { maxAliasCount: 0 });
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

function labelOf(key: string): string {
  const [kind, ...rest] = key.split(" ");
  const name = rest.join(" ");
  if (kind === "section") return name || "Text vor der ersten Überschrift";
  const schemas: Record<string, { meta(): { title?: string | undefined } | undefined }> =
    agreementSchema.shape;
  return (Object.hasOwn(schemas, name) && schemas[name]?.meta()?.title) || name;
}

/** Numbers and short texts can be told in a sentence, lists and sections cannot. */
function isShort(key: string, value: string | undefined): value is string {
  return key.startsWith("field ") && value !== undefined && !/^[[{]/.test(value);
}

function formatPart(key: string, json: string): string {
  const value: unknown = JSON.parse(json);
  if (key === "field amount" && typeof value === "number") return formatEuros(value);
  return `„${excerpt(String(value))}“`;
}
