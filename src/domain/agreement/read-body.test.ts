import { describe, expect, it } from "vitest";
import { readBody } from "./read-body.ts";

const file = "src/content/agreements/2025/wetteraukreis.mdx";
const slots = ["Amount", "Projects", "Signatures", "Illegible"] as const;
const names = "<Amount />, <Projects />, <Signatures />, <Illegible />";
const asBlock =
  'ist nicht vorgesehen. Verwenden Sie nur Überschriften (2. bis 4. Ebene), Absätze, Listen, Zitate, Tabellen, <Amount />, <Projects measure="…" /> und <Signatures />.';
const asInline =
  "ist nicht vorgesehen. Verwenden Sie nur Fettes, Kursives, Links, Zeilenumbrüche und <Illegible />.";
const expression =
  "Ein Ausdruck in geschweiften Klammern ist nicht vorgesehen. Schreiben Sie \\{ und \\}, wenn die Zeichen zum Text gehören.";
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
    ["{process.exit()}", expression],
    ["{Wort}", expression],
    ["Das {Wort} hier", expression],
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

  it("takes the placeholder of the Muster for one that is left over", () => {
    expect(read('Dem <District form="dative" /> wird')).toMatchObject({
      problems: [
        {
          code: "placeholder-left",
          line: 41,
          message:
            "Der Baustein <District … /> ist ein Platzhalter des Musters. Schreiben Sie den Namen der Gebietskörperschaft, wie er im Original steht.",
        },
      ],
    });
  });

  it.each([
    ["<amount />", "Amount"],
    ["<AMOUNT />", "Amount"],
    ['<projects measure="ausbildung" />', "Projects"],
  ])("names the component that is meant by %s and takes it for that", (body, name) => {
    const typed = body.match(/\w+/)?.[0];
    expect(read(body)).toMatchObject({
      blocks: [{ type: "slot", name }],
      problems: [
        {
          code: "content-markup",
          line: 41,
          message: `Der Baustein <${typed} /> heißt <${name} />. Schreiben Sie seinen Namen genau so.`,
        },
      ],
    });
  });

  it("refuses a link with words behind its address, for no page would show them", () => {
    expect(read('[a](https://example.org "Titel")').problems).toEqual([
      {
        code: "content-markup",
        file,
        line: 41,
        field: "Wortlaut",
        message:
          "Hinter der Adresse des Links steht „Titel“. Schreiben Sie in die runden Klammern nur die Adresse.",
      },
    ]);
  });

  it.each([
    ["{", "\\{ ", 200],
    ["<", "\\< ", 500],
    ["&", "& ", 500],
  ])("does not read a text with more %s than any wording has", (character, part, most) => {
    expect(read(`Erster Absatz.\n\n${part.repeat(most)}`).problems).toEqual([]);
    expect(read(`Erster Absatz.\n\n${part.repeat(most)}\n${part}`)).toMatchObject({
      blocks: [],
      problems: [
        {
          code: "content-syntax",
          line: 44,
          message: `Das Zeichen ${character} steht viel öfter im Text als in jeder Vereinbarung. Prüfen Sie, ob es die richtige Datei ist.`,
        },
      ],
    });
  });

  it.each([
    [
      "###",
      "Die Überschrift hat keinen Text. Schreiben Sie ihn hinter die #, oder löschen Sie die Zeile.",
    ],
    [
      "### &nbsp;",
      "Die Überschrift hat keinen Text. Schreiben Sie ihn hinter die #, oder löschen Sie die Zeile.",
    ],
    [
      "[](https://example.org)",
      "Der Link hat keinen Text. Schreiben Sie ihn zwischen die eckigen Klammern, z. B. [Seite](https://example.org).",
    ],
    [
      "Ein [ ](https://example.org) Link",
      "Der Link hat keinen Text. Schreiben Sie ihn zwischen die eckigen Klammern, z. B. [Seite](https://example.org).",
    ],
    [
      "- \n",
      "Der Listenpunkt oder das Zitat hat keinen Text. Schreiben Sie ihn hinter das Zeichen, oder löschen Sie die Zeile.",
    ],
    [
      ">",
      "Der Listenpunkt oder das Zitat hat keinen Text. Schreiben Sie ihn hinter das Zeichen, oder löschen Sie die Zeile.",
    ],
  ])("refuses %j, which nobody could read", (body, message) => {
    expect(read(body).problems).toEqual([
      { code: "content-markup", file, line: 41, field: "Wortlaut", message },
    ]);
  });

  it.each([
    ["[a](javascript:alert(1))", link("javascript:alert(1)")],
    ["[a](JavaScript:alert)", link("JavaScript:alert")],
    ["[a](&#106;avascript:alert)", link("javascript:alert")],
    ["[a]()", link("")],
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
    [
      "<!-- Kommentar -->",
      "Ein Kommentar aus <!-- und --> ist nicht vorgesehen. Entfernen Sie ihn.",
    ],
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
      expression,
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

describe("a character that hides behind an entity", () => {
  it.each([
    ["a space without width", "bin&#8203;det", "character-invisible", "U+200B"],
    ["a soft hyphen", "bin&shy;det", "character-invisible", "U+00AD"],
    ["a mark of direction", "bin&#x202E;det", "character-invisible", "U+202E"],
    ["a Cyrillic letter", "bind&#1077;t", "character-lookalike", "U+0435"],
    ["an accent of its own", "Ma&#x308;rz", "character-lookalike", "U+0308"],
    ["one in a heading", "## § 1 bin&#8203;det", "character-invisible", "U+200B"],
    ["one in emphasis", "**bin&#8203;det**", "character-invisible", "U+200B"],
    ["one in the label of a link", "[bin&#8203;det](/)", "character-invisible", "U+200B"],
    [
      "one in the address of a link",
      "[a](https://h&#1077;ssen.de)",
      "character-lookalike",
      "U+0435",
    ],
  ])("is found: %s", (_, body, code, point) => {
    expect(read(body).problems).toEqual([
      { code, file, line: 41, field: "Wortlaut", message: expect.stringContaining(`(${point}`) },
    ]);
  });

  it.each([
    ["a paragraph", "eins\nzwei&#8203;\ndrei", 42],
    ["a quote", "> eins\n> zwei&#8203;", 42],
    ["a list", "- eins\n  zwei&#8203;\n- drei", 42],
    ["a table", "| a |\n|---|\n| &#8203; |", 43],
    ["a text whose line ends end no line", "eins&#10;&#10;zwei&#8203;", 41],
  ])("is found in its own line of %s", (_, body, line) => {
    expect(read(body).problems.map((problem) => problem.line)).toEqual([line]);
  });

  it.each(["a&nbsp;b", "Gr&ouml;&szlig;e", "&sect; 4", "&euro;", "m&sup2;", "&frac12;"])(
    "is none of them: %s",
    (body) => {
      expect(read(body).problems).toEqual([]);
    },
  );
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

describe("what has an address or shows facts stands at the top level", () => {
  const options = { file: "a.mdx", lineOffset: 0, slots: ["Amount", "Illegible"] } as const;
  const linesOf = (body: string) =>
    readBody(body, options).problems.map(({ code, line }) => `${line} ${code}`);
  it.each([
    ["a heading in a list", "- ### Ziele"],
    ["a heading in a quote", "> ### Ziele"],
    ["a heading in a list in a quote", "> - ### Ziele"],
    ["an amount in a list", "- <Amount />"],
    ["an amount in a quote", "> <Amount />"],
  ])("so %s is refused", (_, body) => {
    expect(linesOf(body)).toEqual(["1 content-markup"]);
  });

  it("and nothing else", () => {
    expect(linesOf("### Ziele\n\n<Amount />\n\n- <Illegible />\n\n> <Illegible />")).toEqual([]);
  });
});
