import { spawn } from "node:child_process";

/**
 * Builds the site in a process of its own, so that the server goes on answering and nothing of a
 * build stays in its memory.
 *
 * @param site origin that absolute addresses start with
 * @returns undefined where it was built, otherwise what the build said is wrong
 */
export function buildApart(site: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...process.execArgv, "tools/build.ts"], {
      env: { ...process.env, SITE_URL: site },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
    child.on("error", ({ message }) => resolve(message));
    child.on("close", (code) => resolve(code === 0 ? undefined : said.trimEnd()));
  });
}

/** Runs a build after each request for one; requests during a build share the next. */
export function buildQueue(build: () => Promise<void>): () => void {
  let isRunning = false;
  let isWanted = false;
  return async function request() {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      await build();
    }
    isRunning = false;
  };
}
