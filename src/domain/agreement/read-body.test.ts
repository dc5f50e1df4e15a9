import { describe, expect, it } from "vitest";
import { readBody } from "./read-body.ts";

const file = "src/content/agreements/2025/wetteraukreis.mdx";
const slots = ["Amount", "Projects", "Signatures", "Illegible"] as const;
const names = "<Amount />, <Projects />, <Signatures />, <Illegible />";
const asBlock = `ist nicht vorgesehen. Erlaubt sind Überschriften (2. bis 4. Ebene), Absätze, Listen, Zitate, Tabellen und die Bausteine ${names}.`;
const asInline = `ist nicht vorgesehen. Erlaubt sind fett, kursiv, Links, Zeilenumbrüche und die Bausteine ${names}.`;
const element = (name: string) =>
  `Das Element <${name}> ist nicht vorgesehen. Erlaubt sind die Bausteine ${names}. Schreiben Sie \\< statt <, wenn das Zeichen zum Text gehört.`;
const link = (url: string) =>
  `Der Link führt zu „${url}“. Verwenden Sie eine Adresse, die mit https://, mailto:, / oder # beginnt.`;
const brace =
  "Eine geschweifte Klammer lässt sich nicht lesen. Schreiben Sie \\{ und \\}, wenn die Zeichen zum Text gehören.";
const angle =
  "Ein < lässt sich nicht lesen. Schreiben Sie \\<, wenn das Zeichen zum Text gehört, z. B. \\<10 %.";

function read(body: string) {
  return readBody(body, { file, lineOffset: 40, slots });
}

it.each([
  ["quotes", `${"> ".repeat(3000)}A`],
  ["lists", `${"- ".repeat(2000)}A`],
])("refuses %s nested without end instead of failing on them", (_, body) => {
  const { problems } = read(body);
  expect(problems.map(({ code }) => code)).toEqual(["content-markup"]);
  expect(problems[0]?.message).toContain("tiefer verschachtelt als vorgesehen");
});

describe("the allow-list of the wording", () => {
  it.each([
    ['import fs from "node:fs"', `Eine Zeile, die mit import oder export beginnt, ${asBlock}`],
    ["export const a = 1", `Eine Zeile, die mit import oder export beginnt, ${asBlock}`],
    ["{process.exit()}", `Ein Ausdruck in geschweiften Klammern ${asBlock}`],
    ["{Wort}", `Ein Ausdruck in geschweiften Klammern ${asBlock}`],
    ["Das {Wort} hier", `Ein Ausdruck in geschweiften Klammern ${asInline}`],
    [
      "<Amount {...facts} />",
      "Der Baustein <Amount /> hat eine Angabe, die nicht vorgesehen ist. Schreiben Sie <Amount />.",
    ],
    [
      '<Amount currency="EUR" />',
      "Der Baustein <Amount /> hat eine Angabe, die nicht vorgesehen ist. Schreiben Sie <Amount />.",
    ],
    [
      "<Amount onClick={run} />",
      "Der Baustein <Amount /> hat eine Angabe, die nicht vorgesehen ist. Schreiben Sie <Amount />.",
    ],
    [
      "<Projects measure={run()} />",
      'Der Baustein <Projects /> hat eine Angabe, die nicht vorgesehen ist. Schreiben Sie <Projects measure="…" />.',
    ],
    [
      "<Projects />",
      'Der Baustein <Projects> ist nicht vollständig. Schreiben Sie <Projects measure="…" />.',
    ],
    [
      "<Amount>5 Euro</Amount>",
      "Der Baustein <Amount> ist nicht vollständig. Schreiben Sie <Amount />.",
    ],
    ["<Betrag />", element("Betrag")],
    ['<District form="dative" />', element("District")],
    ["<script>alert(1)</script>", element("script")],
    ["Ein <b>fettes</b> Wort", element("b")],
    ["![Wappen](/wappen.png)", `Ein Bild ${asInline}`],
    ["`const a`", `Ein Quelltext ${asInline}`],
    ["```\nconst a\n```", `Ein Quelltext ${asBlock}`],
    ["~~weg~~", `Durchgestrichener Text ${asInline}`],
    ["---", `Eine Trennlinie ${asBlock}`],
    [
      "# Titel",
      "Eine Überschrift der 1. Ebene ist nicht vorgesehen. Beginnen Sie die Zeile mit ##, ### oder ####.",
    ],
    [
      "##### Titel",
      "Eine Überschrift der 5. Ebene ist nicht vorgesehen. Beginnen Sie die Zeile mit ##, ### oder ####.",
    ],
    [
      "- [ ] offen",
      "Am Anfang des Listenpunkts steht ein Kästchen. Schreiben Sie \\[ statt [, wenn die Klammer zum Text gehört.",
    ],
    [
      "- [x] fertig",
      "Am Anfang des Listenpunkts steht ein Kästchen. Schreiben Sie \\[ statt [, wenn die Klammer zum Text gehört.",
    ],
    [
      "Insgesamt <Amount /> Euro",
      "Der Baustein <Amount /> steht mitten im Text. Stellen Sie ihn in eine eigene Zeile mit einer Leerzeile davor und danach.",
    ],
  ])("refuses %s", (body, message) => {
    expect(read(body).problems).toEqual([
      { code: "content-markup", file, line: 41, field: "Wortlaut", message },
    ]);
  });

  it.each([
    ["[a](javascript:alert(1))", link("javascript:alert(1)")],
    ["[a](JavaScript:alert)", link("JavaScript:alert")],
    ["[a](&#106;avascript:alert)", link("javascript:alert")],
    ["[a](data:text/html,x)", link("data:text/html,x")],
    ["[a](file:///etc/passwd)", link("file:///etc/passwd")],
    // To a browser these lead to another host.
    ["[a](//evil.example)", link("//evil.example")],
    ["[a](</\\evil.example>)", link("/\\evil.example")],
    ["[a](/&#9;/evil.example)", link("/\t/evil.example")],
    ["[a](<&#32;//evil.example>)", link(" //evil.example")],
    ["[a](&#10;//evil.example)", link("\n//evil.example")],
    ["[a](\\\\\\\\server\\\\x)", link("\\\\server\\x")],
  ])("refuses the link %s", (body, message) => {
    expect(read(body).problems).toEqual([
      { code: "content-link", file, line: 41, field: "Wortlaut", message },
    ]);
  });

  it.each([
    ["weniger als <10 % davon", angle],
    ["<!-- Kommentar -->", angle],
    ["</Amount>", angle],
    ["{Wort hier}", brace],
    ["eine { Klammer", brace],
  ])("cannot read %s and says how to write it", (body, message) => {
    expect(read(`Erster Absatz.\n\n${body}`)).toEqual({
      blocks: [],
      problems: [{ code: "content-syntax", file, line: 43, field: "Wortlaut", message }],
    });
  });

  it("refuses a footnote and the place it refers to", () => {
    expect(read("Wort[^1]\n\n[^1]: Fuß").problems).toMatchObject([
      { line: 41, message: `Eine Fußnote ${asInline}` },
      { line: 43, message: `Eine Fußnote ${asBlock}` },
    ]);
  });

  it("refuses a link whose address stands elsewhere, and that address", () => {
    const { problems } = read("[Seite][1]\n\n[1]: https://example.org");
    expect(problems).toMatchObject([
      { line: 41, message: `Ein Link mit getrennt genannter Adresse ${asInline}` },
      { line: 43, message: `Eine getrennt genannte Adresse eines Links ${asBlock}` },
    ]);
  });

  it("names no components where none may stand", () => {
    const { problems } = readBody("{a}\n\n<Amount />", { file, lineOffset: 0, slots: [] });
    expect(problems.map(({ message }) => message)).toEqual([
      "Ein Ausdruck in geschweiften Klammern ist nicht vorgesehen. Erlaubt sind Überschriften (2. bis 4. Ebene), Absätze, Listen, Zitate, Tabellen.",
      "Das Element <Amount> ist nicht vorgesehen. Schreiben Sie \\< statt <, wenn das Zeichen zum Text gehört.",
    ]);
  });

  it("keeps the words of a link it refuses, not the link", () => {
    expect(read("Die [*eine* Seite](javascript:x).").blocks).toMatchObject([
      { children: [{ value: "Die " }, { type: "emphasis" }, { value: " Seite" }, { value: "." }] },
    ]);
  });

  it("leaves out what it refuses and keeps the rest", () => {
    const { blocks, problems } = read("Eins.\n\n<div>zwei</div>\n\nDrei.");
    expect(problems).toMatchObject([{ line: 43 }]);
    expect(blocks.map(({ line }) => line)).toEqual([41, 45]);
  });

  it("finds what is hidden in lists, quotes, tables and emphasis", () => {
    const { problems } = read(
      "- a <i>b</i>\n\n> {x}\n\n| `a` | b |\n|---|---|\n| [c](vbscript:c) | d |\n\n**fett ![](x.png)**",
    );
    expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
      "41 content-markup",
      "43 content-markup",
      "45 content-markup",
      "47 content-link",
      "49 content-markup",
    ]);
  });
});

describe("what the wording may contain", () => {
  it.each([
    "https://arbeitswelt.hessen.de/",
    "http://example.org",
    "mailto:post@example.org",
    "#par-4",
    "/vereinbarungen/2025/",
    "./daten.json",
    "../kassel/",
    "daten.json",
  ])("a link to %s", (url) => {
    expect(read(`[a](${url})`)).toMatchObject({
      problems: [],
      blocks: [{ children: [{ type: "link", url, children: [{ type: "text", value: "a" }] }] }],
    });
  });

  it("headings of three levels, quotes, tables, emphasis and line breaks", () => {
    const { blocks, problems } = read(
      "## A\n\n### B\n\n#### C\n\n> Zitat\n\n| a | b |\n|---|---|\n| c | d |\n\n*k* **f**\\\nneu",
    );
    expect(problems).toEqual([]);
    expect(blocks.map(({ type, line }) => [type, line])).toEqual([
      ["heading", 41],
      ["heading", 43],
      ["heading", 45],
      ["quote", 47],
      ["table", 49],
      ["paragraph", 53],
    ]);
    expect(blocks.at(-1)).toMatchObject({
      children: [
        { type: "emphasis" },
        { value: " " },
        { type: "strong" },
        { type: "break" },
        { value: "neu" },
      ],
    });
  });

  it("lists with their first number", () => {
    expect(read("3. drei\n4. vier\n   - a").blocks).toMatchObject([
      {
        type: "list",
        ordered: true,
        start: 3,
        items: [{}, [{}, { type: "list", ordered: false }]],
      },
    ]);
  });

  it("components with literal attributes; an illegible place within a sentence", () => {
    expect(read('<Projects measure="ausbildung" />\n\nAm <Illegible /> Juli').blocks).toEqual([
      { type: "slot", name: "Projects", attributes: { measure: "ausbildung" }, line: 41 },
      {
        type: "paragraph",
        line: 43,
        children: [
          { type: "text", value: "Am " },
          { type: "slot", name: "Illegible", attributes: {}, line: 43 },
          { type: "text", value: " Juli" },
        ],
      },
    ]);
  });

  it.each([
    ["unter \\<10 % und \\{Wort\\}", "unter <10 % und {Wort}"],
    ["\\[ ] offen \\*", "[ ] offen *"],
    // Smart punctuation would change a legal text.
    [`"gerade" -- 'Zeichen' ... „deutsch“ – so`, `"gerade" -- 'Zeichen' ... „deutsch“ – so`],
    ["(c) 1/2 -> SoWirt's", "(c) 1/2 -> SoWirt's"],
  ])("the text %s, word for word", (body, value) => {
    expect(read(body)).toMatchObject({
      problems: [],
      blocks: [{ type: "paragraph", children: [{ type: "text", value }] }],
    });
  });
});
