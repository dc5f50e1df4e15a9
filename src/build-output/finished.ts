import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Whether a site is what its last build made, and that build came to its end.
 *
 * @param site the folder of the pages
 * @param cache the folder of Astro's caches, with the mark and the stamp of the builds
 */
export function isFinished(site: string, cache: string): boolean {
  const stamp = join(cache, "stamp");
  if (existsSync(join(cache, "unfinished")) || !existsSync(stamp)) return false;
  return readFileSync(stamp, "utf8") === stampOf(site);
}

/** Changes with every build, as the home page does. */
export function stampOf(site: string): string | undefined {
  const home = statSync(join(site, "index.html"), { throwIfNoEntry: false });
  return home && `${home.mtimeMs} ${home.size}`;
}
