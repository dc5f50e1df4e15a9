import { formatEuros } from "#domain/format.ts";
import type { Change, FieldChange } from "./change.ts";
import { describeWords } from "./describe-words.ts";
import { endSentence, shorten } from "./quote.ts";
import { compareWords } from "./words.ts";

/** As many characters as a sentence has of a value, a title for one. */
const longest = 160;

/** A fact as a sentence: `Sitz „Friedberg“ statt „Bad Nauheim“.` */
export function describeField({ label, before, after }: FieldChange): string {
  if (before === undefined) return endSentence(`${label} neu: ${shorten(after ?? "", longest)}`);
  if (after === undefined) return endSentence(`${label} entfernt: ${shorten(before, longest)}`);
  // Of a long text, only what differs can be found.
  if (Math.max(before.length, after.length) > longest || shorten(before) === shorten(after)) {
    return endSentence(
      `${label} geändert: ${describeWords(compareWords(bare(before), bare(after)))}`,
    );
  }
  return endSentence(`${label} ${shorten(after, longest)} statt ${shorten(before, longest)}`);
}

/** Several facts of one thing: `Amt „Stadtrat“ statt „Landrat“, Datum 1. Juli 2024 ergänzt`. */
export function describeFields(fields: readonly FieldChange[]): string {
  return fields
    .map(({ label, before, after }) => {
      const [old, now] = [shorten(before ?? "", longest), shorten(after ?? "", longest)];
      if (before === undefined) return `${label} ${now} ergänzt`;
      if (after === undefined) return `${label} ${old} entfernt`;
      if (old !== now) return `${label} ${now} statt ${old}`;
      return `${label} geändert: ${describeWords(compareWords(bare(before), bare(after)))}`;
    })
    .join(", ");
}

export function describeAmount(change: Extract<Change, { kind: "amount" }>): string {
  const { label, before, after } = change;
  return `${label} ${formatEuros(after)} statt ${formatEuros(before)} (${formatChange(before, after)}).`;
}

/** In percent; in euros what is too little, or has no ratio. */
function formatChange(before: number, after: number): string {
  const sign = after > before ? "+" : "−";
  const percent = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 1 }).format(
    Math.abs((after / before - 1) * 100),
  );
  return before === 0 || percent === "0" || !Number.isFinite(after / before)
    ? `${sign}${formatEuros(Math.abs(after - before))}`
    : `${sign}${percent}\u00a0%`;
}

/** Without the quotation marks around it. */
function bare(value: string): string {
  return value.replace(/^„([\s\S]*)“$/, "$1");
}
