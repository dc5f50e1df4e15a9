import { excerpt } from "#domain/excerpt.ts";
import { splitFile } from "#domain/file-parts.ts";
import { formatEuros } from "#domain/format.ts";
import { fieldLabel, readFields } from "#domain/read-data.ts";
import type { EntryKind } from "./entries.ts";
import { schemaOf } from "./schemas.ts";

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
 * @returns empty where each part was changed on one side at most, or in the same way
 */
export function findConflicts(
  kind: EntryKind,
  base: string | undefined,
  published: string | undefined,
  draft: string | undefined,
): FieldConflict[] {
  if (published === undefined || draft === undefined) return [];
  const [before, theirs, ours] = divide([base ?? "", published, draft]);
  const keys = new Set([...(theirs?.keys() ?? []), ...(ours?.keys() ?? [])]);
  return [...keys].flatMap((key) => {
    const [old, there, here] = [before, theirs, ours].map((parts) => parts?.get(key));
    if (there === here || there === old || here === old) return [];
    return [
      {
        field: labelOf(kind, key),
        ...(isShort(key, there) && { published: formatPart(key, there) }),
        ...(isShort(key, here) && { draft: formatPart(key, here) }),
      },
    ];
  });
}

/** One conflict as part of a sentence: `Fördersumme (veröffentlicht 1 €, im Entwurf 2 €)`. */
export function describeConflict({ field, published, draft }: FieldConflict): string {
  if (published === undefined || draft === undefined) return field;
  return `${field} (veröffentlicht ${published}, im Entwurf ${draft})`;
}

/**
 * The parts of each version: fields of the frontmatter as JSON, sections of the body as text. Keys
 * start with what they are. Where one version's fields cannot be read, all are one part.
 */
function divide(versions: readonly string[]): Map<string, string>[] {
  const read = versions.map((source) => {
    const parts = splitFile(source, "");
    const { yaml, body } = "code" in parts ? { yaml: source, body: "" } : parts;
    return { yaml, body, fields: readFields(yaml) };
  });
  const isReadable = read.every(({ fields }) => fields !== undefined);
  return read.map(({ yaml, body, fields = {} }) => {
    const facts = isReadable
      ? Object.entries(fields).map(
          ([key, value]) => [`field ${key}`, JSON.stringify(value)] as const,
        )
      : [["head", yaml] as const];
    const sections = body.split(/^(?=## )/m).map((text) => {
      const [heading = ""] = text.startsWith("## ") ? text.slice(3).split("\n") : [];
      return [`section ${heading.trim()}`, text.trim()] as const;
    });
    return new Map([...facts, ...sections.filter(([, text]) => text !== "")]);
  });
}

function labelOf(kind: EntryKind, key: string): string {
  const [what, ...rest] = key.split(" ");
  const name = rest.join(" ");
  if (what === "head") return "Kopf der Datei";
  if (what === "field") return fieldLabel(schemaOf(kind), [name]);
  return name || "Text vor der ersten Überschrift";
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
