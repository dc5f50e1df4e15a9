import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

/**
 * Makes the page cache safe against builds that die.
 *
 * Astro overwrites cached pages one by one and writes their keys at the end. After a build that was
 * killed, and a text that was put back, old keys would match new pages. A mark says that a build is
 * under way; whoever finds it forgets the keys, so that every page is rendered again.
 */
export function unfinishedBuild(): AstroIntegration {
  let mark = "";
  let keys = "";
  return {
    name: "unfinished-build",
    hooks: {
      "astro:config:done": ({ config }) => {
        mkdirSync(config.cacheDir, { recursive: true });
        mark = fileURLToPath(new URL("unfinished", config.cacheDir));
        keys = fileURLToPath(new URL("incremental-build.json", config.cacheDir));
      },
      "astro:build:start": () => {
        if (existsSync(mark)) rmSync(keys, { force: true });
        writeFileSync(mark, "");
      },
      "astro:build:done": () => rmSync(mark, { force: true }),
    },
  };
}
