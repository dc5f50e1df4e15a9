import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { LinkChecker } from "linkinator";
import { describe, expect, it } from "vitest";
import { contentPolicy } from "#domain/content-policy.ts";
import { origin } from "./visit.ts";

const pages = readdirSync("dist", { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".html"),
);
const agreements = pages.filter((name) => /^vereinbarungen.\d{4}.[^/\\]+.index\.html$/.test(name));
/** Pages that do something: everything else is for reading and ships no script. */
const interactive = ["suche/index.html", "vereinbarungen/index.html"];

describe("HTML", () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended"],
    rules: {
      // Matters of style, decided by the formatter and Astro's compressor.
      "long-title": "off",
      "no-trailing-whitespace": "off",
      "void-style": "off",
      "doctype-style": "off",
      "attribute-boolean-style": "off",
    },
  });

  it.each(pages)("%s is valid", async (name) => {
    const report = await validator.validateString(read(name), name);
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ line, message, ruleId }) => `${line}: ${message} [${ruleId}]`),
      ),
    ).toEqual([]);
  });
});

describe("page weight", () => {
  it.each(agreements)("%s and its styles stay below 20 kB", (name) => {
    const html = read(name);
    const styles = [...html.matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g)].map(
      ([, path = ""]) => path,
    );
    expect(styles.length).toBeGreaterThan(0);
    const weights = [html, ...styles.map(read)].map((text) => brotliCompressSync(text).length);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    console.log(
      `${name}: HTML ${weights[0]} B + CSS ${total - (weights[0] ?? 0)} B = ${total} B (brotli)`,
    );
    expect(total).toBeLessThanOrEqual(20_000);
  });

  it("ships no script on pages for reading", () => {
    const withScript = pages.filter((name) => /<script/i.test(read(name)));
    expect(withScript.sort()).toEqual(interactive.map((name) => join(name)).sort());
  });
});

describe("security policy", () => {
  it.each(pages)("%s allows what this kind of page needs and nothing else", (name) => {
    const policies = [
      ...read(name).matchAll(/http-equiv="content-security-policy" content="([^"]+)"/gi),
    ];
    const scripts =
      name === "suche/index.html" ? "search" : interactive.includes(name) ? "own" : "none";
    expect(policies.map(([, policy = ""]) => policy.replaceAll("&#39;", "'"))).toEqual([
      contentPolicy(scripts),
    ]);
  });

  it("needs no inline style or event handler", () => {
    expect(pages.filter((name) => /<style|\sstyle=|\son[a-z]+=/i.test(read(name)))).toEqual([]);
  });
});

it.each([
  "/originals/2024/kassel.txt",
  "/vereinbarungen/2024/kassel/text.md",
  "/originals/2024/kassel.repairs.yaml",
])("%s names its encoding", async (path) => {
  const response = await fetch(origin + path);
  expect(response.headers.get("content-type")).toMatch(/; charset=utf-8$/);
  expect(await response.text()).toContain("ü");
});

it("ships of Pagefind only what the search loads", () => {
  expect(readdirSync("dist/pagefind").filter((name) => /ui|highlight/.test(name))).toEqual([]);
});

it("has no broken internal link or fragment", async () => {
  const checker = new LinkChecker();
  const { links } = await checker.check({
    path: `${origin}/`,
    recurse: true,
    checkFragments: true,
    // Absolute addresses name the future site; they are other hosts to this test.
    linksToSkip: async (link) => !link.startsWith(origin),
  });
  expect(links.length).toBeGreaterThan(pages.length);
  expect(
    links.filter(({ state }) => state === "BROKEN").map(({ url, parent }) => [url, parent]),
  ).toEqual([]);
}, 120_000);

function read(name: string): string {
  return readFileSync(join("dist", name), "utf8");
}
