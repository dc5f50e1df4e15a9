import { join } from "node:path";
import { stringify } from "yaml";
import { linkPackages, versionOf } from "./packages.ts";
import type { Page } from "./pages.ts";
import { copyTemplates, type Site, writeFile } from "./site.ts";

export const starlight: Site = {
  name: "Starlight",
  versions: () =>
    ["@astrojs/starlight", "astro", "satteri", "pagefind"].map((name) => versionOf(name)),
  builds:
    "a page for each agreement, lists of all, by year and by district, the search index; a sidebar with the lists alone; neither JSON, Markdown nor originals",
  command: [process.execPath, "node_modules/astro/bin/astro.mjs", "build"],
  caches: [".cache", ".astro"],
  output: "dist",
  prepare: (project, pages) => {
    const folder = copyTemplates(project, "starlight", "starlight");
    linkPackages(folder);
    for (const page of pages) writePage(folder, page);
    return folder;
  },
  update: (_project, folder, page) => writePage(folder, page),
};

function writePage(folder: string, { id, facts, wording }: Page): void {
  writeFile(
    join(folder, "src/content/docs/vereinbarungen", `${id}.md`),
    `---\n${stringify(facts, { lineWidth: 0 })}---\n\n${printFacts(facts)}\n\n${wording}`,
  );
}

function printFacts(facts: Page["facts"]): string {
  const { cited, amount, projects, year, district, name, signatures, original, sha256 } = facts;
  return `${cited}

- Fördersumme: ${amount}
- Projekte: ${projects.map(({ title }) => title).join("; ")}
- Programmjahr: [${year}](/jahre/${year}/)
- Kommune: [${name}](/kommunen/${district}/)
- Unterschriften: ${signatures.map(({ name, role, place, date }) => `${name}, ${role} (${place}, ${date})`).join("; ")}
- Original: ${original}, SHA-256 ${sha256}`;
}
