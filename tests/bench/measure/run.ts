import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { childCpuSeconds, machineCpuSeconds, treeMemory } from "./process-tree.ts";

/** What a build took. */
export interface Run {
  /** User and system, of all its processes. */
  readonly cpuSeconds: number;
  /** The part of it that the operating system worked, for memory above all. */
  readonly systemSeconds: number;
  readonly wallSeconds: number;
  /** Processors that other work kept busy meanwhile, on average: 0 on a machine of one's own. */
  readonly otherProcessors: number;
  /** Highest sum of what its processes had in memory at once. */
  readonly peakBytes: number;
}

/** As a person's shell has it: vitest's own variables would change what Astro does. */
const environment = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VITEST.*|TEST|PROD|DEV|MODE|SSR|BASE_URL|NODE_ENV|SITE_URL)$/.test(name),
    ),
  ),
  ASTRO_TELEMETRY_DISABLED: "1",
};

/** Numbers of the system call that the script needs. */
const prctl: Partial<Record<NodeJS.Architecture, string>> = { x64: "157", arm64: "167" };
const waitForAll = [join(import.meta.dirname, "wait-for-all.pl"), prctl[process.arch] ?? ""];

/** Runs one command at a time: the processor time of all children is counted. */
export async function measureRun(command: readonly string[], cwd: string): Promise<Run> {
  const before = childCpuSeconds();
  const machineBefore = machineCpuSeconds();
  const ownBefore = process.cpuUsage();
  const start = performance.now();
  const child = spawn("perl", [...waitForAll, ...command], {
    cwd,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (data) => {
      output = `${output}${data}`.slice(-4000);
    });
  }
  let peakBytes = 0;
  const timer = setInterval(() => {
    peakBytes = Math.max(peakBytes, treeMemory(child.pid ?? 0));
  }, 100);
  const [code] = await once(child, "close");
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command.join(" ")} failed in ${cwd}:\n${output}`);
  const wallSeconds = (performance.now() - start) / 1000;
  const after = childCpuSeconds();
  const systemSeconds = after.system - before.system;
  const cpuSeconds = after.user - before.user + systemSeconds;
  const own = process.cpuUsage(ownBefore);
  const others =
    machineCpuSeconds() - machineBefore - cpuSeconds - (own.user + own.system) / 1_000_000;
  return {
    cpuSeconds,
    systemSeconds,
    wallSeconds,
    otherProcessors: Math.max(0, others / wallSeconds),
    peakBytes,
  };
}
