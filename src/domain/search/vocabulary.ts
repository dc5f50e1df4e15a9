import { fold } from "#domain/fold.ts";
import { formsOf, splitWords } from "./words.ts";

/**
 * Which words stand in which programme year, in passages of single agreements and in those that all
 * share. The browser loads it before it asks the indexes: they never say that a word is missing.
 */
export interface Vocabulary {
  /** Newest first; the position of a year is its bit. */
  readonly years: readonly string[];
  /** Folded words in the order of their code units, each with its years as a hexadecimal bit set. */
  readonly own: Readonly<Record<string, string>>;
  readonly common: Readonly<Record<string, string>>;
}

/** The words of one year. */
export interface YearWords {
  readonly year: string;
  readonly own: readonly string[];
  readonly common: readonly string[];
}

/** The folded words of records of the index, each once, in order. */
export function recordWords(records: readonly string[]): string[] {
  const words = new Set<string>();
  for (const html of records) {
    for (const [, sign = ""] of html.matchAll(/data-word="([^"]+)"/g)) words.add(sign);
    const text = html.replace(/<[^>]*>/g, " ").replace(/&\S+?;/g, " ");
    for (const word of splitWords(text)) words.add(word);
  }
  return [...new Set([...words].map(fold))].sort();
}

export function makeVocabulary(years: readonly YearWords[]): Vocabulary {
  const newestFirst = [...years].sort((a, b) => Number(b.year) - Number(a.year));
  const collect = (part: "own" | "common") => {
    const sets = new Map<string, bigint>();
    newestFirst.forEach((words, position) => {
      for (const word of words[part]) {
        sets.set(word, (sets.get(word) ?? 0n) | (1n << BigInt(position)));
      }
    });
    return Object.fromEntries(
      [...sets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, set]) => [word, set.toString(16)]),
    );
  };
  return {
    years: newestFirst.map(({ year }) => year),
    own: collect("own"),
    common: collect("common"),
  };
}

/** Looks up the years that contain all words of a text in some form. */
export class VocabularyReader {
  readonly #vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Newest first. */
  get years(): readonly string[] {
    return this.#vocabulary.years;
  }

  /** @param part passages of single agreements, or those that all of a year share */
  yearsWith(text: string, part: "own" | "common"): Set<string> {
    const entries = Object.entries(this.#vocabulary[part]);
    let found = (1n << BigInt(this.years.length)) - 1n;
    for (const word of splitWords(text)) {
      const isForm = formsOf(word);
      let set = 0n;
      for (const [known, years] of entries) {
        if (isForm(known)) set |= BigInt(`0x${years}`);
      }
      found &= set;
    }
    return new Set(this.years.filter((_, position) => (found >> BigInt(position)) & 1n));
  }
}
