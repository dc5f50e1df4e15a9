import { execFile } from "node:child_process";

/** What a script printed that ran to its end. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a script in a process of its own, which ends with this one.
 *
 * @param folder where it runs
 * @param patience milliseconds after which it is killed
 * @throws where it could not be started, {@link TookTooLong} where it was killed
 */
export function runApart(
  script: readonly string[],
  folder: string,
  patience: number,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [...process.execArgv, ...script],
      {
        cwd: folder,
        env: environment,
        timeout: patience,
        killSignal: "SIGKILL",
        maxBuffer: Number.POSITIVE_INFINITY,
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        process.off("exit", end);
        if (!error) resolve({ code: 0, stdout, stderr });
        else if (typeof error.code === "number") resolve({ code: error.code, stdout, stderr });
        else reject(error.killed ? new TookTooLong() : error);
      },
    );
    const end = () => child.kill();
    process.on("exit", end);
  });
}

export class TookTooLong extends Error {
  override name = "TookTooLong";
}
