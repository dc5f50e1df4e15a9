import { spawn } from "node:child_process";
import { delimiter } from "node:path";
import { makeNpm } from "./project.ts";

export interface Ran {
  readonly status: number | null;
  /** Both streams. */
  readonly output: string;
}

/**
 * Runs lines of a pipeline as a runner does: in bash, until one fails, with this environment alone.
 *
 * @param folder for what is made on the way
 */
export function runLines(
  lines: string,
  cwd: string,
  folder: string,
  variables: NodeJS.ProcessEnv,
): Promise<Ran> {
  const path = makeNpm(folder) + delimiter + process.env.PATH;
  const env = { PATH: path, HOME: folder, CI: "true", ...variables };
  return new Promise((resolve, reject) => {
    const child = spawn("bash", ["-e", "-c", lines], { cwd, env });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, output }));
  });
}
