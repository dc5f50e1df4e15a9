import type { VocabularyReader } from "./vocabulary.ts";

/** What was found in the agreements of a programme year. */
export interface YearFinds {
  readonly year: string;
  /** The words that the common wording of the year lacks. */
  readonly rest: readonly string[];
  /**
   * Whether passages of single agreements contain the words asked for: `rest`, or all of them where
   * nothing is left. `similar` where only words that begin alike may.
   */
  readonly own: "exact" | "similar";
}

/** One question to the index. */
export interface Lookup {
  /** `null` for all agreements. */
  readonly query: string | null;
  readonly years: readonly string[];
}

export interface SearchPlan {
  /** Whether only words that begin alike were found. */
  readonly isSimilar: boolean;
  /** Years in which all words are common to all agreements. */
  readonly common: readonly string[];
  /** Finds the agreements that have the words in passages of their own. */
  readonly own: readonly Lookup[];
  /** Together they find each agreement once that contains all words somewhere. */
  readonly all: readonly Lookup[];
}

/** For a query of marks alone. */
export const noPlan: SearchPlan = { isSimilar: false, common: [], own: [], all: [] };

/** The words and "phrases" of a query, each of which must be found; marks alone are none. */
export function queryUnits(query: string): string[] {
  const units = query.match(/"[^"]+"|\S+/g) ?? [];
  return units.filter((unit) => /[\p{L}\p{N}]/u.test(unit));
}

/** What each year has of the words, by the vocabulary. */
export function findYears(units: readonly string[], vocabulary: VocabularyReader): YearFinds[] {
  const common = new Map(units.map((unit) => [unit, vocabulary.yearsWith(unit, "common")]));
  const own = new Map(units.map((unit) => [unit, vocabulary.yearsWith(unit, "own")]));
  return vocabulary.years.map((year) => {
    const rest = units.filter((unit) => !common.get(unit)?.has(year));
    const asked = rest.length > 0 ? rest : units;
    return {
      year,
      rest,
      own: asked.every((unit) => own.get(unit)?.has(year)) ? "exact" : "similar",
    };
  });
}

/** The words that a year's agreements have to contain themselves. */
function ownQuery({ rest }: Pick<YearFinds, "rest">, units: readonly string[]): string {
  return (rest.length > 0 ? rest : units).join(" ");
}

/**
 * Decides what to ask the index, given what each year has. Years with similar words only count
 * where no year has the words themselves. A query without words finds all agreements.
 */
export function planSearch(units: readonly string[], finds: readonly YearFinds[]): SearchPlan {
  if (units.length === 0) {
    const all = [{ query: null, years: finds.map(({ year }) => year) }];
    return { isSimilar: false, common: [], own: all, all };
  }
  const isCommon = ({ rest }: YearFinds) => rest.length === 0;
  const anyExact = finds.some((find) => isCommon(find) || find.own === "exact");
  const isFound = ({ own }: YearFinds) => own === "exact" || (own === "similar" && !anyExact);
  const common = finds.filter(isCommon).map(({ year }) => year);
  const lookups = (list: readonly YearFinds[]): Lookup[] =>
    [...Map.groupBy(list, (find) => ownQuery(find, units))].map(([query, members]) => ({
      query,
      years: members.map(({ year }) => year),
    }));
  return {
    isSimilar: !anyExact,
    common,
    own: lookups(finds.filter(isFound)),
    all: [
      ...(common.length > 0 ? [{ query: null, years: common }] : []),
      ...lookups(finds.filter((find) => !isCommon(find) && isFound(find))),
    ],
  };
}
