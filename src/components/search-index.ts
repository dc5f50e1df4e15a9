import { type Facet, facets, type SearchState, toIndexQuery } from "#domain/search/search-state.ts";

/** Number of agreements for each value of each facet. */
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
  readonly title: string;
  readonly district: string;
  readonly year: string;
  /** Whole euros. */
  readonly amount: number;
  readonly sections: readonly SectionHit[];
}

export interface SearchResult {
  readonly count: number;
  /** What each facet value would leave, given the other choices. */
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

let loading: Promise<Pagefind> | undefined;

/** Starts loading the index; the first search waits for it. */
export function loadIndex(): Promise<Pagefind> {
  loading ??= import(/* @vite-ignore */ new URL("/pagefind/pagefind.js", location.href).href).then(
    async (pagefind: Pagefind) => {
      await pagefind.options({ excerptLength: 24 });
      return pagefind;
    },
  );
  return loading;
}

export async function searchIndex(state: SearchState): Promise<SearchResult> {
  const pagefind = await loadIndex();
  // Without this the first search knows no counts.
  const all = await pagefind.filters();
  const chosen = facets.filter((facet) => state.chosen[facet].length > 0);
  const { results, filters } = await pagefind.search(toIndexQuery(state.query) || null, {
    filters: Object.fromEntries(chosen.map((facet) => [facet, { any: state.chosen[facet] }])),
    ...(state.sorting !== "relevanz" && { sort: { [state.sorting]: "desc" } }),
  });
  return {
    count: results.length,
    counts: facetCounts(all, filters),
    load: async (start, length) => {
      const pages = results.slice(start, start + length).map((result) => result.data());
      return (await Promise.all(pages)).map(toHit);
    },
  };
}

/** Every value of the index stays listed, with 0 where nothing is left. */
function facetCounts(
  all: Record<string, Record<string, number>>,
  left: Record<string, Record<string, number>>,
): FacetCounts {
  const counts = (facet: Facet) =>
    Object.fromEntries(
      Object.keys(all[facet] ?? {}).map((value) => [value, left[facet]?.[value] ?? 0]),
    );
  return { jahr: counts("jahr"), kommune: counts("kommune"), massnahme: counts("massnahme") };
}

function toHit({ url, meta, sub_results }: PagefindPage): AgreementHit {
  return {
    url,
    title: meta.title ?? "",
    district: meta.kommune ?? "",
    year: meta.jahr ?? "",
    amount: Number(meta.betrag),
    sections: sub_results.map((section) => ({
      title: section.url.includes("#") ? section.title : undefined,
      url: section.url,
      excerpt: section.excerpt,
    })),
  };
}
