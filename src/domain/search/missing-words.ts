import { fold } from "#domain/fold.ts";

/** Endings that differ between forms of one word: „Projekt“, „Projekten“, „Kreises“. */
const endingLength = 3;
const shortest = 4;

/**
 * The words of a query that none of the found places contains in any form. Pagefind shortens a word
 * it does not know until something begins with it; whoever reads the results has to know.
 *
 * @param marked the marked texts of all loaded hits
 */
export function missingWords(query: string, marked: readonly string[]): string[] {
  const found = marked.flatMap(splitWords);
  return splitWords(query).filter((word) => {
    const stem = fold(word).slice(0, Math.max(shortest, word.length - endingLength));
    return !found.some((text) => fold(text).startsWith(stem));
  });
}

function splitWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}.]*[\p{L}\p{N}]/gu) ?? [];
}
