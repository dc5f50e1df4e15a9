import { type Facet, facets, type SearchState, toIndexQuery } from "#domain/search/search-state.ts";

/** Number of agreements for each value of each facet; a value that is missing has none. */
export type FacetCounts = Record<Facet, Record<string, number>>;

/** A section in which the words were found. */
export interface SectionHit {
  /** `§ 5 Ziele für die Umsetzung …`; undefined before the first section. */
  readonly title: string | undefined;
  readonly url: string;
  /** HTML with `<mark>` around the found words. */
  readonly excerpt: string;
}

export interface AgreementHit {
  readonly url: string;
  readonly district: string;
  readonly year: string;
  /** Whole euros. */
  readonly amount: number;
  readonly sections: readonly SectionHit[];
}

export interface SearchResult {
  readonly count: number;
  /** What each facet value would leave, given the query and the other facets. */
  readonly counts: FacetCounts;
  /** Loads hits from `start`, at most `length`. */
  readonly load: (start: number, length: number) => Promise<AgreementHit[]>;
}

/** The part of Pagefind's browser API that is used; https://pagefind.app/docs/api/ */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  filters(): Promise<Record<string, Record<string, number>>>;
  search(
    query: string | null,
    options: { filters: Record<string, unknown>; sort?: Record<string, "asc" | "desc"> },
  ): Promise<{
    results: { data(): Promise<PagefindPage> }[];
    filters: Record<string, Record<string, number>>;
  }>;
}

interface PagefindPage {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly { title: string; url: string; excerpt: string }[];
}

/** „§5.“ at a section's start: the word that makes „§ 5“ searchable, not part of its text. */
const headingWord = /(?:<mark>)?§\d+\.?(?:<\/mark>)?\s/g;

let loading: Promise<Pagefind> | undefined;

/** Starts loading the index; the first search waits for it. */
export function loadIndex(): Promise<Pagefind> {
  loading ??= import(/* @vite-ignore */ new URL("/pagefind/pagefind.js", location.href).href).then(
    async (pagefind: Pagefind) => {
      await pagefind.options({ excerptLength: 24 });
      // Until the filters are loaded, a search knows no counts.
      await pagefind.filters();
      return pagefind;
    },
  );
  return loading;
}

export async function searchIndex(state: SearchState): Promise<SearchResult> {
  const pagefind = await loadIndex();
  const query = toIndexQuery(state.query) || null;
  const ask = (chosen: readonly Facet[]) =>
    pagefind.search(query, {
      filters: Object.fromEntries(chosen.map((facet) => [facet, { any: state.chosen[facet] }])),
      ...(state.sorting !== "relevanz" && { sort: { [state.sorting]: "desc" } }),
    });

  const chosen = facets.filter((facet) => state.chosen[facet].length > 0);
  const { results, filters } = await ask(chosen);
  // Within a facet any value may match, so its own choice must not count against the others.
  const counts: FacetCounts = { jahr: {}, kommune: {}, massnahme: {} };
  for (const facet of facets) {
    const found = chosen.includes(facet)
      ? (await ask(chosen.filter((other) => other !== facet))).filters
      : filters;
    counts[facet] = found[facet] ?? {};
  }
  return {
    count: results.length,
    counts,
    load: async (start, length) => {
      const pages = results.slice(start, start + length).map((result) => result.data());
      return (await Promise.all(pages)).map(toHit);
    },
  };
}

function toHit({ url, meta, sub_results }: PagefindPage): AgreementHit {
  return {
    url,
    district: meta.kommune ?? "",
    year: meta.jahr ?? "",
    amount: Number(meta.betrag),
    sections: sub_results.map((section) => ({
      title: section.url.includes("#") ? section.title : undefined,
      url: section.url,
      excerpt: section.excerpt.replace(headingWord, ""),
    })),
  };
}
