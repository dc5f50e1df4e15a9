/** What two texts are compared by: how often each of their parts stands in them. */
export type Parts = ReadonlyMap<string, number>;

/** An item of each list, with their places in them. */
export interface Pair<Item> {
  readonly before: Item;
  readonly after: Item;
  readonly from: number;
  readonly to: number;
}

/** Items of two lists that belong together, and those that have no counterpart. */
export interface Matches<Item> {
  readonly pairs: readonly Pair<Item>[];
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

/** How items are found to be the same or alike. */
export interface Likeness<Item> {
  /** Keys that make two items one; the strictest first. */
  readonly ranks: readonly ((item: Item) => string)[];
  /** What is compared of items that no key makes one. */
  readonly partsOf: (item: Item) => Parts;
  /** From which likeness on two items are one that was changed. */
  readonly least: number;
}

/** Of more pairs, only those that a rank makes one are found. */
const mostCompared = 100_000;

/**
 * Pairs the items of two lists: first those that a rank says are the same, rank by rank, then those
 * that are alike, the likest first. Pairs are in the order of the second list.
 */
export function match<Item>(
  before: readonly Item[],
  after: readonly Item[],
  { ranks, partsOf, least }: Likeness<Item>,
): Matches<Item> {
  const pairs: Pair<Item>[] = [];
  const [olds, news] = [new Map(before.entries()), new Map(after.entries())];
  const pair = (from: number, to: number) => {
    const [old, now] = [olds.get(from), news.get(to)];
    if (!olds.delete(from) || !news.delete(to)) return;
    pairs.push({ before: old as Item, after: now as Item, from, to });
  };
  for (const keyOf of ranks) {
    const places = new Map<string, number[]>();
    for (const [to, now] of news) {
      const key = keyOf(now);
      const known = places.get(key);
      if (known) known.push(to);
      else places.set(key, [to]);
    }
    for (const [from, old] of [...olds]) {
      const to = places.get(keyOf(old))?.shift();
      if (to !== undefined) pair(from, to);
    }
  }
  const isTooMuch = olds.size * news.size > mostCompared;
  const parts = isTooMuch ? [] : [...news].map(([to, now]) => [to, partsOf(now)] as const);
  const alike = [...olds]
    .flatMap(([from, old]) => {
      const own = partsOf(old);
      return parts.map(([to, others]) => ({ from, to, by: likeness(own, others) }));
    })
    .filter(({ by }) => by >= least)
    .sort((a, b) => b.by - a.by);
  for (const { from, to } of alike) if (olds.has(from) && news.has(to)) pair(from, to);
  return {
    pairs: pairs.sort((a, b) => a.to - b.to),
    removed: [...olds.values()],
    added: [...news.values()],
  };
}

/** Whether the pairs stand in another order in the second list than in the first. */
export function isReordered(pairs: readonly Pair<unknown>[]): boolean {
  return pairs.some(({ from }, index) => index > 0 && from < (pairs[index - 1]?.from ?? 0));
}

/** How alike two texts are: 1 the same parts, 0 nothing in common (Sørensen–Dice). */
export function likeness(one: Parts, other: Parts): number {
  const total = sizeOf(one) + sizeOf(other);
  if (total === 0) return 0;
  let common = 0;
  for (const [part, count] of one) common += Math.min(count, other.get(part) ?? 0);
  return (2 * common) / total;
}

function sizeOf(parts: Parts): number {
  let size = 0;
  for (const count of parts.values()) size += count;
  return size;
}
