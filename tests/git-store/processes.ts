import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { type Answer, askAt } from "./world.ts";

/** A store in a process of its own. */
export interface Running {
  /** What it printed of unexpected errors. */
  readonly logged: string[];
  ask(action: string, params?: object): Promise<Answer>;
  /** Kills the server alone; the git that it started lives on. */
  killServer(): Promise<void>;
  /** Waits until the git that outlived the server is done. */
  restGone(): Promise<void>;
  /** Kills the server and the git that it started. */
  killAll(): Promise<void>;
}

/** Starts `server.ts` over a folder; returns when it can be asked. */
export async function startServer(root: string, ...options: readonly string[]): Promise<Running> {
  const child = spawn(
    process.execPath,
    [resolve("tests/git-store/server.ts"), root, ...options],
    // A group of its own, so that it can be killed as one.
    { detached: true, stdio: ["ignore", "pipe", "pipe"] },
  );
  const logged: string[] = [];
  child.stderr.on("data", (chunk) => logged.push(String(chunk)));
  const [origin] = await Promise.race([
    once(createInterface(child.stdout), "line"),
    once(child, "exit").then(() => {
      throw new Error(`the server did not start: ${logged.join("")}`);
    }),
  ]);
  return {
    logged,
    ask: (action, params) => askAt(origin, action, params),
    killServer: () => kill(child, child.pid ?? 0),
    killAll: () => kill(child, -(child.pid ?? 0)),
    restGone: async () => {
      while (isAnyAlive(child.pid ?? 0)) await setTimeout(20);
    },
  };
}

/** Whether a process of a group lives; the dead that nobody has cared for yet do not count. */
function isAnyAlive(group: number): boolean {
  const listed = execFileSync("ps", ["-A", "-o", "pgid=,stat="], { encoding: "utf8" });
  return listed.split("\n").some((line) => {
    const [pgid, state = ""] = line.trim().split(/\s+/);
    return Number(pgid) === group && !state.startsWith("Z");
  });
}

async function kill(child: ChildProcess, target: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  process.kill(target, "SIGKILL");
  await gone;
}
