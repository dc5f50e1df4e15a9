import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";

interface Count {
  passed: number;
  failed: number;
}

/** All checks in the order in which a failure says most; each runs even if one before failed. */
const steps: [name: string, run: () => Count][] = [
  ["Typen", () => command("astro", ["check", "--minimumFailingSeverity", "hint"])],
  ["Lint", () => command("biome", ["check", "--error-on-warnings"])],
  ["Inhalte", () => command("node", ["tools/check-content.ts", `--format=${contentFormat()}`])],
  ["Unit", () => vitest("unit")],
  ["Seiten im Browser", () => vitest("site")],
];

const total: Count = { passed: 0, failed: 0 };
for (const [name, run] of steps) {
  console.log(`\n── ${name}`);
  const { passed, failed } = run();
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** GitHub shows problems beside the lines they are about. */
function contentFormat(): string {
  return process.env.GITHUB_ACTIONS === "true" ? "github" : "text";
}

/** A command that passes or fails as a whole counts as one. */
function command(name: string, args: readonly string[]): Count {
  const { status } = spawnSync(name, args, {
    stdio: "inherit",
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
    shell: process.platform === "win32",
  });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Counts what vitest reports; a run that ends without a report is a failure. */
function vitest(project: string): Count {
  const report = `.cache/vitest-${project}.json`;
  rmSync(report, { force: true });
  const { failed } = command("vitest", [
    "run",
    `--project=${project}`,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
  return { passed: numPassedTests, failed: Math.max(numFailedTests, failed) };
}
