import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { listAgreementFiles } from "#loaders/agreement-files.ts";
import { readRegisters } from "#loaders/registers.ts";
import { renameProject } from "../content/change.ts";
import { type Page, readPage } from "../sites/pages.ts";
import type { Site } from "../sites/site.ts";
import { measureOutput, type Output } from "./output.ts";
import { measureRun, type Run } from "./run.ts";

export const builds = ["cold", "unchanged", "changed"] as const;

/** The builds of a site: from nothing, once more, and after one agreement was changed. */
export interface Measured extends Record<(typeof builds)[number], Run> {
  readonly site: Site;
  readonly output: Output;
}

/** @param runs of each build; the medians count */
export async function measureSite(
  site: Site,
  project: string,
  pages: readonly Page[],
  runs: number,
): Promise<Measured> {
  const folder = site.prepare(project, pages);
  const output = join(folder, site.output);
  const measured: Record<(typeof builds)[number], Run[]> = { cold: [], unchanged: [], changed: [] };
  for (let run = 1; run <= runs; run++) {
    for (const name of [...site.caches, site.output]) {
      putAside(join(folder, name), `${folder}-before-${run}-${name}`);
    }
    measured.cold.push(await measureRun(site.command, folder));
    measured.unchanged.push(await measureRun(site.command, folder));
    const { id, title } = changeAgreement(site, project, folder, run);
    measured.changed.push(await measureRun(site.command, folder));
    const page = readFileSync(join(output, "vereinbarungen", id, "index.html"), "utf8");
    if (!page.includes(title)) throw new Error(`${site.name} did not build the change`);
  }
  return {
    site,
    output: measureOutput(output),
    cold: median(measured.cold),
    unchanged: median(measured.unchanged),
    changed: median(measured.changed),
  };
}

/**
 * Moves what an earlier build left behind. To remove it would make the next build look slow: for
 * each new file, ext4 without a journal looks at all those that were removed in the last minutes.
 */
function putAside(path: string, aside: string): void {
  if (existsSync(path)) renameSync(path, aside);
}

/** Renames a project of the agreement in the middle, each time to something else. */
function changeAgreement(site: Site, project: string, folder: string, run: number) {
  const files = listAgreementFiles(project);
  const file = files[Math.floor(files.length / 2)] ?? "";
  const word = `Neufassung${site.name.length}x${run}`;
  renameProject(project, file, (old) => `${old.replace(/ Neufassung\w+$/, "")} ${word}`);
  const page = readPage(project, file, readRegisters(project));
  site.update(project, folder, page);
  return { id: page.id, title: word };
}

function median(runs: readonly Run[]): Run {
  const middle = (select: (run: Run) => number) =>
    runs.map(select).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
  return {
    cpuSeconds: middle(({ cpuSeconds }) => cpuSeconds),
    systemSeconds: middle(({ systemSeconds }) => systemSeconds),
    otherProcessors: middle(({ otherProcessors }) => otherProcessors),
    wallSeconds: middle(({ wallSeconds }) => wallSeconds),
    peakBytes: middle(({ peakBytes }) => peakBytes),
  };
}
