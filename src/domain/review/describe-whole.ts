import { formatCount } from "#domain/format.ts";
import type { Change } from "./change.ts";
import { nameOfCompanion } from "./describe-files.ts";

/** `Fördersumme 1.310.490 €, 12 Projekte, 2 Unterschriften, Original (TXT)` of an entry. */
export function describeWhole(changes: readonly Change[]): string {
  const count = (kinds: readonly Change["kind"][], singular: string, plural: string) => {
    const found = changes.filter(({ kind }) => kinds.includes(kind)).length;
    return found === 0 ? [] : [formatCount(found, singular, plural)];
  };
  const fields = changes.flatMap((change) =>
    change.kind === "field" ? [{ label: change.label, value: change.after ?? change.before }] : [],
  );
  const amount = fields.find(({ label }) => label === "Fördersumme");
  const files = changes.flatMap((change) =>
    change.kind === "companion" ? [nameOfCompanion(change.file)] : [],
  );
  const parts = [
    ...(amount ? [`Fördersumme ${amount.value}`] : []),
    ...count(["project-added", "project-removed"], "Projekt", "Projekte"),
    ...count(["signature-added", "signature-removed"], "Unterschrift", "Unterschriften"),
    ...files,
  ];
  if (parts.length > 0) return parts.join(", ");
  return fields.map(({ label, value }) => `${label} ${value}`).join(", ") || "ohne lesbare Angaben";
}
