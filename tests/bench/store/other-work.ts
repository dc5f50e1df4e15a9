import { machineCpuSeconds, treeCpuSeconds } from "../measure/process-tree.ts";

/**
 * Starts to watch what else the machine does.
 *
 * @param servers process ids of what is measured, besides this process
 * @returns says how many processors other work has kept busy since, on average
 */
export function watchOtherWork(servers: readonly number[]): () => number {
  const now = () => {
    const { user, system } = process.cpuUsage();
    const ours = servers.reduce((sum, pid) => sum + treeCpuSeconds(pid), 0);
    return {
      others: machineCpuSeconds() - ours - (user + system) / 1_000_000,
      time: performance.now() / 1000,
    };
  };
  const before = now();
  return () => {
    const after = now();
    return Math.max(0, (after.others - before.others) / (after.time - before.time));
  };
}
