import { markdownToMdast } from "satteri";
import { describe, expect, it } from "vitest";
import { toMarkdown } from "./markdown.ts";
import { type Agreement, parseAgreement } from "./parse.ts";
import { sampleParties as parties } from "./sample-parties.ts";
import { wordingLines } from "./wording.ts";

const url = "https://example.org/vereinbarungen/2025/wetteraukreis/";

function agreementWith(body: string, project = "Wetterauer Zukunftscamps"): Agreement {
  const { agreement, problems } = parseAgreement(
    `---
district: wetteraukreis
year: 2025
amount: 1310490
projects:
  - measure: ausbildung
    title: ${JSON.stringify(project)}
signatures:
  - party: state
    name: Heike Hofmann
    role: Staatsministerin
    place: Wiesbaden
    date: 2025-08-02
source:
  file: originals/2025/wetteraukreis.txt
  sha256: ${"a".repeat(64)}
---

## Präambel

${body}

## § 1 Haushaltsmittel

Das HMSI stellt insgesamt

<Amount />

zur Verfügung.

<Projects measure="ausbildung" />

<Signatures />
`,
    "a.mdx",
  );
  expect(problems).toEqual([]);
  if (!agreement) throw new Error("The sample has no agreement");
  return agreement;
}

interface Tree {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Tree[];
}

/** The words a Markdown reader shows; anything but text in it would get lost here. */
function shownWords({ type, value, children }: Tree): string {
  if (type === "text") return value ?? "";
  const between = type === "paragraph" || type === "heading" ? "" : " ";
  return type === "break" ? " " : (children ?? []).map(shownWords).join(between);
}

const words = (text: string) => text.split(/\s+/).filter(Boolean);

describe("toMarkdown", () => {
  it("writes the whole agreement with its facts and where it comes from", () => {
    expect(toMarkdown(agreementWith("Erfolgreiche **Politik**."), parties, url)).toBe(
      `# Zielvereinbarung 2025

zwischen dem Ministerium und dem Landkreis Wetteraukreis zur Umsetzung

## Präambel

Erfolgreiche **Politik**.

## § 1 Haushaltsmittel

Das HMSI stellt insgesamt

**1.310.490 Euro**

zur Verfügung.

- Wetterauer Zukunftscamps

Wiesbaden, den 2. August 2025\\
Heike Hofmann\\
Staatsministerin\\
Ministerium

---

Quelle: <${url}>
`,
    );
  });

  it.each([
    "Mit \\*Stern\\*, \\_Strich\\_ und \\`Haken\\`",
    "\\[a\\](https://example.org) und !\\[b\\]",
    "unter \\<10 % und \\<b>fett\\</b> > so",
    "2025\\. Kein Listenpunkt",
    "Satz\n\\2025. Kein Listenpunkt",
    "Satz\n\\- kein Punkt\n\\+ kein Punkt\n\\* kein Punkt",
    "Satz\n\\# keine Überschrift\n\\> kein Zitat",
    "\\| keine | Tabelle |",
    "a\\\\b und \\{Wort\\}",
    "*kursiv* **fett** ***beides*** **fett***kursiv*",
    "Zeile\\\nneue Zeile",
    "- eins\n- zwei\n  - drei\n\n  noch zwei",
    "> Zitat\n> weiter\n>\n> - Punkt",
    "| a | b |\n|---|---|\n| **c** | d |",
    "### 1. Ausbildungsvorbereitung",
    "### Titel \\#",
    "| a | b |\n|---|---|\n| a\\|b | c |",
    "Satz\n\n2025\\.\n\nSatz\n\\---\nSatz\n\\===",
    "&amp;lt; und &amp;#60;",
    "Am <Illegible /> Juli",
    '„deutsch“ – "gerade" SoWirt\'s & mehr',
  ])("shows the same words when it is read again: %j", (body) => {
    const agreement = agreementWith(body);
    const again = markdownToMdast(toMarkdown(agreement, parties, url)) as Tree;
    const published = wordingLines(agreement, parties).map(({ text }) => text);
    expect(words(shownWords(again))).toEqual([...words(published.join(" ")), "Quelle:", url]);
  });

  it("keeps links with their addresses", () => {
    expect(
      toMarkdown(agreementWith("[Seite](https://example.org/a(b)?c=d&e)"), parties, url),
    ).toContain("[Seite](<https://example.org/a(b)?c=d&e>)\n");
  });

  it("keeps the numbers of ordered lists", () => {
    expect(toMarkdown(agreementWith("7. sieben\n8. acht\n   - a"), parties, url)).toContain(
      "7. sieben\n8. acht\n\n   - a\n",
    );
  });

  it("keeps a project's title from being read as Markdown", () => {
    const text = toMarkdown(agreementWith("A.", "1. *BASS* [neu] <10 %"), parties, url);
    expect(text).toContain("- 1\\. \\*BASS\\* \\[neu\\] \\<10 %\n");
  });
});
