import { VocabularyReader } from "#domain/search/vocabulary.ts";

/** The part of Pagefind's browser API that is used; https://pagefind.app/docs/api/ */
export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  mergeIndex(path: string, options?: Record<string, unknown>): Promise<void>;
  filters(): Promise<PagefindCounts>;
  search(
    query: string | null,
    options: { filters: PagefindFilters; sort?: Record<string, "asc" | "desc"> },
  ): Promise<{ results: PagefindResult[]; filters: PagefindCounts }>;
}

/** For each filter the values that may match. */
export type PagefindFilters = Record<string, { any: readonly string[] }>;

/** For each filter and value the number of pages. */
export type PagefindCounts = Record<string, Record<string, number>>;

export interface PagefindResult {
  readonly score: number;
  data(): Promise<PagefindPage>;
}

export interface PagefindPage {
  readonly url: string;
  readonly content: string;
  /** Positions of the found words in `content`. */
  readonly locations: readonly number[];
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly { title: string; url: string; excerpt: string }[];
}

/** All that a search needs. */
export interface LoadedIndex {
  readonly pagefind: Pagefind;
  readonly vocabulary: VocabularyReader;
}

let loading: Promise<LoadedIndex> | undefined;

/** Starts loading the index: what agreements have in common, and the agreements of each year. */
export function loadIndex(): Promise<LoadedIndex> {
  loading ??= load();
  return loading;
}

async function load(): Promise<LoadedIndex> {
  const address = new URL("/pagefind/pagefind.js", location.href).href;
  const [pagefind, vocabulary] = await Promise.all([
    import(/* @vite-ignore */ address) as Promise<Pagefind>,
    fetch("/pagefind/vocabulary.json").then((response) => response.json()),
  ]);
  const options = { excerptLength: 24 };
  await pagefind.options(options);
  const reader = new VocabularyReader(vocabulary);
  await Promise.all(reader.years.map((year) => pagefind.mergeIndex(`/pagefind/${year}/`, options)));
  // Until the filters are loaded, a search knows no counts.
  await pagefind.filters();
  return { pagefind, vocabulary: reader };
}
