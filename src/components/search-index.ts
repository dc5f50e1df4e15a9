import {
  findYears,
  type Lookup,
  noPlan,
  planSearch,
  queryUnits,
} from "#domain/search/search-plan.ts";
import {
  type Facet,
  facets,
  type SearchState,
  type Sorting,
  toIndexQuery,
} from "#domain/search/search-state.ts";
import {
  loadIndex,
  type Pagefind,
  type PagefindFilters,
  type PagefindPage,
  type PagefindResult,
} from "./pagefind.ts";

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

/** An agreement that has the words in a passage of its own. */
export interface AgreementHit {
  readonly url: string;
  readonly district: string;
  readonly year: string;
  /** Whole euros. */
  readonly amount: number;
  readonly sections: readonly SectionHit[];
}

/** Agreements of a year that have the words where all of that year read the same. */
export interface CommonHit {
  readonly year: string;
  /** How many agreements of that year the facets leave. */
  readonly count: number;
  /** Their values of the facet `kommune`. */
  readonly districts: () => Promise<string[]>;
  /** Their `url` is a fragment, the same in each agreement. */
  readonly sections: readonly SectionHit[];
}

export interface SearchResult {
  /** Whether only words that begin like those asked for were found. */
  readonly isSimilar: boolean;
  /** Agreements that contain all words, in a passage of their own or in a common one. */
  readonly count: number;
  /** What each facet value would leave, given the query and the other facets. */
  readonly counts: FacetCounts;
  /** How many agreements `next` gives in all. */
  readonly hitCount: number;
  /** The hits that follow those it gave before, at most `length`. */
  readonly next: (length: number) => Promise<AgreementHit[]>;
  /** Newest first. */
  readonly common: readonly CommonHit[];
}

/** „§5.“ at a section's start: the word that makes „§ 5“ searchable, not part of its text. */
const headingWord = /(?:<mark>)?§\d+\.?(?:<\/mark>)?\s/g;

/**
 * Finds agreements. Most of an agreement's words are common to all of its year; those are indexed
 * once. The vocabulary says which words these are; the agreements are asked for what is left.
 */
export async function searchIndex({
  query,
  chosen: choices,
  sorting,
}: SearchState): Promise<SearchResult> {
  const { pagefind, vocabulary } = await loadIndex();
  const units = queryUnits(toIndexQuery(query));
  const asksNothing = query !== "" && units.length === 0;
  const plan = asksNothing ? noPlan : planSearch(units, findYears(units, vocabulary));
  const chosen = facets.filter((facet) => choices[facet].length > 0);
  const narrow = (narrowing: readonly Facet[]): Narrowing => ({
    isYear: (year) => !narrowing.includes("jahr") || choices.jahr.includes(year),
    filters: Object.fromEntries(
      narrowing
        .filter((facet) => facet !== "jahr")
        .map((facet) => [facet, { any: choices[facet] }]),
    ),
  });

  const narrowed = narrow(chosen);
  const found = await countAll(pagefind, plan.all, narrowed);
  const counts: FacetCounts = { jahr: {}, kommune: {}, massnahme: {} };
  for (const facet of facets) {
    // Within a facet any value may match, so its own choice must not count against the others.
    const isChosen = chosen.includes(facet);
    const others = narrow(chosen.filter((other) => other !== facet));
    counts[facet] = (isChosen ? await countAll(pagefind, plan.all, others) : found)[facet] ?? {};
  }
  const own = await findOwn(pagefind, plan.own, narrowed, sorting);
  const pages = inOrder(own, sorting);
  return {
    isSimilar: plan.isSimilar,
    count: sum(Object.values(found.jahr ?? {})),
    counts,
    hitCount: sum(own.map(({ length }) => length)),
    next: (length) => take(pages, length),
    common: await findCommon(pagefind, units.join(" "), plan.common, narrowed, found.jahr ?? {}),
  };
}

/** What the facets leave of the agreements. */
interface Narrowing {
  readonly isYear: (year: string) => boolean;
  readonly filters: PagefindFilters;
}

/** Agreements in lists: one by relevance, or one for each year, highest amount first. */
async function findOwn(
  pagefind: Pagefind,
  lookups: readonly Lookup[],
  { isYear, filters }: Narrowing,
  sorting: Sorting,
): Promise<PagefindResult[][]> {
  const lists: [year: string, results: PagefindResult[]][] = [];
  for (const { query, years } of lookups) {
    const wanted = years.filter(isYear);
    for (const part of sorting === "relevanz" ? [wanted] : wanted.map((year) => [year])) {
      if (part.length === 0) continue;
      const { results } = await pagefind.search(query, {
        filters: { ...filters, jahr: { any: part } },
        ...(sorting !== "relevanz" && { sort: { betrag: "desc" } }),
      });
      lists.push([part[0] ?? "", results]);
    }
  }
  lists.sort(([a], [b]) => Number(b) - Number(a));
  const results = lists.map(([, list]) => list);
  return sorting === "relevanz" ? [results.flat().sort((a, b) => b.score - a.score)] : results;
}

async function findCommon(
  pagefind: Pagefind,
  query: string,
  years: readonly string[],
  { isYear, filters }: Narrowing,
  counts: Readonly<Record<string, number>>,
): Promise<CommonHit[]> {
  const wanted = years.filter((year) => isYear(year) && (counts[year] ?? 0) > 0);
  // To Pagefind, no value at all is any value.
  if (wanted.length === 0) return [];
  const { results } = await pagefind.search(query, { filters: { gemeinsam: { any: wanted } } });
  const pages = await Promise.all(results.map((result) => result.data()));
  return pages
    .map(({ meta, sub_results }) => {
      const { jahr: year = "" } = meta;
      return {
        year,
        count: counts[year] ?? 0,
        districts: async () => {
          const members = { filters: { ...filters, jahr: { any: [year] } } };
          const { kommune = {} } = (await pagefind.search(null, members)).filters;
          return Object.keys(kommune).filter((slug) => (kommune[slug] ?? 0) > 0);
        },
        sections: sub_results.map((section) => ({
          ...toSection(section),
          url: section.url.replace(/^[^#]*/, ""),
        })),
      };
    })
    .sort((a, b) => Number(b.year) - Number(a.year));
}

/** For each facet and value the number of agreements. */
async function countAll(
  pagefind: Pagefind,
  lookups: readonly Lookup[],
  { isYear, filters }: Narrowing,
): Promise<Partial<Record<string, Record<string, number>>>> {
  const total: Record<string, Record<string, number>> = {};
  for (const { query, years } of lookups) {
    const wanted = years.filter(isYear);
    if (wanted.length === 0) continue;
    const found = await pagefind.search(query, { filters: { ...filters, jahr: { any: wanted } } });
    for (const [name, values] of Object.entries(found.filters)) {
      const counts = total[name] ?? {};
      for (const [value, count] of Object.entries(values)) {
        counts[value] = (counts[value] ?? 0) + count;
      }
      total[name] = counts;
    }
  }
  return total;
}

/** Lists one after the other; for the amounts merged, looking at no more than is asked for. */
async function* inOrder(
  lists: readonly (readonly PagefindResult[])[],
  sorting: Sorting,
): AsyncGenerator<PagefindPage> {
  if (sorting !== "betrag") {
    for (const result of lists.flat()) yield await result.data();
    return;
  }
  const heads = await Promise.all(
    lists.map(async ([first, ...rest]) => ({ page: await first?.data(), rest })),
  );
  for (;;) {
    const [best] = heads
      .filter(({ page }) => page !== undefined)
      .sort((a, b) => Number(b.page?.meta.betrag) - Number(a.page?.meta.betrag));
    if (!best?.page) return;
    yield best.page;
    best.page = await best.rest.shift()?.data();
  }
}

async function take(pages: AsyncGenerator<PagefindPage>, length: number): Promise<AgreementHit[]> {
  const hits: AgreementHit[] = [];
  while (hits.length < length) {
    const { done, value } = await pages.next();
    if (done) break;
    hits.push(toHit(value));
  }
  return hits;
}

function toHit({ url, meta, sub_results }: PagefindPage): AgreementHit {
  return {
    url,
    district: meta.kommune ?? "",
    year: meta.jahr ?? "",
    amount: Number(meta.betrag),
    sections: sub_results.map(toSection),
  };
}

function toSection({ title, url, excerpt }: PagefindPage["sub_results"][number]): SectionHit {
  return {
    title: url.includes("#") ? title : undefined,
    url,
    excerpt: excerpt.replace(headingWord, ""),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
