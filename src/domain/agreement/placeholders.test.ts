import { describe, expect, it } from "vitest";
import { checkPlaceholders } from "./placeholders.ts";

const file = "src/content/agreements/2025/wetteraukreis.mdx";

function found(source: string) {
  return checkPlaceholders(source, file).map(({ message }) => message.match(/^„(.*)“ ist/)?.[1]);
}

describe("a placeholder", () => {
  it.each([
    ["zwischen {{Kommune}} und", "{{Kommune}}"],
    ["den {{ datum }}", "{{ datum }}"],
    ["dem [Name]", "[Name]"],
    ["dem [Name der Gebietskörperschaft]", "[Name der Gebietskörperschaft]"],
    ["dem \\[Name\\]", "[Name]"],
    ["[ Datum ]", "[ Datum ]"],
    ["[DATUM]", "[DATUM]"],
    ["in Höhe von [Betrag] Euro", "[Betrag]"],
    ["[bitte einfügen]", "[bitte einfügen]"],
    ["[ergänzen]", "[ergänzen]"],
    ["der Landkreis XY setzt", "Landkreis XY"],
    ["des Landkreises X.Y. setzt", "Landkreises X.Y."],
    ["die Stadt N.N.", "Stadt N.N."],
    ["Landrat Max Mustermann", "Mustermann"],
    ["die Stadt Musterstadt", "Musterstadt"],
    ["des Musterkreises", "Musterkreises"],
    ["in Höhe von xxx Euro", "xxx"],
    ["in Höhe von X.XXX.XXX Euro", "XXX"],
    ["am XX.XX.2025", "XX.XX."],
    ["am __.__.2025", "__.__."],
    ["am TT.MM.JJJJ", "TT.MM.JJJJ"],
    ["TODO: Absatz fehlt", "TODO"],
    ["Lorem ipsum dolor", "Lorem ipsum"],
    ["den ___ 2025", "___"],
    ["den ____2025", "____"],
    ["den \\_\\_\\_\\_\\_", "_____"],
    ["den ......", "......"],
    ["den ……", "……"],
    ["den ???", "???"],
    ['name: "[Name]"', "[Name]"],
    ["title: Platzhalter", "Platzhalter"],
  ])("is found in %j", (source, placeholder) => {
    expect(new Set(found(source))).toContain(placeholder);
  });

  it("is told with its line, and what to write instead", () => {
    expect(
      checkPlaceholders("---\nyear: 2025\n---\n\nDer Landkreis XY\n\n[Datum]\n", file),
    ).toEqual([
      {
        code: "placeholder-left",
        file,
        line: 5,
        field: "Platzhalter",
        message:
          "„Landkreis XY“ ist ein Platzhalter. Schreiben Sie an seine Stelle, was im Original steht; was dort nicht zu lesen ist, als <Illegible />, im Kopf der Datei als […].",
      },
      expect.objectContaining({ line: 7 }),
    ]);
  });

  it("is told each time", () => {
    expect(found("[Name], [Name] und xxx")).toEqual(["[Name]", "[Name]", "xxx"]);
  });
});

describe("no placeholder", () => {
  it.each([
    "name: […]r. Sven Sc[…]oeller",
    "Wiesbaden, den [unleserlich]",
    "[sic]",
    "[Stadtteilarbeit]",
    "[1]",
    "[Stadt Kassel](https://kassel.de)",
    "[Text der Vereinbarung](/vereinbarungen/2025/kassel/)",
    "Projekt „Text & Ton“",
    "Landkreis Kassel, Kreis Groß-Gerau, Stadt Offenbach am Main",
    "im Landkreis Musterprojekte zur Ausbildung",
    "das Muster, die Musterung, mustergültig",
    "Mustermannsche Regel",
    "SGB XII, § 19, Kapitel XX, XXIII und XIX",
    "Ludwig XX. August",
    "Teil A.",
    "und so weiter ... bis zum Ende",
    "Stille … und",
    "Wirklich??",
    "__fett__ und ___fett und kursiv___",
    "Mitarbeiter_innen",
    "a_b_c",
    "maxxx",
    "Methode",
    '<Projects measure="ausbildung" />',
    "bis zum 31.12.2025",
    "Platzhalterung",
    "Fußgängerüberweg XXL",
  ])("is %j", (source) => {
    expect(found(source)).toEqual([]);
  });
});

it.each(["{", "[Name", "[ ", "___\n", "XX.", ". . . ", "[Name[", "\\_"])(
  "is quick about %j without end",
  (part) => {
    const started = performance.now();
    checkPlaceholders(part.repeat(64_000 / part.length), file);
    expect(performance.now() - started).toBeLessThan(2000);
  },
);
