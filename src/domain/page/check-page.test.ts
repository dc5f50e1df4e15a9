import { describe, expect, it } from "vitest";
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
  ["a character without width", "Text.", "Te\u200bxt.", "8 character-invisible Zeichen"],
  ["a character behind an entity", "Text.", "Te&#8203;xt.", "8 character-invisible Wortlaut"],
  ["Windows line ends", "Text.\n", "Text.\r\n", "8 file-line-ends Zeichen"],
  ["a byte order mark", "---\ntitle", "\ufeff---\ntitle", "1 file-encoding Zeichen"],
  ["a script as a link", "Text.", "[a](javascript:alert(1))", "8 content-link Wortlaut"],
])("refuses a page with %s before anything compiles it", (_, found, replacement, expected) => {
  expect(report(found, replacement)).toEqual([expected]);
});

describe("links of a page within the site", () => {
  const follow = (url: string) =>
    checkPage(page.replace("Text.", `[Text](${url})`), file, (path) =>
      path === "/impressum/" ? "any" : path === "/" ? new Set() : undefined,
    ).map(({ line, code }) => `${line} ${code}`);

  it.each(["/", "#anschrift", "/impressum/#anschrift", "../", "https://example.org"])(
    "may lead to %s",
    (url) => {
      expect(follow(url)).toEqual([]);
    },
  );

  it.each(["/kontakt/", "/#oben", "kontakt", "/impressum"])("may not lead to %s", (url) => {
    expect(follow(url)).toEqual(["8 link-broken"]);
  });
});
