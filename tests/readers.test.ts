import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { splitFile } from "#domain/file-parts.ts";
import * as micromark from "#domain/mdx/micromark-reader.ts";
import * as satteri from "#domain/mdx/satteri-reader.ts";
import { listAgreementFiles } from "#loaders/agreement-files.ts";
import { folders, listFiles } from "#loaders/content-files.ts";

const root = process.cwd();
const files = [
  ...listAgreementFiles(root),
  ...listFiles(root, folders.years, ".mdx"),
  ...listFiles(root, folders.pages, ".mdx"),
];

it.each(files)("both readers see the same in %s", (file) => {
  const parts = splitFile(readFileSync(file, "utf8"), file);
  const body = "body" in parts ? parts.body : "";
  expect(outline(micromark.readMdx(body))).toEqual(outline(satteri.readMdx(body)));
});

it.each([
  "Text **fett** *kursiv* [Link](https://example.org) <Amount /> x",
  "- a\n- b\n  1. c\n\n> Zitat\n\n| a | b |\n|---|---|\n| c | d |",
  "import x from 'y'\n\nText {1 + 1}\n\nEin <b onclick={x}>t</b>",
  "~~weg~~ `Code` ![Bild](/a.png)\n\n- [x] Kasten",
  "https://example.org und a@example.org",
])("both readers see the same in %j", (body) => {
  expect(outline(micromark.readMdx(body))).toEqual(outline(satteri.readMdx(body)));
});

/** Types, texts and lines: all that the rules look at. */
function outline(node: unknown): unknown {
  const { type, value, url, name, depth, children, position } = node as Record<string, never>;
  const line = (position as { start: { line: number } } | undefined)?.start.line;
  const below = (children as unknown[] | undefined)?.map(outline);
  return { type, value, url, name, depth, line, below };
}
