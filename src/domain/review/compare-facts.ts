import type { z } from "zod";
import type { Change, Names } from "./change.ts";
import { compareBudgets, compareSignatures } from "./compare-lists.ts";
import { compareProjects } from "./compare-projects.ts";
import { compareLeaves } from "./leaves.ts";
import { type Data, isList, isSame, labelOf } from "./values.ts";

/**
 * What differs between the facts of two versions, whatever they are: a fact of the wrong type is
 * compared as it stands.
 *
 * @param schema gives the facts their labels
 */
export function compareFacts(before: Data, after: Data, schema: z.ZodType, names: Names): Change[] {
  const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [
    ...[...keys].flatMap((key) => compareFact(key, before[key], after[key], schema, names)),
    ...(hasOtherOrder(before, after) ? [{ kind: "field-order" as const }] : []),
  ];
}

function compareFact(
  key: string,
  before: unknown,
  after: unknown,
  schema: z.ZodType,
  names: Names,
): Change[] {
  if (isSame(before, after)) return [];
  const [old, now] = [before ?? [], after ?? []];
  if (isList(old) && isList(now)) {
    if (key === "projects") return compareProjects(old, now, names);
    if (key === "signatures") return compareSignatures(old, now, schema, names);
    if (key === "budgets") return compareBudgets(old, now, names);
  }
  if (key === "draft" && isDraft(before) !== isDraft(after)) {
    return [{ kind: "draft", isDraft: isDraft(after) }];
  }
  if (key === "amount" && typeof before === "number" && typeof after === "number") {
    return [{ kind: "amount", label: labelOf(schema, [key]), before, after }];
  }
  const digest = labelOf(schema, ["source", "sha256"]);
  return compareLeaves(before, after, (path) => labelOf(schema, path), names, [key]).map((field) =>
    field.before !== undefined && field.after !== undefined && field.label === digest
      ? { kind: "digest" }
      : { kind: "field", ...field },
  );
}

function isDraft(value: unknown): boolean {
  return value === true;
}

/** Whether fields that both versions have changed places. */
function hasOtherOrder(before: Data, after: Data): boolean {
  const [old, now] = [Object.keys(before), Object.keys(after)];
  const shared = old.filter((key) => Object.hasOwn(after, key));
  return !isSame(
    shared,
    now.filter((key) => Object.hasOwn(before, key)),
  );
}
