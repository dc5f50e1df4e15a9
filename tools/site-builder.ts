import { runApart, TookTooLong } from "./run-apart.ts";

/** Milliseconds; 5,200 agreements take minutes on a slow machine, and another build may be first. */
const patience = 30 * 60_000;

/**
 * Builds the site in a process of its own, so that the server goes on answering and nothing of a
 * build stays in its memory.
 *
 * @param site origin that absolute addresses start with
 * @returns undefined where it was built, otherwise what the build said is wrong
 */
export async function buildApart(site: string): Promise<string | undefined> {
  try {
    const environment = { ...process.env, SITE_URL: site };
    const { code, stderr } = await runApart(["tools/build.ts"], ".", patience, environment);
    return code === 0 ? undefined : stderr.trimEnd();
  } catch (error) {
    if (error instanceof TookTooLong) {
      return "Die Seiten waren nach 30 Minuten nicht fertig; der Versuch ist abgebrochen. Starten Sie npm start noch einmal.";
    }
    return `Der Bau der Seiten endete, ohne zu sagen, warum: ${String(error)}`;
  }
}

/**
 * Runs a build after each request for one; requests during a build share the next.
 *
 * @returns a request; done when no build is wanted any more, at once where one is running
 */
export function buildQueue(build: () => Promise<void>): () => Promise<void> {
  let isRunning = false;
  let isWanted = false;
  return async function request() {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    try {
      while (isWanted) {
        isWanted = false;
        await build();
      }
    } finally {
      isRunning = false;
    }
  };
}
