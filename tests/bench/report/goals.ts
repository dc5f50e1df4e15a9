import type { Measured } from "../measure/site.ts";
import { otherWork, peakBytes } from "./figures.ts";
import { printRatio, printTable } from "./numbers.ts";
import { ratioTo } from "./ratios.ts";

interface Goal {
  readonly count: number;
  readonly name: string;
  readonly limit: number;
  readonly measure: (measured: readonly Measured[]) => number | undefined;
}

/** Of issue 3. */
const goals: readonly Goal[] = [
  {
    count: 520,
    name: "cold, of Starlight's cold CPU",
    limit: 0.4,
    measure: (measured) => ratioTo("Starlight", "cold", measured),
  },
  {
    count: 5200,
    name: "cold, of Hugo's cold CPU",
    limit: 2,
    measure: (measured) => ratioTo("Hugo", "cold", measured),
  },
  {
    count: 5200,
    name: "cold, of Starlight's cold CPU",
    limit: 0.2,
    measure: (measured) => ratioTo("Starlight", "cold", measured),
  },
  {
    count: 5200,
    name: "one changed, of Hugo's cold CPU",
    limit: 0.8,
    measure: (measured) => ratioTo("Hugo", "changed", measured),
  },
  {
    count: 5200,
    name: "peak memory, GB",
    limit: 1.2,
    measure: ([ours]) => ours && peakBytes(ours) / 1e9,
  },
];

/** The goals for that many agreements; empty where there are none or nothing to compare with. */
export function printGoals(count: number, measured: readonly Measured[]): string {
  // Both sides of a ratio suffer from other work, but not in the same measure.
  const isDisturbed = measured.some((site) => otherWork(site) > 0.2);
  const rows = goals.flatMap(({ count: goalCount, name, limit, measure }) => {
    const value = goalCount === count ? measure(measured) : undefined;
    if (value === undefined) return [];
    return [
      [
        name,
        printRatio(limit),
        printRatio(value),
        isDisturbed ? "unclear" : value <= limit ? "yes" : "no",
      ],
    ];
  });
  return rows.length > 0 ? printTable(["Goal", "at most", "measured", "met"], rows) : "";
}
