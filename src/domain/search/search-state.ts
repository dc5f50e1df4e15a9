/** The facets a search can be narrowed by, as the address and the index name them. */
export const facets = ["jahr", "kommune", "massnahme"] as const;
export type Facet = (typeof facets)[number];

export const sortings = ["relevanz", "jahr", "betrag"] as const;
export type Sorting = (typeof sortings)[number];

/** All that decides what the search page shows; it stands in the page's address. */
export interface SearchState {
  readonly query: string;
  /** Chosen values of each facet; any of them may match. */
  readonly chosen: Readonly<Record<Facet, readonly string[]>>;
  readonly sorting: Sorting;
}

/** @param search as in `location.search`; what is not understood is left out */
export function readSearchState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const sorting = sortings.find((name) => name === parameters.get("sortierung"));
  return {
    query: parameters.get("q")?.trim() ?? "",
    chosen: {
      jahr: parameters.getAll("jahr"),
      kommune: parameters.getAll("kommune"),
      massnahme: parameters.getAll("massnahme"),
    },
    sorting: sorting ?? "relevanz",
  };
}

/** The address's query part with its `?`; empty for an empty search. */
export function writeSearchState({ query, chosen, sorting }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query) parameters.set("q", query);
  for (const facet of facets) {
    for (const value of chosen[facet]) parameters.append(facet, value);
  }
  if (sorting !== "relevanz") parameters.set("sortierung", sorting);
  const text = parameters.toString();
  return text && `?${text}`;
}

/** Whether there is anything to search for. */
export function isEmptySearch({ query, chosen }: SearchState): boolean {
  return query === "" && facets.every((facet) => chosen[facet].length === 0);
}

/** The query as the index expects it: „§ 5“ and „Paragraf 5“ are the one word „§5“ there. */
export function toIndexQuery(query: string): string {
  return query.replace(/(?:§|\bparagra(?:f|ph)\b)\s*(\d+)/gi, "§$1");
}
