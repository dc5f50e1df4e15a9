import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { writeSection } from "./report/sections.ts";
import { installPackages } from "./sites/packages.ts";
import { measureActions } from "./store/actions.ts";
import { watchOtherWork } from "./store/other-work.ts";
import { type MeasuredStores, printFailures, printResult, printSection } from "./store/report.ts";
import { cloneRepository, makeRepository, pickEntries } from "./store/repositories.ts";
import { startDecapServer, startOurs } from "./store/servers.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "520" },
    drafts: { type: "string", default: "60" },
    rounds: { type: "string", default: "5" },
    write: { type: "boolean", default: false },
  },
});
if (!existsSync("/proc/self/stat")) throw new Error("The benchmark reads /proc, which Linux has");
if (values.write && (values.count !== "520" || values.drafts !== "60"))
  throw new Error(
    "docs/benchmarks.md has 520 agreements and 60 drafts: other numbers without --write",
  );

const packages = resolve(".cache/bench/store");
installPackages(join(import.meta.dirname, "store/packages/package.json"), packages);
const measured = await measureStores(
  Number(values.count),
  Number(values.drafts),
  Number(values.rounds),
);
console.log(`\n${printResult(measured)}\n${printFailures(measured)}`);
if (values.write) {
  writeSection("docs/benchmarks.md", "npm run bench:store", printSection(measured, packages));
}

async function measureStores(
  count: number,
  drafts: number,
  rounds: number,
): Promise<MeasuredStores> {
  const folder = mkdtempSync(join(packages, "run-"));
  try {
    const project = join(folder, "project");
    makeRepository(project, count);
    const [ours, decap] = [join(folder, "ours"), join(folder, "decap-server")];
    for (const copy of [ours, decap]) cloneRepository(project, copy);
    await using oursServed = await startOurs(ours);
    await using decapServed = await startDecapServer(decap, packages);
    const servers = [oursServed, decapServed] as const;
    const otherWork = watchOtherWork(servers.map(({ pid }) => pid));
    const actions = await measureActions(servers, project, pickEntries(project, drafts), rounds);
    return { count, drafts, rounds, actions, otherProcessors: otherWork() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
