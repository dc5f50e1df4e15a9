import type { Section } from "./sections.ts";

type Named = Pick<Section, "id">;

/**
 * The sections that do not stand where they belong, and what is expected in their place: those
 * before which one is missing, that stand twice, too early or too late.
 *
 * A section that is out of place stands in for one that is missing beside it, as does one without a
 * name: a wrong number is one mistake, not two.
 *
 * @returns `[section, "§ 4"]`, in reading order
 */
export function misplacedSections<Item extends Named>(sections: readonly Item[]): [Item, string][] {
  const numbers = sections.map(numberOf);
  const present = new Set(numbers);
  const inOrder = longestRise(numbers);
  const misplaced: [Item, string][] = [];
  let last = -1;
  let standIns = 0;
  sections.forEach((section, index) => {
    const number = numbers[index];
    if (number === undefined || !inOrder.has(index)) {
      standIns++;
      if (number !== undefined) misplaced.push([section, nameOf(last + 1)]);
      return;
    }
    const missing = numbersBetween(last, number).filter((between) => !present.has(between));
    if (missing.length > standIns) misplaced.push([section, nameOf(missing[0] ?? number)]);
    [last, standIns] = [number, 0];
  });
  return misplaced;
}

/** 0 for the Präambel, the number of a §, undefined for what is neither. */
function numberOf({ id }: Named): number | undefined {
  if (id === "praeambel") return 0;
  const [, number] = id.match(/^par-(\d+)$/) ?? [];
  return number ? Number(number) : undefined;
}

function nameOf(number: number): string {
  return number === 0 ? "die Präambel" : `§ ${number}`;
}

function numbersBetween(before: number, after: number): number[] {
  return Array.from({ length: Math.max(0, after - before - 1) }, (_, index) => before + 1 + index);
}

/** Positions of the longest rising subsequence; of two as long, the one with the smaller numbers. */
function longestRise(numbers: readonly (number | undefined)[]): Set<number> {
  /** For each length, where the rise of that length with the smallest last number ends. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  numbers.forEach((number, index) => {
    if (number === undefined) return;
    const found = ends.findIndex((end) => (numbers[end] ?? 0) >= number);
    if (numbers[ends[found] ?? -1] === number) return;
    const length = found < 0 ? ends.length : found;
    before[index] = ends[length - 1];
    ends[length] = index;
  });
  const rise = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before[at]) rise.add(at);
  return rise;
}
