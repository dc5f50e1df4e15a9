import { describe, expect, it } from "vitest";
import { type Agreement, parseAgreement } from "./parse.ts";
import { printAgreement } from "./print.ts";

const file = "src/content/agreements/2025/wetteraukreis.mdx";
const printed = `---
district: wetteraukreis
year: 2025
amount: 1310490
projects:
  - measure: ausbildung
    title: Wetterauer Zukunftscamps
signatures:
  - party: state
    name: "[…] Hofmann"
    role: Staatsministerin
    place: Wiesbaden
    date: 2025-08-02
source:
  file: originals/2025/wetteraukreis.txt
  sha256: ${"a".repeat(64)}
---

## Präambel

Text.

## § 1 Haushaltsmittel

Das HMSI stellt insgesamt

<Amount />

zur Verfügung.

<Projects measure="ausbildung" />

<Signatures />
`;

function read(source: string): Agreement {
  const { agreement, problems } = parseAgreement(source, file);
  expect(problems).toEqual([]);
  if (!agreement) throw new Error("The sample has no agreement");
  return agreement;
}

const withText = (text: string) => printed.replace("Text.", () => text);

describe("printAgreement", () => {
  it("writes the file that was read", () => {
    expect(printAgreement(read(printed))).toBe(printed);
  });

  it("writes fields in the order of the schema", () => {
    const { facts, sections } = read(printed);
    const { district, ...others } = facts;
    expect(printAgreement({ sections, facts: { ...others, district } })).toBe(printed);
  });

  it.each([
    "Ein *kurzer* und **fetter** Satz, *__beides__*, **eins**_zwei_.",
    "Mit \\* \\_ \\` \\[a\\] \\<b\\> \\{c\\} \\\\ \\~ \\| und \\# darin & mehr.",
    "Zeile\\\nund Zeile\nund noch eine",
    "Satz\n2025\\. Satz\n\\- Satz",
    "[Seite](<https://example.org/(a)?b=c&d=e>) und \\![Seite](<#par-1>)",
    "- eins\n- zwei\n\n  noch zwei\n\n  1. innen\n  2. innen",
    "- eins\n\n* eine andere Liste\n\n7. sieben\n\n8) acht",
    "> Zitat\n> \n> - darin",
    "| a | b |\n| --- | --- |\n| &#124; | **c** |",
    "### 1. Titel\n\n#### Unter \\#",
    "Am <Illegible /> Juli",
    "&#105;mport heißt einführen",
    "&#32;Leerzeichen&#32;",
    "&#97;**&#32;b**",
    "&#97;*(b)*&#99;",
    "a&#10;&#10;b",
  ])("writes the wording as it was: %j", (text) => {
    expect(printAgreement(read(withText(text)))).toBe(withText(text));
  });

  it("quotes what YAML would read as something else", () => {
    const { facts, sections } = read(printed);
    for (const title of ["1e6", "true", "- a", "a: b", "a #b", "*a", "null", " a", 'a "b"']) {
      const changed = {
        facts: { ...facts, projects: [{ measure: "ausbildung", title }] },
        sections,
      };
      expect(read(printAgreement(changed)).facts.projects[0]?.title).toBe(title.trim());
    }
  });
});
