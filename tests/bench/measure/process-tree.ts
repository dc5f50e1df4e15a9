import { readdirSync, readFileSync } from "node:fs";

/** Seconds of processor time of all children that have ended and were waited for. */
export function childCpuSeconds(): { user: number; system: number } {
  // Fields 16 and 17 (cutime, cstime) of proc_pid_stat(5), in ticks of 1/100 s.
  const [user = 0, system = 0] = readStat("self").slice(13, 15).map(Number);
  return { user: user / 100, system: system / 100 };
}

/** Seconds that all processors of the machine have worked, for whomever, since it started. */
export function machineCpuSeconds(): number {
  // The first line of /proc/stat: user, nice, system, idle, iowait, irq, softirq, steal, …
  const [user, nice, system, , , irq, softirq, steal] = readProc("/proc/stat")
    .split("\n", 1)
    .flatMap((line) => line.split(/\s+/).slice(1).map(Number));
  const parts = [user, nice, system, irq, softirq, steal];
  return parts.reduce<number>((sum, part = 0) => sum + part, 0) / 100;
}

/** Bytes of memory in use (RSS), summed up over a process and all that it started. */
export function treeMemory(root: number): number {
  return listTree(root).reduce((sum, id) => sum + memory(id), 0);
}

/** Seconds that a process and all that it started have worked, those that have ended too. */
export function treeCpuSeconds(root: number): number {
  // Fields 14 to 17: utime, stime, cutime, cstime.
  const ticks = listTree(root).flatMap((id) => readStat(`${id}`).slice(11, 15).map(Number));
  return ticks.reduce((sum, count) => sum + count, 0) / 100;
}

function listTree(root: number): number[] {
  const parents = new Map(
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(readStat(name)[1])]),
  );
  const isBelow = (id: number): boolean => {
    const parent = parents.get(id);
    return id === root || (parent !== undefined && parent > 0 && isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow);
}

/** The fields from the third on, the state; none if the process has ended. */
function readStat(id: string): string[] {
  const text = readProc(`/proc/${id}/stat`);
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}

function memory(id: number): number {
  return Number(readProc(`/proc/${id}/status`).match(/^VmRSS:\s+(\d+) kB/m)?.[1] ?? 0) * 1024;
}

function readProc(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
