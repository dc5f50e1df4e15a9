import { expect, it } from "vitest";
import { checkPage } from "./check-page.ts";

const file = "src/content/pages/impressum.mdx";
const page =
  "---\ntitle: Impressum\ndescription: Wer die Seiten herausgibt.\n---\n\n## Anschrift\n\nText.\n";

function report(found: string, replacement: string) {
  return checkPage(
    page.replace(found, () => replacement),
    file,
  ).map(({ line, code, field }) => `${line} ${code} ${field}`);
}

it.each([
  ["as it is", "", ""],
  ["marked as a draft", "---\n\n", "draft: true\n---\n\n"],
  ["with a link", "Text", "[Text](https://example.org)"],
])("finds nothing wrong with a page %s", (_, found, replacement) => {
  expect(report(found, replacement)).toEqual([]);
});

it.each([
  ["no frontmatter", "---\ntitle", "title", "1 frontmatter-missing Kopf der Datei"],
  ["an empty title", "title: Impressum", 'title: ""', "2 field-value Titel"],
  [
    "a layout of its own",
    "---\n\n",
    "layout: ../x.astro\n---\n\n",
    "4 field-unknown Kopf der Datei",
  ],
  ["an import", "Text.", 'import fs from "node:fs"', "8 content-markup Wortlaut"],
  ["an export", "Text.", "export const a = process.env", "8 content-markup Wortlaut"],
  ["an expression", "Text.", "Text {process.env.TOKEN}", "8 content-markup Wortlaut"],
  ["a script", "Text.", "<script>alert(1)</script>", "8 content-markup Wortlaut"],
  ["a component of the agreements", "Text.", "<Amount />", "8 content-markup Wortlaut"],
  ["a script as a link", "Text.", "[a](javascript:alert(1))", "8 content-link Wortlaut"],
])("refuses a page with %s before anything compiles it", (_, found, replacement, expected) => {
  expect(report(found, replacement)).toEqual([expected]);
});
