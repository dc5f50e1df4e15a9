import { describe, expect, it } from "vitest";
import { readBody } from "./read-body.ts";
import { readSections } from "./sections.ts";
import { toSegments } from "./segments.ts";

const slots = ["Amount", "Projects", "Signatures", "Illegible"] as const;

function segments(body: string) {
  const { blocks } = readBody(body, { file: "a.mdx", lineOffset: 0, slots });
  return toSegments(readSections(blocks, "a.mdx").sections, {
    cite: ({ id, label }) => `„${label}“, <https://example.org/?a&b#${id}>`,
  });
}

/** The HTML of the wording with `[Name]` in the components' places. */
function html(body: string): string {
  return segments(`## Präambel\n\n${body}`)
    .map((segment) => (typeof segment === "string" ? segment : `[${segment.name}]`))
    .join("");
}

describe("toSegments", () => {
  it("shows text as text, never as HTML", () => {
    expect(html(`R&D "a" 'b' \\<script>alert(1)\\</script>`)).toContain(
      "<p>R&amp;D &quot;a&quot; &#39;b&#39; &lt;script&gt;alert(1)&lt;/script&gt;</p>",
    );
  });

  it("shows link addresses and titles of sections as text, too", () => {
    expect(html('[a](https://example.org/?a=1&b="2")')).toContain(
      '<a href="https://example.org/?a=1&amp;b=&quot;2&quot;">a</a>',
    );
    expect(segments("## Präambel\n\n## § 1 A & \\<b>")[0]).toContain("A &amp; &lt;b&gt;</h2>");
  });

  it.each([
    ["### Ziele *des* Landes", "<h3>Ziele <em>des</em> Landes</h3>"],
    ["#### Arten", "<h4>Arten</h4>"],
    ["Mit **Mitteln**\\\nneu", "<p>Mit <strong>Mitteln</strong><br>neu</p>"],
    ["- a\n- b\n  - c", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"],
    ["1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"],
    ["4. a", '<ol start="4"><li>a</li></ol>'],
    ["> Zitat", "<blockquote><p>Zitat</p></blockquote>"],
    [
      "| a | b |\n|---|---|\n| c | d |",
      "<table><thead><tr><th>a</th><th>b</th></tr></thead><tr><td>c</td><td>d</td></tr></table>",
    ],
  ])("writes %j as %s", (body, expected) => {
    expect(html(body)).toContain(expected);
  });

  it("gives each section and each Absatz its address and a link to itself", () => {
    const page = segments("## Präambel\n\nA.\n\n## § 1 Ziele\n\nB.\n\nC.").join("");
    expect(page.match(/ id="[^"]+"/g)).toEqual([
      ' id="praeambel"',
      ' id="praeambel-abs-1"',
      ' id="par-1"',
      ' id="par-1-abs-1"',
      ' id="par-1-abs-2"',
    ]);
    expect(page).toMatch(
      /<a class="permalink" href="#par-1-abs-2"[^>]* aria-label="§ 1 Abs\. 2">Abs\. 2<\/a><p>C\.<\/p>/,
    );
    const heading = page.match(/<h2 id="par-1"[^>]*>.*?<\/h2>/)?.[0];
    expect(heading).toContain('href="#par-1"');
    expect(heading?.replace(/<[^>]+>/g, "")).toBe("§ 1 Ziele");
    expect(page.match(/<section[^>]*>/g)).toEqual([
      '<section aria-labelledby="praeambel">',
      '<section aria-labelledby="par-1">',
    ]);
  });

  it("says how to cite each section and each Absatz", () => {
    expect(html("A.")).toContain("„Präambel“, &lt;https://example.org/?a&amp;b#praeambel&gt;</p>");
    expect(html("A.")).toContain(
      "„Präambel Absatz 1“, &lt;https://example.org/?a&amp;b#praeambel-abs-1&gt;</p></details></div>",
    );
  });

  it("keeps the components in their places and order", () => {
    const parts = segments(
      '## Präambel\n\nInsgesamt\n\n<Amount />\n\naus <Illegible />.\n\n<Projects measure="a" />\n\n<Signatures />',
    );
    expect(parts.filter((part) => typeof part !== "string").map(({ name }) => name)).toEqual([
      "Amount",
      "Illegible",
      "Projects",
      "Signatures",
    ]);
    expect(html("Insgesamt\n\n<Amount />\n\naus <Illegible />.\n\n<Signatures />")).toMatch(
      /<p>Insgesamt<\/p>\[Amount\]<p>aus \[Illegible\]\.<\/p>.*<\/div>\[Signatures\]<\/section>$/,
    );
  });

  it("gives as few segments as there are places between components", () => {
    expect(segments("## Präambel\n\nA *b* c.\n\n- d\n\n## § 1 E\n\nF.")).toHaveLength(1);
  });

  it("closes whatever it opens", () => {
    const page = html("A *b* **c** [d](#e)\n\n- f\n\n> g\n\n| h |\n|---|\n| i |\n\n<Signatures />");
    const tags = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, tag]) => tag).sort();
    expect(tags(/<\/(\w+)>/g)).toEqual(tags(/<(\w+)[^>]*>/g));
  });
});
