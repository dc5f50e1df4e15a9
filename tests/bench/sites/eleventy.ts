import { cpSync } from "node:fs";
import { join } from "node:path";
import { linkPackages, versionOf } from "./packages.ts";
import type { Page } from "./pages.ts";
import { copyTemplates, type Site, writeFile } from "./site.ts";

export const eleventy: Site = {
  name: "Eleventy",
  versions: () => [versionOf("@11ty/eleventy")],
  builds:
    "a page, JSON and Markdown for each agreement, the originals as static files, lists of all, by year and by district; no search",
  command: [process.execPath, "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"],
  caches: [".cache"],
  output: "_site",
  prepare: (project, pages) => {
    const folder = copyTemplates(project, "eleventy", "eleventy");
    linkPackages(folder);
    cpSync(join(project, "public/originals"), join(folder, "originals"), { recursive: true });
    for (const page of pages) writePage(folder, page);
    return folder;
  },
  update: (project, folder, page) => {
    cpSync(join(project, "public", page.facts.original), join(folder, page.facts.original));
    writePage(folder, page);
  },
};

function writePage(folder: string, { id, facts, wording }: Page): void {
  writeFile(
    join(folder, "content/vereinbarungen", `${id}.md`),
    `---json\n${JSON.stringify(facts)}\n---\n\n${wording}`,
  );
}
