import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "./pages.ts";
import { copyTemplates, type Site, writeFile } from "./site.ts";

export function isHugoInstalled(): boolean {
  return spawnSync("hugo", ["version"]).status === 0;
}

const versions = () => {
  const { stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  return [stdout.match(/v[\d.]+(\+extended)?/)?.[0].replace("v", "hugo ") ?? "hugo"];
};
const shared = { versions, caches: ["resources"], output: "public" } as const;

export const hugo: Site = {
  ...shared,
  name: "Hugo",
  builds:
    "a page, JSON and Markdown for each agreement, the originals as static files, lists of all, by year and by district; no search",
  command: ["hugo", "--quiet", "--config", "everything.toml,pages.toml"],
  prepare: (project, pages) => {
    const folder = copyTemplates(project, "hugo", "hugo");
    cpSync(join(project, "public/originals"), join(folder, "static/originals"), {
      recursive: true,
    });
    for (const page of pages) writePage(folder, page);
    return folder;
  },
  update: (project, folder, page) => {
    const { original } = page.facts;
    cpSync(join(project, "public", original), join(folder, "static", original));
    writePage(folder, page);
  },
};

export const hugoPagesOnly: Site = {
  ...shared,
  name: "Hugo, pages only",
  builds: "a page for each agreement, lists of all, by year and by district; nothing else",
  command: ["hugo", "--quiet", "--config", "pages.toml"],
  prepare: (project, pages) => {
    const folder = copyTemplates(project, "hugo-pages-only", "hugo");
    for (const page of pages) writePage(folder, page);
    return folder;
  },
  update: (_project, folder, page) => writePage(folder, page),
};

function writePage(folder: string, { id, facts, wording }: Page): void {
  const terms = { jahre: [String(facts.year)], kommunen: [facts.district] };
  writeFile(
    join(folder, "content/vereinbarungen", `${id}.md`),
    `${JSON.stringify({ ...facts, ...terms })}\n\n${wording}`,
  );
}
