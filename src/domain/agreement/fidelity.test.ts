import { describe, expect, it } from "vitest";
import { checkFidelity } from "./fidelity.ts";

const file = "src/content/agreements/2025/wetteraukreis.mdx";

function check(original: string, published: readonly string[], repairs = [] as const) {
  const wording = published.map((text, index) => ({ text, line: index + 40 }));
  return checkFidelity(original, repairs, wording, file);
}

function repaired(original: string, published: string, repairs: [number, string, string][]) {
  const list = repairs.map(([line, found, put]) => ({ line, found, published: put, reason: "r" }));
  return checkFidelity(original, list, [{ text: published, line: 40 }], file);
}

describe("a wording that equals its original", () => {
  it.each([
    ["in other lines", "Der Landkreis\n\nund das   HMSI\n", ["Der Landkreis und", "das HMSI"]],
    [
      "in lines that end as on Windows",
      "Der Landkreis\r\nund das HMSI\r\n",
      ["Der Landkreis und das HMSI"],
    ],
    ["below letterhead", "ARBEITSWELT\nHESSEN\ninnovativ · sozial · nachhaltig\nDer", ["Der"]],
    [
      "in Markdown of the conversion",
      "## **§ 1**\n\n### **Ziele**\n- eins\n  • zwei",
      ["§ 1 Ziele", "eins", "zwei"],
    ],
    [
      "with a star within a word",
      "**Mitarbeiter*innen** und *alle*",
      ["Mitarbeiter*innen und alle"],
    ],
    [
      "in another spelling of a date",
      "Wiesbaden, den 2. 8.\n2025",
      ["Wiesbaden, den 2.", "8. 2025"],
    ],
  ])("is sound %s", (_, original, published) => {
    expect(check(original, published)).toEqual([]);
  });

  it.each(["2. 8. 2025", "2.8.2025", "02.08.2025", "2. Aug. 2025"])(
    "is sound where the original spells the date %s",
    (date) => {
      expect(check(`den ${date}`, ["den 2. August 2025"])).toEqual([]);
    },
  );
});

describe("a wording that differs", () => {
  it.each([
    ["a changed word", "a b c", "a X c", "„X c“, im Original (Zeile 1) „b c“"],
    ["a dropped word", "a b c", "a c", "„c“, im Original (Zeile 1) „b c“"],
    ["an added word", "a b", "a X b", "„X b“, im Original (Zeile 1) „b“"],
    ["words in another order", "a b", "b a", "„b a“, im Original (Zeile 1) „a b“"],
    ["a text that ends early", "a\nb", "a", "„nichts mehr“, im Original (Zeile 2) „b“"],
    ["a text that goes on", "a", "a b", "„b“, im Original (Zeile 1) „nichts mehr“"],
    ["another case", "Das", "das", "„das“, im Original (Zeile 1) „Das“"],
    ["other quotation marks", "„a“", '"a"', '„"a"“, im Original (Zeile 1) „„a““'],
    ["another dash", "a – b", "a - b", "„- b“, im Original (Zeile 1) „– b“"],
    [
      "another day",
      "2.8.2025",
      "3. August 2025",
      "„2025-08-03“, im Original (Zeile 1) „2025-08-02“",
    ],
  ])("is found by %s", (_, original, published, message) => {
    expect(check(original, [published])).toMatchObject([
      { code: "wording-differs", message: expect.stringContaining(`Hier steht ${message}. `) },
    ]);
  });

  it("is told once, at the line of the first word that differs, with both places", () => {
    expect(
      check("eins\nzwei\ndrei vier fünf sechs sieben acht\nneun", ["eins zwei", "3 4"]),
    ).toEqual([
      {
        code: "wording-differs",
        file,
        line: 41,
        field: "Wortlaut",
        message:
          "Hier steht „3 4“, im Original (Zeile 3) „drei vier fünf sechs sieben“. Berichtigen Sie den Wortlaut, oder nennen Sie die Abweichung mit ihrem Grund in der Liste der Berichtigungen.",
      },
    ]);
  });

  it("is told at its last line where words are missing at the end", () => {
    expect(check("a b c", ["a", "b"])).toMatchObject([{ line: 41 }]);
  });
});

describe("repairs", () => {
  it("change their line of the original, one place each", () => {
    expect(
      repaired("a — b — c\nIll", "a – b – c III", [
        [1, "b —", "b –"],
        [1, "a —", "a –"],
        [2, "Ill", "III"],
      ]),
    ).toEqual([]);
  });

  it("put in their text as it is", () => {
    expect(repaired("5 Euro", "$& Euro", [[1, "5", "$&"]])).toEqual([]);
  });

  it.each([
    ["is not in its line", 1, "b", "steht nicht in der Zeile"],
    ["lies beyond the end", 9, "a", "steht nicht in der Zeile"],
    ["is not the only one", 3, "c", "steht mehrfach in der Zeile"],
    ["stays as it is", 2, "x", "bleibt, wie es ist"],
  ])("are reported where the place %s", (_, line, found, misfit) => {
    const original = found === "x" ? "a\nx\ncc" : "a\nb\ncc";
    expect(repaired(original, original, [[line, found, "x"]])).toEqual([
      {
        code: "repair-unused",
        file,
        line: 1,
        field: "Berichtigungen",
        message: `„${found}“ ${misfit} (Zeile ${line} des Originals). Nennen Sie eine Stelle, die dort genau einmal steht, oder entfernen Sie den Eintrag.`,
      },
    ]);
  });

  type Changes = Parameters<typeof repaired>[2];
  const codes = (...parameters: Parameters<typeof repaired>) =>
    repaired(...parameters).map(({ code }) => code);

  it("see nothing of what others publish", () => {
    expect(
      codes("a b", "a c", [
        [1, "b", "x"],
        [1, "x", "c"],
      ]),
    ).toContain("repair-unused");
  });

  it("may not overlap", () => {
    expect(
      codes("a b c", "y c", [
        [1, "a b", "y"],
        [1, "b c", "c"],
      ]),
    ).toContain("repair-unused");
  });

  it.each([
    ["digits change places", "1.310 Euro", "1.301 Euro", [[1, "1.310", "1.301"]]],
    ["a separator goes", "10,0 Euro", "100 Euro", [[1, "10,0", "100"]]],
    [
      "a number goes and another comes",
      "1 Euro",
      "9 Euro",
      [
        [1, "1 ", ""],
        [1, "Euro", "9 Euro"],
      ],
    ],
    ["a number comes in words", "zwei", "neun Millionen", [[1, "zwei", "neun Millionen"]]],
  ] as [string, string, string, Changes][])(
    "ask for a look where %s",
    (_, original, published, repairs) => {
      expect(codes(original, published, repairs)).toEqual(["repair-number"]);
    },
  );

  it.each([
    [
      "a number moves to another line",
      "den 12. August\nAkdeniz",
      "den 12. August Akdeniz",
      [
        [1, "den 12. August", ""],
        [2, "Akdeniz", "den 12. August Akdeniz"],
      ],
    ],
    ["digits were none", "a1_,(.0", "a [unleserlich]", [[1, "1_,(.0", " [unleserlich]"]]],
  ] as [string, string, string, Changes][])(
    "do not where %s",
    (_, original, published, repairs) => {
      expect(codes(original, published, repairs)).toEqual([]);
    },
  );
});
