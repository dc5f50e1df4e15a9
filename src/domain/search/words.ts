import { fold } from "#domain/fold.ts";

/** Endings that differ between forms of one word: „Projekt“, „Projekten“, „Kreises“. */
const endings = new Set(["", "e", "en", "ens", "er", "ern", "em", "es", "n", "ns", "s", "nen"]);
/** Shorter beginnings say nothing: „der“ is no form of „den“. */
const shortest = 4;

/** The words and numbers of a text, and section signs with their number: `§5`. */
export function splitWords(text: string): string[] {
  return text.match(/§\d+|[\p{L}\p{N}.]*[\p{L}\p{N}]/gu) ?? [];
}

/** A function that tells folded words that are a form of the given one, or begin with it. */
export function formsOf(word: string): (folded: string) => boolean {
  const asked = fold(word);
  return (known) => {
    if (known.startsWith(asked)) return true;
    let common = 0;
    while (common < asked.length && asked[common] === known[common]) common++;
    return (
      common >= shortest && endings.has(asked.slice(common)) && endings.has(known.slice(common))
    );
  };
}
