import { versionOf } from "./packages.ts";
import type { Site } from "./site.ts";

export const ours: Site = {
  name: "Zielvereinbarungen",
  versions: () => ["astro", "satteri", "pagefind"].map((name) => versionOf(name, process.cwd())),
  builds:
    "every page of the site, `daten.json`, `text.md` and the original beside each agreement, the search index; before that the gate, which compares every word with the originals",
  // As `npm run build` does.
  command: [process.execPath, "--max-semi-space-size=64", "tools/build.ts"],
  caches: [".cache", ".astro"],
  output: "dist",
  prepare: (project) => project,
  update: () => {},
};
