import { describe, expect, it } from "vitest";
import { totalAmount, totalsByYear } from "./totals.ts";

describe("totalsByYear", () => {
  it("sums the agreements of each year, newest first, and leaves out years without any", () => {
    expect(
      totalsByYear([
        { year: 2022, amount: 3 },
        { year: 2025, amount: 1310490 },
        { year: 2025, amount: 1000280 },
      ]),
    ).toEqual([
      { year: 2025, amount: 2310770, agreements: 2 },
      { year: 2022, amount: 3, agreements: 1 },
    ]);
  });

  it("is empty for no agreements", () => {
    expect(totalsByYear([])).toEqual([]);
  });
});

describe("totalAmount", () => {
  it.each([
    [[], 0],
    [[{ amount: 1310490 }, { amount: 1000280 }], 2310770],
  ])("of %j is %d", (agreements, expected) => {
    expect(totalAmount(agreements)).toBe(expected);
  });
});
