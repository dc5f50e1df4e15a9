import { fold } from "#domain/fold.ts";
import type { Measure } from "./schema.ts";

/**
 * The Maßnahmenart that a heading of § 5 names. Originals number them in different ways and have
 * slips of their own („Ausbildungskoaching“), so the heading's words decide, never its number.
 *
 * @returns undefined where no title shares half of its words with the heading
 */
export function closestMeasure(heading: string, measures: readonly Measure[]): Measure | undefined {
  const exact = measures.find(({ title }) => heading.endsWith(title));
  if (exact && /^(?:\d+\. )?$/.test(heading.slice(0, -exact.title.length))) return exact;
  const words = wordsOf(heading);
  let best: { measure: Measure; likeness: number } | undefined;
  for (const measure of measures) {
    const likeness = likenessOf(words, wordsOf(measure.title));
    if (likeness >= 0.5 && likeness > (best?.likeness ?? 0)) best = { measure, likeness };
  }
  return best?.measure;
}

function wordsOf(text: string): Set<string> {
  return new Set(fold(text).match(/\p{L}+/gu) ?? []);
}

/** Sørensen–Dice coefficient: 1 for the same words, 0 for none in common. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return (2 * common) / (a.size + b.size || 1);
}
