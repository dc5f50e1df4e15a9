import { fold } from "#domain/fold.ts";
import { formsOf, splitWords } from "./words.ts";

/**
 * The words of a query that none of the found places contains in any form. Pagefind shortens a word
 * it does not know until something begins with it; whoever reads the results has to know.
 *
 * @param marked the marked texts of all loaded hits
 */
export function missingWords(query: string, marked: readonly string[]): string[] {
  const found = marked.flatMap(splitWords).map(fold);
  return splitWords(query).filter((word) => !found.some(formsOf(word)));
}
