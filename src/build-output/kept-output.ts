import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { isFinished, stampOf } from "./finished.ts";
import { writeOpenData } from "./open-data.ts";
import { copyPublicFiles } from "./public-files.ts";
import { removeUnexpected } from "./unexpected-files.ts";

/**
 * Keeps the built site between builds, so that a build writes what changed and nothing else.
 *
 * Astro would empty the folder and copy every page back from its cache. Here pages stay where they
 * are; what no longer belongs to the site is removed at the end. Two things make that safe:
 *
 * - A mark says that a build is under way. Astro overwrites cached pages one by one and writes
 *   their keys last; after a build that was killed, and a text that was put back, old keys would
 *   match new pages. Whoever finds the mark forgets the keys, so that every page is made again.
 * - A stamp says which output the caches speak of. Of any other output nothing is believed.
 */
export function keptOutput(): AstroIntegration {
  let root = "";
  let cache = "";
  let site = "";
  let publicFolder = "";
  let origin = "";
  const assets = new Set<string>();
  const at = (name: string) => join(cache, name);

  return {
    name: "kept-output",
    hooks: {
      "astro:config:setup": ({ command, injectRoute, updateConfig }) => {
        // Builds write these files themselves.
        if (command === "dev") {
          for (const name of ["daten.json", "text.md"]) {
            injectRoute({
              pattern: `/vereinbarungen/[year]/[district]/${name}`,
              entrypoint: "./src/pages/vereinbarungen/[year]/[district]/_open-data.ts",
            });
          }
        }
        updateConfig({
          vite: {
            build: { emptyOutDir: false },
            plugins: [
              {
                name: "kept-output",
                configEnvironment: () => ({ build: { copyPublicDir: false } }),
                writeBundle(_options, bundle) {
                  for (const name of Object.keys(bundle)) assets.add(name);
                },
              },
            ],
          },
        });
      },
      "astro:config:done": ({ config }) => {
        root = fileURLToPath(config.root);
        cache = fileURLToPath(config.cacheDir);
        site = fileURLToPath(config.outDir);
        publicFolder = fileURLToPath(config.publicDir);
        origin = config.site ?? "";
        mkdirSync(cache, { recursive: true });
      },
      "astro:build:start": () => {
        if (!isFinished(site, cache)) {
          rmSync(at("incremental-build.json"), { force: true });
          rmSync(at("written"), { recursive: true, force: true });
        }
        mkdirSync(at("written"), { recursive: true });
        mkdirSync(site, { recursive: true });
        keepNoCopies(at("dist"), site);
        writeFileSync(at("unfinished"), "");
      },
      "astro:build:done": ({ assets: pages }) => {
        const made = [...pages.values()].flat().map((url) => relative(site, fileURLToPath(url)));
        const expected = new Set(
          [
            ...made,
            ...assets,
            ...sitemapFiles(site),
            ...indexFiles(at("written/search-index.json")),
            ...copyPublicFiles(publicFolder, site, at("written/public.json")),
            ...writeOpenData(root, site, origin, at("written/open-data.json")),
          ].map((name) => name.replaceAll("\\", "/")),
        );
        removeUnexpected(site, (name) => expected.has(name));
        writeFileSync(at("stamp"), stampOf(site) ?? "");
        rmSync(at("unfinished"));
      },
    },
  };
}

/**
 * Makes the folder in which Astro keeps copies of pages the output itself: the pages are there
 * already, and a second copy of each would cost a third of a cold build.
 */
function keepNoCopies(copies: string, site: string): void {
  if (lstatSync(copies, { throwIfNoEntry: false })?.isSymbolicLink()) {
    if (existsSync(copies) && realpathSync(copies) === realpathSync(site)) return;
  }
  rmSync(copies, { recursive: true, force: true });
  symlinkSync(site, copies, "junction");
}

/** The sitemap's index, and the parts it names. */
function sitemapFiles(site: string): string[] {
  const index = "sitemap-index.xml";
  if (!existsSync(join(site, index))) return [];
  const parts = readFileSync(join(site, index), "utf8").match(/sitemap-\d+\.xml/g) ?? [];
  return [index, ...parts];
}

/** What `src/search-index` says it has written. */
function indexFiles(record: string): string[] {
  return JSON.parse(readFileSync(record, "utf8")).files;
}
