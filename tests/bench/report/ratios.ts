import type { Measured } from "../measure/site.ts";
import { printRatio, printTable } from "./numbers.ts";

/** Our CPU seconds as a multiple of another site's cold build; undefined where there is none. */
export function ratioTo(
  other: string,
  build: "cold" | "unchanged" | "changed",
  measured: readonly Measured[],
): number | undefined {
  const [ours] = measured;
  const cold = measured.find(({ site }) => site.name === other)?.cold;
  return ours && cold && ours[build].cpuSeconds / cold.cpuSeconds;
}

/** The first site's builds against the cold builds of the others. */
export function printRatios(measured: readonly Measured[]): string {
  const builds = ["cold", "unchanged", "changed"] as const;
  return printTable(
    ["Ours, as a multiple of the cold build of", "cold", "unchanged", "one changed"],
    measured
      .slice(1)
      .map(({ site }) => [
        site.name,
        ...builds.map((build) => printRatio(ratioTo(site.name, build, measured) ?? Number.NaN)),
      ]),
  );
}
