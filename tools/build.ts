import { pathToFileURL } from "node:url";
import { build } from "astro";

/**
 * Builds the site into `dist/`; unchanged pages come from the cache.
 *
 * @param site origin that absolute addresses start with
 */
export async function buildSite(site?: string): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  if (site) process.env.SITE_URL = site;
  await build({ root: process.cwd(), logLevel: "warn" });
}

/** What a person needs to read of a failed build: content problems stand alone, without a stack. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === "Inhalte" ? error.message : (error.stack ?? error.message);
}

if (pathToFileURL(process.argv[1] ?? "").href === import.meta.url) {
  try {
    await buildSite();
    console.log("Die Seiten liegen in dist/.");
  } catch (error) {
    console.error(describeFailure(error));
    process.exitCode = 1;
  }
}
