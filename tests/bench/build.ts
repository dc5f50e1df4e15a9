import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { generateContent } from "./generate.ts";
import { type Measured, measureSite } from "./measure/site.ts";
import { printDocument } from "./report/document.ts";
import { printFigures } from "./report/figures.ts";
import { printGoals } from "./report/goals.ts";
import { printCount, printRatio } from "./report/numbers.ts";
import { printRatios } from "./report/ratios.ts";
import { eleventy } from "./sites/eleventy.ts";
import { hugo, hugoPagesOnly, isHugoInstalled } from "./sites/hugo.ts";
import { ours } from "./sites/ours.ts";
import { installPackages } from "./sites/packages.ts";
import { readPages } from "./sites/pages.ts";
import type { Site } from "./sites/site.ts";
import { starlight } from "./sites/starlight.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", multiple: true, default: ["520", "5200"] },
    site: { type: "string", multiple: true },
    runs: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
if (!existsSync("/proc/self/stat")) throw new Error("The benchmark reads /proc, which Linux has");

const [load = 0] = loadavg();
if (load > 0.5) console.warn(`Other work distorts the figures: load average ${printRatio(load)}.`);

const sites = listSites(values.site);
installPackages();
const results: string[] = [];
for (const count of values.count.map(Number)) {
  // What else happens on the machine weighs more in small builds.
  const runs = Number(values.runs ?? (count < 1000 ? 3 : 1));
  const result = printResult(count, runs, await measureAll(count, runs));
  console.log(`\n${result}\n`);
  results.push(result);
}
if (values.write) {
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync("docs/benchmarks.md", printDocument({ date, load, sites, results }));
}

/** Ours first. */
function listSites(names: readonly string[] | undefined): Site[] {
  const others = [eleventy, starlight];
  if (isHugoInstalled()) others.unshift(hugo, hugoPagesOnly);
  else console.warn("Hugo is not installed; its rows are left out.");
  return [ours, ...others.filter(({ name }) => !names || names.includes(name))];
}

async function measureAll(count: number, runs: number): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const project = join(folder, "project");
    generateContent(project, count);
    const pages = readPages(project);
    const measured: Measured[] = [];
    for (const site of sites) {
      console.log(`${printCount(count)} agreements: ${site.name}`);
      measured.push(await measureSite(site, project, pages, runs));
    }
    return measured;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function printResult(count: number, runs: number, measured: readonly Measured[]): string {
  return [
    `## ${printCount(count)} agreements`,
    runs === 1 ? "One run of each build." : `Medians of ${runs} runs of each build.`,
    printFigures(measured),
    printRatios(measured),
    printGoals(count, measured),
  ]
    .filter(Boolean)
    .join("\n\n");
}
