import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { namesFrom } from "#domain/review/names.ts";
import { makeReport } from "#domain/review/report.ts";
import { reviewFiles } from "#domain/review/review.ts";
import { writeText } from "#domain/review/write-text.ts";
import { changedFiles } from "#git-store/changed-files.ts";
import { openRepository } from "#git-store/repository.ts";
import { findRevisions } from "#git-store/revisions.ts";
import { childCpuSeconds } from "./measure/process-tree.ts";
import { editEntry, makeRepository, pickEntries } from "./store/repositories.ts";

const { values } = parseArgs({ options: { count: { type: "string", default: "520" } } });
const count = Number(values.count);
mkdirSync(".cache/bench", { recursive: true });
const folder = mkdtempSync(resolve(".cache/bench/review-"));
try {
  const project = join(folder, "project");
  makeRepository(project, count);
  for (const changed of [1, count]) {
    makeBranch(project, `branch-${changed}`, changed);
    const engine = await measureEngine(project, `branch-${changed}`);
    const { seconds, lines } = measureCommand(project, `branch-${changed}`);
    console.log(
      `${changed} of ${count} agreements changed: engine ${engine.toFixed(2)} CPU s, whole command with the gate ${seconds.toFixed(2)} CPU s (${lines} lines)`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Commits another project's title and some words of each agreement on a branch; the gate agrees. */
function makeBranch(project: string, branch: string, changed: number): void {
  git(project, "checkout", "--quiet", "-B", branch, "main");
  for (const entry of pickEntries(project, changed)) {
    const [upload] = editEntry(project, entry, "1").uploads;
    const original = reword(join(project, upload?.path ?? ""));
    const file = join(project, entry.file);
    const digest = createHash("sha256").update(original).digest("hex");
    writeFileSync(file, reword(file).replace(/sha256: \w+/, `sha256: ${digest}`));
  }
  git(project, "-c", "user.name=E", "-c", "user.email=e@example.org", "commit", "-qam", "Neu");
}

/** Replaces words in two Absätze of a file. */
function reword(file: string): string {
  const text = readFileSync(file, "utf8")
    .replace("im Herbst angesetzt", "im Winter angesetzt")
    .replace("gute Praxis", "beste Praxis");
  writeFileSync(file, text);
  return text;
}

/** Processor time from the open repository to the text of the report, without the gate. */
async function measureEngine(project: string, branch: string): Promise<number> {
  const repository = await openRepository(project, "main");
  const start = process.cpuUsage();
  const { base, head } = await findRevisions(repository, "main", branch);
  const files = await changedFiles(repository, base.tree, head.tree);
  const names = namesFrom(() => undefined);
  const report = makeReport(reviewFiles(files, names), names, {
    ...{ base: "main", head: branch, before: [], after: [], gaps: [] },
  });
  writeText(report);
  const { user, system } = process.cpuUsage(start);
  repository.objects.close();
  return (user + system) / 1e6;
}

function measureCommand(project: string, branch: string): { seconds: number; lines: number } {
  const before = childCpuSeconds();
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [resolve("tools/review.ts"), "main", branch],
    { cwd: project, encoding: "utf8", maxBuffer: 1e9 },
  );
  if (status !== 0) throw new Error(stderr);
  const after = childCpuSeconds();
  return {
    seconds: after.user + after.system - before.user - before.system,
    lines: stdout.split("\n").length,
  };
}

function git(root: string, ...args: readonly string[]): void {
  execFileSync("git", args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
}
