import { likeness } from "./words.ts";

/** Items of two lists that belong together, and those that have no counterpart. */
export interface Matches<Item> {
  readonly pairs: readonly (readonly [before: Item, after: Item])[];
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

/**
 * Pairs the items of two lists: first those that `ranks` say are the same, rank by rank, then those
 * whose texts are alike, the likest first.
 *
 * @param ranks keys that make two items one; the strictest first
 * @param textOf what is compared of the others
 * @param least from which likeness on two items are one that was changed
 */
export function match<Item>(
  before: readonly Item[],
  after: readonly Item[],
  ranks: readonly ((item: Item) => string)[],
  textOf: (item: Item) => string,
  least: number,
): Matches<Item> {
  const pairs: (readonly [Item, Item])[] = [];
  let [removed, added] = [[...before], [...after]];
  const pair = (one: Item, other: Item) => {
    pairs.push([one, other]);
    removed = removed.filter((item) => item !== one);
    added = added.filter((item) => item !== other);
  };
  for (const keyOf of ranks) {
    for (const one of [...removed]) {
      const other = added.find((item) => keyOf(item) === keyOf(one));
      if (other) pair(one, other);
    }
  }
  const alike = removed
    .flatMap((one) =>
      added.map((other) => ({ one, other, by: likeness(textOf(one), textOf(other)) })),
    )
    .filter(({ by }) => by >= least)
    .sort((a, b) => b.by - a.by);
  for (const { one, other } of alike) {
    if (removed.includes(one) && added.includes(other)) pair(one, other);
  }
  return { pairs, removed, added };
}

/** Whether the pairs stand in another order in the second list than in the first. */
export function isReordered<Item>(
  { pairs }: Matches<Item>,
  before: readonly Item[],
  after: readonly Item[],
): boolean {
  const positions = [...pairs]
    .sort(([one], [other]) => before.indexOf(one) - before.indexOf(other))
    .map(([, item]) => after.indexOf(item));
  return positions.some((position, index) => index > 0 && position < (positions[index - 1] ?? 0));
}
