import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import * as pagefind from "pagefind";

/** Folder of the index within the built site; the browser loads it from there. */
const folder = "pagefind";

/** Pagefind's ready-made interfaces; the search page has its own. */
function isUnused(name: string): boolean {
  return /^pagefind-.*(ui|highlight)\.(js|css)$/.test(name);
}

/** Indexes the built pages that carry `data-pagefind-body` for the full-text search. */
export function searchIndex(): AstroIntegration {
  return {
    name: "search-index",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        // Pagefind leaves the files of an older index in place.
        rmSync(join(site, folder), { recursive: true, force: true });
        const { index, errors } = await pagefind.createIndex({
          forceLanguage: "de",
          // „§ 5“ is searched as „§5“.
          includeCharacters: "§",
        });
        if (!index) throw new Error(`Pagefind could not start: ${errors.join(", ")}`);
        const indexed = await index.addDirectory({
          path: site,
          glob: "vereinbarungen/*/*/index.html",
        });
        const written = await index.writeFiles({ outputPath: join(site, folder) });
        await pagefind.close();
        for (const name of readdirSync(join(site, folder)).filter(isUnused)) {
          rmSync(join(site, folder, name));
        }
        const problems = [...indexed.errors, ...written.errors];
        if (problems.length > 0) throw new Error(`Pagefind: ${problems.join(", ")}`);
        logger.info(`${indexed.page_count} pages indexed`);
      },
    },
  };
}
