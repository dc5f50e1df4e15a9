import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { generateContent } from "./generate.ts";
import { type Measured, measureSite } from "./measure/site.ts";
import { updateDocument } from "./report/document.ts";
import { printCount } from "./report/numbers.ts";
import { printResult } from "./report/result.ts";
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

if (values.write && values.site)
  throw new Error("docs/benchmarks.md compares all: --site without --write");

const sites = listSites(values.site);
installPackages();
const results = new Map<number, string>();
const folder = mkdtempSync(resolve(".cache/bench/run-"));
try {
  for (const count of values.count.map(Number)) {
    // What else the machine does weighs more in small builds.
    const runs = Number(values.runs ?? (count < 1000 ? 3 : 1));
    const project = join(folder, `${count}`, "project");
    const result = printResult({ count, runs }, await measureAll(project, count, runs));
    console.log(`\n${result}\n`);
    results.set(count, result);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (values.write) updateDocument("docs/benchmarks.md", sites, results);

/** Ours first. */
function listSites(names: readonly string[] | undefined): Site[] {
  const others = [eleventy, starlight];
  if (isHugoInstalled()) others.unshift(hugo, hugoPagesOnly);
  else console.warn("Hugo is not installed; its rows are left out.");
  return [ours, ...others.filter(({ name }) => !names || names.includes(name))];
}

async function measureAll(project: string, count: number, runs: number): Promise<Measured[]> {
  generateContent(project, count);
  const pages = readPages(project);
  const measured: Measured[] = [];
  for (const site of sites) {
    console.log(`${printCount(count)} agreements: ${site.name}`);
    measured.push(await measureSite(site, project, pages, runs));
  }
  return measured;
}
