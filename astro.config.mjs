// @ts-check

import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import sitemap from "@astrojs/sitemap";
import { defineConfig } from "astro/config";
import { contentPolicyInBuilds } from "./src/build-guards/content-policy.ts";
import { pageGate } from "./src/build-guards/page-gate.ts";
import { keptOutput } from "./src/build-output/kept-output.ts";
import { mdxFeatures } from "./src/domain/mdx/satteri-reader.ts";
import { searchIndex } from "./src/search-index/integration.ts";

export default defineConfig({
  site: process.env.SITE_URL ?? "http://localhost:4321",
  trailingSlash: "always",
  // As HTML reads: a line break between words is a space.
  compressHTML: true,
  cacheDir: "./.cache/astro",
  // An external file is cached across pages, and the policy allows nothing inline.
  build: { inlineStylesheets: "never" },
  vite: {
    build: {
      assetsInlineLimit: 0,
      // Astro's own directive in compiled MDX; several lines of warning for each file.
      rolldownOptions: {
        onwarn: (warning, warn) => {
          if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
        },
      },
    },
    // KERN's sources use what newer Sass deprecates.
    css: { preprocessorOptions: { scss: { quietDeps: true } } },
  },
  devToolbar: { enabled: false },
  // Pages are compiled with what they were checked with.
  markdown: {
    syntaxHighlight: false,
    processor: satteri({ features: mdxFeatures }),
  },
  integrations: [
    contentPolicyInBuilds(),
    pageGate(),
    mdx(),
    // The search is no page to be found by searching.
    sitemap({ filter: (page) => !page.endsWith("/suche/") }),
    searchIndex(),
    // Last: it removes whatever no one has made.
    keptOutput(),
  ],
  experimental: { incrementalBuild: true },
});
