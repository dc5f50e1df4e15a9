import type { Measured } from "../measure/site.ts";
import {
  printCount,
  printGigabytes,
  printKilobytes,
  printRatio,
  printSeconds,
  printTable,
} from "./numbers.ts";

/** What each site's builds took. */
export function printFigures(measured: readonly Measured[]): string {
  const head = [
    "CPU seconds",
    "cold",
    "unchanged",
    "one changed",
    "system part, cold",
    "wall, cold",
    "wall, one changed",
    "peak memory, GB",
    "pages",
    "kB HTML per page",
    "files",
    "other work",
  ];
  return printTable(
    head,
    measured.map(({ site, cold, unchanged, changed, output }) => [
      site.name,
      ...[cold, unchanged, changed].map(({ cpuSeconds }) => printSeconds(cpuSeconds)),
      printSeconds(cold.systemSeconds),
      ...[cold, changed].map(({ wallSeconds }) => printSeconds(wallSeconds)),
      printGigabytes(peakBytes({ cold, unchanged, changed })),
      printCount(output.pages),
      printKilobytes(output.bytesPerPage),
      printCount(output.files),
      printRatio(otherWork({ cold, unchanged, changed })),
    ]),
  );
}

type Builds = Readonly<Pick<Measured, "cold" | "unchanged" | "changed">>;

/** The highest of the three builds. */
export function peakBytes({ cold, unchanged, changed }: Builds): number {
  return Math.max(...[cold, unchanged, changed].map((run) => run.peakBytes));
}

/** The highest of the three builds, in processors. */
export function otherWork({ cold, unchanged, changed }: Builds): number {
  return Math.max(...[cold, unchanged, changed].map((run) => run.otherProcessors));
}
