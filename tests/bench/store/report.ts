import { execFileSync } from "node:child_process";
import { printCount, printRatio, printTable } from "../report/numbers.ts";
import { printMachine } from "../report/sections.ts";
import { versionOf } from "../sites/packages.ts";
import type { MeasuredAction } from "./actions.ts";
import { percentile } from "./measure.ts";

export interface MeasuredStores {
  /** Of agreements. */
  readonly count: number;
  readonly drafts: number;
  readonly rounds: number;
  readonly actions: readonly MeasuredAction[];
  /** Processors that other work kept busy meanwhile, on average. */
  readonly otherProcessors: number;
}

/** The tables. */
export function printResult(measured: MeasuredStores): string {
  const { count, drafts, rounds, otherProcessors } = measured;
  const date = new Date().toISOString().slice(0, 10);
  return [
    `Measured on ${date} with ${printCount(count)} agreements and ${drafts} drafts, ${rounds} rounds. Other work kept ${printRatio(otherProcessors)} processors busy.`,
    printActions(measured),
    printGoals(measured),
  ].join("\n\n");
}

/** The part of `docs/benchmarks.md`. */
export function printSection(measured: MeasuredStores, packages: string): string {
  const git = execFileSync("git", ["--version"], { encoding: "utf8" }).trim();
  return `## The store of the CMS

${printMachine()}
- ${git}
- ${versionOf("decap-server", packages)}, MODE=git

${printResult(measured)}

### How it is measured

Both servers get a clone of the same repository and the same requests over HTTP: those that Decap's pages send, six at once at most, as browsers do. They take turns, so that other work meets both alike; what is done first is not counted. p50 and p95 are of the times of what went well; of five or fewer, p95 is the longest.

- **list all years**: one request for each of the 20 collections, as the pages of the CMS ask.
- **open a draft**: \`unpublishedEntry\`, then \`unpublishedEntryDataFile\`.
- **the board**: \`unpublishedEntries\`, then the two requests of each draft.
- **save, 10 editors at once**: each saves eight texts of a draft of their own, one as soon as the other is answered; afterwards the last one answered has to be there. decap-server does one thing at a time and refuses what has waited for three seconds: an error here, which its p95 does not show.
- **publish**: ours checks all content first, every word of every agreement against its original, in a process of its own, and brings the editor's files up to date; decap-server merges without a check. The two are no comparison.
- **errors**: answers other than asked for, and saves that were answered and are lost.
- Nothing here is a test that could fail. Above 0.2 processors of other work no goal counts as met or missed.

### Run it

Linux only. decap-server is installed into \`.cache/bench/store\` on first use and is no dependency of the project.

\`\`\`sh
npm run bench:store                             # 520 agreements, 60 drafts, about five minutes
npm run bench:store -- --count 5200             # more agreements
npm run bench:store -- --drafts 200 --rounds 9  # more drafts, more samples
npm run bench:store -- --write                  # writes this part
\`\`\``;
}

/** What went wrong, each once. */
export function printFailures({ actions }: MeasuredStores): string {
  const failures = actions.flatMap(({ name, ours, decap }) => [
    ...ours.failures.map((failure) => `${name}, ours: ${failure}`),
    ...decap.failures.map((failure) => `${name}, decap-server: ${failure}`),
  ]);
  return [...new Set(failures)].map((failure) => failure.slice(0, 300)).join("\n");
}

function printActions({ actions }: MeasuredStores): string {
  const head = [
    "milliseconds",
    "done",
    "ours p50",
    "p95",
    "errors",
    "decap-server p50",
    "p95",
    "errors",
    "times as fast, p50",
    "p95",
  ];
  return printTable(
    head,
    actions.map(({ name, ours, decap }) => [
      name,
      printCount(ours.milliseconds.length + ours.failures.length),
      ...[ours, decap].flatMap((samples) => [
        ...[0.5, 0.95].map((share) => printMilliseconds(percentile(share, samples))),
        printCount(samples.failures.length),
      ]),
      ...[0.5, 0.95].map((share) => printRatio(percentile(share, decap) / percentile(share, ours))),
    ]),
  );
}

/** What the issue asks for. */
function printGoals({ actions, otherProcessors }: MeasuredStores): string {
  const board = actions.find(({ name }) => name.startsWith("the board"));
  const saves = actions.find(({ name }) => name.includes("at once"));
  if (!board || !saves) return "";
  const boardSeconds = percentile(0.95, board.ours) / 1000;
  const faster = percentile(0.95, saves.decap) / percentile(0.95, saves.ours);
  const errors = actions.reduce((sum, { ours }) => sum + ours.failures.length, 0);
  const timed = (isMet: boolean) => (otherProcessors > 0.2 ? "unclear" : verdict(isMet));
  return printTable(
    ["Goal", "limit", "measured", "met"],
    [
      ["the board, p95, seconds", "< 0.30", printRatio(boardSeconds), timed(boardSeconds < 0.3)],
      [`${saves.name}, p95, times as fast`, "≥ 3.00", printRatio(faster), timed(faster >= 3)],
      ["errors, ours", "0", printCount(errors), verdict(errors === 0)],
    ],
  );
}

function verdict(isMet: boolean): string {
  return isMet ? "yes" : "no";
}

function printMilliseconds(value: number): string {
  return Number.isNaN(value) ? "–" : numbers(value).format(value);
}

const numbers = (value: number) =>
  new Intl.NumberFormat("en", { maximumFractionDigits: value < 10 ? 1 : 0 });
