/** What totals need to know of an agreement. */
export interface YearAmount {
  readonly year: number;
  /** Whole euros. */
  readonly amount: number;
}

export interface YearTotal extends YearAmount {
  readonly agreements: number;
}

/** Sums the agreements of each year, newest first; years without agreements are left out. */
export function totalsByYear(agreements: readonly YearAmount[]): YearTotal[] {
  const totals = new Map<number, YearTotal>();
  for (const { year, amount } of agreements) {
    const before = totals.get(year) ?? { year, amount: 0, agreements: 0 };
    totals.set(year, { year, amount: before.amount + amount, agreements: before.agreements + 1 });
  }
  return [...totals.values()].sort((a, b) => b.year - a.year);
}

/** Whole euros; 0 for no agreements. */
export function totalAmount(agreements: readonly Pick<YearAmount, "amount">[]): number {
  return agreements.reduce((sum, { amount }) => sum + amount, 0);
}
