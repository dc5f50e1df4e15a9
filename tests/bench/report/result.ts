import type { Measured } from "../measure/site.ts";
import { printFigures } from "./figures.ts";
import { printGoals } from "./goals.ts";
import { printCount } from "./numbers.ts";
import { printRatios } from "./ratios.ts";

interface Circumstances {
  /** Of agreements. */
  readonly count: number;
  readonly runs: number;
}

/** A section of the part about builds in `docs/benchmarks.md`. */
export function printResult({ count, runs }: Circumstances, measured: readonly Measured[]): string {
  const date = new Date().toISOString().slice(0, 10);
  const figures = runs === 1 ? "one run" : `medians of ${runs} runs`;
  return [
    `### ${printCount(count)} agreements`,
    `Measured on ${date}, ${figures} of each build.`,
    printFigures(measured),
    printRatios(measured),
    printGoals(count, measured),
  ]
    .filter(Boolean)
    .join("\n\n");
}
