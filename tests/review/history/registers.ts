import { type Case, move, replace, write } from "./case.ts";

const muster = "src/content/years/2025.mdx";
const imprint = "src/content/pages/impressum.mdx";
const easy = "src/content/pages/leichte-sprache.mdx";
const districts = "src/content/districts";
const measures = "src/content/measures";

/** Changes of Kommunen, Maßnahmenarten, Programmjahre with their Muster, and pages. */
export const registerCases: readonly Case[] = [
  {
    name: "a district's seat",
    edits: [replace(`${districts}/wetteraukreis.yaml`, "Friedberg (Hessen)", "Bad Nauheim")],
    report: `
      Kommune „Wetteraukreis“ (1 Angabe)
        Sitz „Bad Nauheim“ statt „Friedberg (Hessen)“.`,
  },
  {
    name: "a district begins later and another one ends",
    edits: [
      replace(`${districts}/hanau.yaml`, "validFrom: 2026-01-01", "validFrom: 2027-01-01"),
      replace(
        `${districts}/fulda.yaml`,
        "regierungsbezirk: Kassel\n",
        "regierungsbezirk: Kassel\nvalidTo: 2026-12-31\n",
      ),
    ],
    report: `
      Kommune „Landkreis Fulda“ (1 Angabe)
        Gültig bis neu: 31. Dezember 2026.
      Kommune „Hanau“ (1 Angabe)
        Gültig ab 1. Januar 2027 statt 1. Januar 2026.`,
  },
  {
    name: "a district's name in the agreements",
    edits: [
      replace(
        `${districts}/kassel.yaml`,
        "genitive: der documenta Stadt Kassel",
        "genitive: der documenta-Stadt Kassel",
      ),
      replace(`${districts}/kassel.yaml`, "attestedIn: 2024", "attestedIn: 2025"),
    ],
    report: `
      Kommune „Kassel“ (2 Angaben)
        Name in Vereinbarungen, belegt im Programmjahr 2025 statt 2024.
        Name in Vereinbarungen, Genitiv „der documenta-Stadt Kassel“ statt „der documenta Stadt Kassel“.`,
  },
  {
    name: "a district becomes another kind and is renamed",
    edits: [
      replace(`${districts}/hanau.yaml`, "kind: kreisfreie-stadt", "kind: landkreis"),
      replace(`${districts}/hanau.yaml`, "\nname: Hanau", "\nname: Brüder-Grimm-Stadt Hanau"),
    ],
    report: `
      Kommune „Brüder-Grimm-Stadt Hanau“ (2 Angaben)
        Art Landkreis statt kreisfreie Stadt.
        Name „Brüder-Grimm-Stadt Hanau“ statt „Hanau“.`,
  },
  {
    name: "a district is new",
    edits: [
      write(
        `${districts}/bad-homburg.yaml`,
        'ags: "06499"\nkind: kreisfreie-stadt\nname: Bad Homburg\nofficialName: Bad Homburg\nagreementName:\n  text: Stadt Bad Homburg\nseat: Bad Homburg\nregierungsbezirk: Darmstadt\nvalidFrom: 2027-01-01\n',
      ),
    ],
    report: `
      Kommune „Bad Homburg“ (neu)
        Neu: Amtlicher Gemeindeschlüssel „06499“, Art kreisfreie Stadt, Name „Bad Homburg“, Amtlicher Name „Bad Homburg“, Name in Vereinbarungen, Bezeichnung „Stadt Bad Homburg“, Sitz „Bad Homburg“, Regierungsbezirk „Darmstadt“, Gültig ab 1. Januar 2027.`,
  },
  {
    name: "the file of a district is renamed",
    edits: [move(`${districts}/fulda.yaml`, `${districts}/landkreis-fulda.yaml`)],
    report: `
      Kommune „Landkreis Fulda“ (umbenannt)
        Datei umbenannt: „landkreis-fulda.yaml“ statt „fulda.yaml“. Die Adresse auf der Website ändert sich mit.`,
  },
  {
    name: "a measure's short title",
    edits: [
      replace(`${measures}/ausbildung.yaml`, "Ausbildung und Coaching", "Ausbildung mit Coaching"),
    ],
    report: `
      Maßnahmenart „Ausbildung und Ausbildungscoaching in anerkannten Ausbildungsberufen“ (1 Angabe)
        Kurzbezeichnung „Ausbildung mit Coaching“ statt „Ausbildung und Coaching“.`,
  },
  {
    name: "a measure's long title",
    edits: [replace(`${measures}/weiterbildung.yaml`, "Arbeitsmarktförderung", "Arbeitsförderung")],
    report: `
      Maßnahmenart „weiterbildung“ (1 Angabe)
        Bezeichnung geändert: „Arbeitsförderung“ statt „Arbeitsmarktförderung“.`,
  },
  {
    name: "the ministry has another name in a year",
    edits: [
      replace(
        muster,
        "  name: Hessisches Ministerium für Arbeit, Integration, Jugend und Soziales",
        "  name: Hessisches Ministerium für Arbeit und Soziales",
      ),
      replace(muster, "abbreviation: HMSI", "abbreviation: HMAS"),
    ],
    report: `
      Programmjahr 2025 (2 Angaben)
        Ministerium, Name „Hessisches Ministerium für Arbeit und Soziales“ statt „Hessisches Ministerium für Arbeit, Integration, Jugend und Soziales“.
        Ministerium, Abkürzung „HMAS“ statt „HMSI“.`,
  },
  {
    name: "the wording of a Muster",
    edits: [replace(muster, "im Herbst angesetzt", "im Frühjahr angesetzt")],
    report: `
      Programmjahr 2025 (1 Absatz)
        § 6 Absatz 1 geändert: „Frühjahr“ statt „Herbst“.`,
  },
  {
    name: "a Muster names the district in another case",
    edits: [
      replace(
        muster,
        'HMSI stellt <District form="dative" />',
        'HMSI stellt <District form="accusative" />',
      ),
    ],
    report: `
      Programmjahr 2025 (1 Absatz)
        § 4 Absatz 1 geändert: „[Gebietskörperschaft im Akkusativ]“ statt „[Gebietskörperschaft im Dativ]“.`,
  },
  {
    name: "a programme year is new",
    edits: [
      write(
        "src/content/years/2026.mdx",
        "---\nyear: 2026\nministry:\n  name: Hessisches Ministerium für Arbeit\n  dative: Hessischen Ministerium für Arbeit\n  abbreviation: HMA\nsubject: zur Umsetzung\n---\n\n## Präambel\n\nText.\n",
      ),
    ],
    report: `
      Programmjahr 2026 (neu)
        Neu: Programmjahr 2026, Ministerium, Name „Hessisches Ministerium für Arbeit“, Ministerium, Dativ „Hessischen Ministerium für Arbeit“, Ministerium, Abkürzung „HMA“, Gegenstand „zur Umsetzung“.`,
  },
  {
    name: "a page is filled and published",
    edits: [
      replace(imprint, "draft: true", "draft: false"),
      replace(
        imprint,
        "Das Ministerium ergänzt hier: Telefonnummer und E-Mail-Adresse.",
        "Telefon 0611 3219-0, poststelle@example.org",
      ),
    ],
    report: `
      Seite „Impressum“ (1 Angabe, 2 Absätze)
        Kein Entwurf mehr: Der Hinweis über dem Text entfällt.
        Abschnitt „Kontakt“, Absatz 1 neu: „Telefon 0611 3219-0, poststelle@example.org“.
        Abschnitt „Kontakt“, Absatz 1 gestrichen: „Das Ministerium ergänzt hier: Telefonnummer und E-Mail-Adresse.“`,
  },
  {
    name: "a page is a draft again",
    given: [replace(imprint, "draft: true\n", "")],
    edits: [replace(imprint, "description: Wer", "draft: true\ndescription: Wer")],
    report: `
      Seite „Impressum“ (1 Angabe)
        Wieder ein Entwurf: Über dem Text steht ein Hinweis.`,
  },
  {
    name: "a page's heading and title",
    edits: [
      replace(imprint, "## Herausgeber", "## Herausgeberin"),
      replace(imprint, "title: Impressum", "title: Impressum und Kontakt"),
    ],
    report: `
      Seite „Impressum und Kontakt“ (1 Angabe, 1 Überschrift)
        Titel „Impressum und Kontakt“ statt „Impressum“.
        Überschrift von Abschnitt „Herausgeberin“ geändert: „Herausgeberin“ statt „Herausgeber“.`,
  },
  {
    name: "the text of a page without headings",
    edits: [replace(easy, "lässt den Text schreiben und prüfen", "lässt den Text prüfen")],
    report: `
      Seite „Leichte Sprache“ (1 Absatz)
        Absatz 1 geändert: „schreiben und“ gestrichen.`,
  },
];
