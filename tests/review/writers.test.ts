import fc from "fast-check";
import { HtmlValidate } from "html-validate";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import type { ChangedFile } from "#domain/review/change.ts";
import { makeReport, type Report } from "#domain/review/report.ts";
import { writeHtml } from "#domain/review/write-html.ts";
import { writeMarkdown } from "#domain/review/write-markdown.ts";
import { writeText } from "#domain/review/write-text.ts";
import { reviewOf } from "./project.ts";

const wetterau = "src/content/agreements/2025/wetteraukreis.mdx";
const file = (amount: number, sentence: string) =>
  `---\namount: ${amount}\nprojects:\n  - measure: ausbildung\n    title: BaE\n---\n\n## § 6 Zielsteuerung\n\n${sentence}\n`;

/** A small change with something of everything that a report has. */
const sample = reportOf(
  [
    {
      path: wetterau,
      before: { text: file(1_301_490, "Dazu wird eine Besprechung im Herbst angesetzt.") },
      after: { text: file(1_310_490, "Dazu wird eine Besprechung im Frühjahr angesetzt.") },
    },
    { path: "package.json", before: { text: "{}" }, after: { text: "{ }" } },
  ],
  "main",
  "cms/agreements/2025/wetteraukreis",
);

// With a name that no formatter touches.
describe("a report reads the same each time", () => {
  it.each([
    ["report.txt", writeText(sample)],
    ["report.md", writeMarkdown(sample)],
    ["report.html.txt", writeHtml(sample)],
    ["report.json.txt", `${JSON.stringify(sample, null, 2)}\n`],
  ])("as %s", async (name, text) => {
    await expect(text).toMatchFileSnapshot(`golden/${name}`);
  });

  it("says that nothing changed", () => {
    expect(writeText(reportOf([], "main", "HEAD"))).toBe(
      "Prüfbericht: main → HEAD\nNichts geändert.\n",
    );
  });
});

/** Texts that would do something where they are shown. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</li></ul>",
        "</summary>",
        "<!--",
        "-->",
        "@maintainer",
        "#12",
        "!34",
        "a/b#5",
        "GH-6",
        "1952a63e38eb46237aa90e521d5f77c841464b4a",
        ":tada:",
        "[x](https://a.example)",
        "![x](y)",
        "https://a.example",
        "www.a.example",
        "a@b.example",
        "<https://a.example>",
        "[x]: https://a.example",
        "| a | b |",
        "|---|---|",
        "# H",
        "- x",
        "1. x",
        "> x",
        "```",
        "`x`",
        "**x**",
        "_x_",
        "~~x~~",
        "***",
        "===",
        "---",
        "[ ] x",
        "&lt;",
        "&#64;maintainer",
        "\\",
        "$x$",
        "\u202e",
        "\u200b",
        "\u001b[31m",
        "\n",
        "\n\n",
        "    x",
        "\t",
        "[^1]",
      ),
      fc.string({ unit: "binary", maxLength: 8 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(" "));

describe("what a report quotes does nothing where it is shown", () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended"],
    rules: {
      "long-title": "off",
      "no-trailing-whitespace": "off",
      "doctype-style": "off",
      "void-style": "off",
    },
  });

  it("as HTML", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (one, other) => {
        const html = writeHtml(hostileReport(one, other));
        const tags = new Set([...html.matchAll(/<(\w+)/g)].map(([, name]) => name));
        expect([...tags].filter((tag) => !known.has(tag ?? ""))).toEqual([]);
        const { results } = await validator.validateString(html);
        expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual(
          [],
        );
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it("as Markdown", () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        const markdown = writeMarkdown(hostileReport(one, other));
        const tree = fromMarkdown(markdown, {
          extensions: [gfm()],
          mdastExtensions: [gfmFromMarkdown()],
        });
        for (const node of nodesOf(tree)) expect(plain).toContain(shapeOf(node));
        // Forges look for these in what is shown.
        expect(textOf(tree)).not.toMatch(/[@#!](?=\w)|GH-\d|:tada:|\b[0-9a-f]{40}\b/);
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it("in a terminal", () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        expect(writeText(hostileReport(one, other)).replaceAll("\n", "")).not.toMatch(
          /[\p{Cc}\p{Cf}]/u,
        );
      }),
      { seed: 1 },
    );
  });
});

const known = new Set(
  "html head body meta title style main h1 h2 p ul li section details summary ins del a".split(" "),
);

/** What a report's own words are made of; its only link is the preview. */
const plain = [
  "root",
  "heading",
  "paragraph",
  "text",
  "list",
  "listItem",
  "blockquote",
  "strong",
  "link preview",
  "html <ins>",
  "html </ins>",
  "html <del>",
  "html </del>",
  "html details",
];

function shapeOf(node: Nodes): string {
  if (node.type === "link") {
    return node.url.startsWith("https://vorschau.example/") ? "link preview" : `link ${node.url}`;
  }
  if (node.type !== "html") return node.type;
  const isDetails = /^<details><summary>[^<>]* im Wortlaut<\/summary>$|^<\/details>$/.test(
    node.value,
  );
  return isDetails ? "html details" : `html ${node.value}`;
}

function nodesOf(node: Nodes): Nodes[] {
  return [node, ...("children" in node ? node.children.flatMap(nodesOf) : [])];
}

function textOf(tree: Nodes): string {
  return nodesOf(tree)
    .map((node) => (node.type === "text" ? node.value : "\n"))
    .join("");
}

function hostileReport(one: string, other: string): Report {
  const quoted = (text: string) => JSON.stringify(text);
  const text = (title: string, sentence: string) =>
    `---\nprojects:\n  - measure: ${quoted(one)}\n    title: ${quoted(title)}\nbemerkung: ${quoted(sentence)}\n---\n\n## § 6 Ziele\n\nEin Satz mit mehr als ${escapeText(sentence)} Wörtern.\n`;
  return reportOf(
    [
      { path: wetterau, before: { text: text(one, other) }, after: { text: text(other, one) } },
      { path: `src/content/${one}`, after: { text: "" } },
      {
        path: "public/originals/2025/darmstadt.txt",
        before: { text: one },
        after: { text: other },
      },
    ],
    one,
    other,
  );
}

/** Text that Markdown takes as it is, so that it gets into the wording. */
function escapeText(text: string): string {
  return text.replace(/[^\p{L}\p{N} ]/gu, (mark) => `&#${mark.codePointAt(0)};`);
}

function reportOf(files: readonly ChangedFile[], base: string, head: string): Report {
  const { review, names } = reviewOf(files);
  return makeReport(review, names, {
    base,
    head,
    before: [],
    after: [],
    gaps: [],
    preview: "https://vorschau.example",
  });
}
