import { pathToFileURL } from "node:url";
import { build } from "astro";
import { MessageForReaders } from "#loaders/content-error.ts";
import { buildInTurn } from "./build-turns.ts";

/**
 * Builds the site into `dist/`; unchanged pages come from the cache. Waits for other builds of the
 * folder.
 *
 * @param site origin that absolute addresses start with
 */
export async function buildSite(site?: string): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  if (site) process.env.SITE_URL = site;
  checkSite(process.env.SITE_URL);
  await buildInTurn(() => build({ root: process.cwd(), logLevel: "warn" }), console.log);
}

/** The site stands at the root of its host. */
function checkSite(site: string | undefined): void {
  if (site === undefined || /^https?:\/\/[^/?#]+\/?$/.test(site)) return;
  throw new MessageForReaders(
    `SITE_URL ist „${site}“. Nennen Sie nur den Anfang der Adresse, z. B. https://www.example.org.`,
  );
}

/** What a person needs to read of a failed build: content problems stand alone, without a stack. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof MessageForReaders ? error.message : (error.stack ?? error.message);
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
