import {
  type Case,
  change,
  darmstadt,
  kassel,
  offenbach,
  replace,
  replaceAll,
  rheingau,
  wetterau,
} from "./case.ts";

const exchange = "Dazu wird unter anderem eine Umsetzungsbesprechung im Herbst angesetzt.";
const deviations =
  "Unterjährige Abweichungen von den in § 4 genannten Haushaltsmitteln und Eckdaten werden bei der Beurteilung der Zielerreichung berücksichtigt.";
const portal =
  "Die Zielvereinbarungen werden auf dem Internetportal des HMSI „Arbeitswelt Hessen“ veröffentlicht.";
const diversity =
  "Die geförderten Angebote sind durch eine hohe Individualität und Vielfalt gekennzeichnet.";

/** Changes of an agreement's wording. */
export const wordingCases: readonly Case[] = [
  {
    name: "a word is replaced",
    edits: [replace(wetterau, "im Herbst angesetzt", "im Frühjahr angesetzt")],
    report: `
      Wetteraukreis 2025 (1 Absatz)
        § 6 Absatz 1 geändert: „Frühjahr“ statt „Herbst“.`,
  },
  {
    name: "several words of a sentence are replaced",
    edits: [
      replace(
        wetterau,
        exchange,
        "Dazu wird eine digitale Umsetzungsbesprechung im Frühjahr oder Sommer angesetzt.",
      ),
    ],
    report: `
      Wetteraukreis 2025 (1 Absatz)
        § 6 Absatz 1 geändert: „eine digitale“ statt „unter anderem eine“ und „Frühjahr oder Sommer“ statt „Herbst“.`,
  },
  {
    name: "a slip is corrected in the wording",
    edits: [replace(rheingau, "erfolgsversprechende", "erfolgversprechende")],
    report: `
      Rheingau-Taunus-Kreis 2024 (1 Absatz)
        § 1 Absatz 1 geändert: „erfolgversprechende“ statt „erfolgsversprechende“.`,
  },
  {
    name: "the same word is replaced again and again",
    edits: [replaceAll(darmstadt, "HMSI", "HMAIJS")],
    report: `
      Darmstadt 2025 (8 Absätze)
        Präambel Absatz 1 geändert: „HMAIJS“ statt „HMSI“ (3-mal).
        § 1 Absatz 1 geändert: „HMAIJS“ statt „HMSI“ (2-mal).
        § 1 Absatz 2 geändert: „HMAIJS“ statt „HMSI“.
        § 1 Absatz 3 geändert: „HMAIJS“ statt „HMSI“.
        § 4 Absatz 1 geändert: „HMAIJS“ statt „HMSI“.
        § 6 Absatz 1 geändert: „HMAIJS“ statt „HMSI“.
        § 7 Absatz 1 geändert: „HMAIJS“ statt „HMSI“.
        § 7 Absatz 2 geändert: „HMAIJS“ statt „HMSI“.`,
  },
  {
    name: "a sentence is added to an Absatz",
    edits: [replace(kassel, portal, `${portal} Die Ergebnisse werden jährlich ausgewertet.`)],
    report: `
      Kassel 2024 (1 Absatz)
        § 7 Absatz 2 geändert: „Die Ergebnisse werden jährlich ausgewertet.“ eingefügt.`,
  },
  {
    name: "a reference leads to another paragraph",
    edits: [replace(offenbach, "in § 5 vereinbarten Ziele", "in § 6 vereinbarten Ziele")],
    report: `
      Offenbach am Main 2025 (1 Absatz)
        § 2 Absatz 1 geändert: „§ 6“ statt „§ 5“.`,
  },
  {
    name: "a not turns the meaning around",
    edits: [
      replace(wetterau, "Zielerreichung berücksichtigt", "Zielerreichung nicht berücksichtigt"),
    ],
    report: `
      Wetteraukreis 2025 (1 Absatz)
        § 6 Absatz 2 geändert: „nicht“ eingefügt.`,
  },
  {
    name: "only a comma goes",
    edits: [replace(darmstadt, "mit dem Ziel, Erfahrungen", "mit dem Ziel Erfahrungen")],
    report: `
      Darmstadt 2025 (nur Schreibweise)
        § 7 Absatz 1: nur die Schreibweise geändert, „Ziel“ statt „Ziel,“.`,
  },
  {
    name: "only hyphens and capitals change",
    edits: [
      replace(
        offenbach,
        "„Servicestelle Teilzeit-Ausbildung“",
        "„Servicestelle Teilzeitausbildung“",
      ),
    ],
    report: `
      Offenbach am Main 2025 (nur Schreibweise)
        § 1 Absatz 3: nur die Schreibweise geändert, „Teilzeitausbildung“ statt „Teilzeit-Ausbildung“.`,
  },
  {
    name: "an Absatz is put between two others",
    edits: [
      replace(
        wetterau,
        deviations,
        `Einmal im Quartal berichtet der Landkreis über die Mittel.\n\n${deviations}`,
      ),
    ],
    report: `
      Wetteraukreis 2025 (1 Absatz)
        § 6 Absatz 2 neu: „Einmal im Quartal berichtet der Landkreis über die Mittel.“`,
  },
  {
    name: "an Absatz is struck",
    edits: [replace(darmstadt, `${deviations}\n\n`, "")],
    report: `
      Darmstadt 2025 (1 Absatz)
        § 6 Absatz 2 gestrichen: „Unterjährige Abweichungen von den in § 4 genannten Haushaltsmitteln und Eckdaten werden bei der …“.`,
  },
  {
    name: "two Absätze become one",
    edits: [replace(wetterau, `${exchange}\n\n${deviations}`, `${exchange} ${deviations}`)],
    report: `
      Wetteraukreis 2025 (1 Absatz)
        § 6 Absatz 1 und § 6 Absatz 2 zu einem Absatz verbunden, kein Wort geändert.`,
  },
  {
    name: "an Absatz is divided",
    edits: [replace(rheingau, ` ${diversity}`, `\n\n${diversity}`)],
    report: `
      Rheingau-Taunus-Kreis 2024 (1 Absatz)
        § 2 Absatz 2 geteilt in § 2 Absatz 2 und § 2 Absatz 3, kein Wort geändert.`,
  },
  {
    name: "an Absatz moves to another paragraph",
    edits: [
      replace(kassel, `\n\n${deviations}`, ""),
      replace(kassel, portal, `${portal}\n\n${deviations}`),
    ],
    report: `
      Kassel 2024 (1 Absatz)
        § 6 Absatz 2 ist jetzt § 7 Absatz 3: „Unterjährige Abweichungen von den in § 4 genannten Haushaltsmitteln und Eckdaten werden bei der …“.`,
  },
  {
    name: "two paragraphs change places",
    edits: [
      change(rheingau, (text) =>
        text.replace(/(## § 3 [\s\S]*?)(## § 4 [\s\S]*?)(?=## § 5)/, "$2$1"),
      ),
    ],
    report: `
      Rheingau-Taunus-Kreis 2024 (1 Absatz, 1 Überschrift)
        Überschrift von § 3 verschoben: „§ 3 Umsetzung der UN-Behindertenrechtskonvention“.
        § 3 Absatz 1 verschoben: „Die Integration in das Erwerbsleben stellt aus der Sicht des Hessischen Ministeriums für Arbeit, …“.`,
  },
  {
    name: "the last § is added to an agreement with its heading",
    edits: [
      replace(
        wetterau,
        "\n<Signatures />",
        "\n## § 8 Inkrafttreten\n\nDie Vereinbarung tritt mit der Unterschrift in Kraft.\n\n<Signatures />",
      ),
    ],
    report: `
      Wetteraukreis 2025 (1 Absatz, 1 Überschrift)
        Überschrift von § 8 neu: „§ 8 Inkrafttreten“.
        § 8 Absatz 1 neu: „Die Vereinbarung tritt mit der Unterschrift in Kraft.“`,
  },
  {
    name: "a heading is renamed",
    edits: [replace(darmstadt, "## § 4 Haushaltsmittel und Eckdaten", "## § 4 Haushaltsmittel")],
    report: `
      Darmstadt 2025 (1 Überschrift)
        Überschrift von § 4 geändert: „§ 4 Haushaltsmittel“ statt „§ 4 Haushaltsmittel und Eckdaten“.`,
  },
  {
    name: "the numbers of headings are corrected",
    edits: [
      replace(kassel, "### 1. Qualifizierungsprojekte", "### 3. Qualifizierungsprojekte"),
      replace(kassel, "### 2. Weiterbildungsmaßnahmen", "### 4. Weiterbildungsmaßnahmen"),
    ],
    report: `
      Kassel 2024 (2 Überschriften)
        Zwischenüberschrift in § 5 geändert: „3. Qualifizierungsprojekte zur Arbeitsmarktintegration, Fachkräftesicherung“ statt „1. Qualifizierungsprojekte zur Arbeitsmarktintegration, Fachkräftesicherung“.
        Zwischenüberschrift in § 5 geändert: „4. Weiterbildungsmaßnahmen für Personal der Landkreise und kreisfreien Städte in der fachlichen …“ statt „2. Weiterbildungsmaßnahmen für Personal der Landkreise und kreisfreien Städte in der fachlichen …“.`,
  },
  {
    name: "a whole paragraph is struck with its heading",
    edits: [
      replace(
        darmstadt,
        "## § 3 Umsetzung der UN-Behindertenrechtskonvention\n\nDie Integration in das Erwerbsleben stellt aus der Sicht des Hessischen Ministeriums für Arbeit, Integration, Jugend und Soziales eine der vordringlichsten Maßnahmen zur Förderung der Teilhabe von Menschen mit Behinderungen dar. Auch angesichts der demografischen Entwicklung und eines damit verbundenen aktuellen und zukünftigen Fachkräftemangels kommt der nachhaltigen Förderung von Maßnahmen zur Integration von Menschen mit Behinderungen in den Arbeitsprozess eine große Bedeutung zu.\n\n",
        "",
      ),
    ],
    report: `
      Darmstadt 2025 (1 Absatz, 1 Überschrift)
        Überschrift von § 3 gestrichen: „§ 3 Umsetzung der UN-Behindertenrechtskonvention“.
        § 3 Absatz 1 gestrichen: „Die Integration in das Erwerbsleben stellt aus der Sicht des Hessischen Ministeriums für Arbeit, …“.`,
  },
  {
    name: "bold type goes",
    edits: [
      replace(
        wetterau,
        "**Ausbildungs- und Qualifizierungsbudgets 2025**",
        "Ausbildungs- und Qualifizierungsbudgets 2025",
      ),
    ],
    report: `
      Wetteraukreis 2025 (nur Auszeichnung)
        § 5 Absatz 1: nur die Hervorhebung geändert, kein Wort.`,
  },
  {
    name: "an item is added to a list",
    given: [
      replace(offenbach, diversity, `${diversity}\n\n- Sprachförderung\n- Vermittlung in Betriebe`),
    ],
    edits: [
      replace(
        offenbach,
        "- Vermittlung in Betriebe",
        "- Coaching am Arbeitsplatz\n- Vermittlung in Betriebe",
      ),
    ],
    report: `
      Offenbach am Main 2025 (1 Absatz)
        § 2 Absatz 2 geändert: „Coaching am Arbeitsplatz“ eingefügt.`,
  },
  {
    name: "a list is numbered",
    given: [
      replace(offenbach, diversity, `${diversity}\n\n- Sprachförderung\n- Vermittlung in Betriebe`),
    ],
    edits: [
      replace(offenbach, "- Sprachförderung\n- Vermittlung", "1. Sprachförderung\n2. Vermittlung"),
    ],
    report: `
      Offenbach am Main 2025 (nur Auszeichnung)
        § 2 Absatz 2: nur die Gliederung geändert, kein Wort.`,
  },
  {
    name: "the Fördersumme no longer stands in § 4",
    edits: [replace(wetterau, "<Amount />\n\n", "")],
    report: `
      Wetteraukreis 2025 (1 Absatz)
        § 4 Absatz 1 geändert: „[Fördersumme]“ gestrichen.`,
  },
  {
    name: "the signatures no longer stand below the wording",
    edits: [replace(wetterau, "\n<Signatures />\n", "")],
    report: `
      Wetteraukreis 2025 (1 Absatz)
        § 7, Ende gestrichen: „[Unterschriften]“.`,
  },
  {
    name: "a word is found to be illegible",
    edits: [replace(kassel, "der sog. Stillen Reserve", "der sog. Stillen <Illegible />")],
    report: `
      Kassel 2024 (1 Absatz)
        § 1 Absatz 2 geändert: „[unleserlich]“ statt „Reserve“.`,
  },
  {
    name: "a link leads elsewhere",
    given: [
      replace(
        wetterau,
        "„Arbeitswelt Hessen“ veröffentlicht",
        "[Arbeitswelt Hessen](https://arbeitswelt.example/alt) veröffentlicht",
      ),
    ],
    edits: [
      replace(wetterau, "https://arbeitswelt.example/alt", "https://arbeitswelt.example/neu"),
    ],
    report: `
      Wetteraukreis 2025 (1 Link)
        § 7 Absatz 2: Der Link „Arbeitswelt Hessen“ führt zu „https://arbeitswelt.example/neu“ statt zu „https://arbeitswelt.example/alt“.`,
  },
  {
    name: "a name becomes a link",
    edits: [
      replace(
        darmstadt,
        "„Arbeitswelt Hessen“ veröffentlicht",
        "[„Arbeitswelt Hessen“](https://arbeitswelt.example/) veröffentlicht",
      ),
    ],
    report: `
      Darmstadt 2025 (1 Link)
        § 7 Absatz 2: Link neu, „Arbeitswelt Hessen“ führt zu „https://arbeitswelt.example/“.`,
  },
  {
    name: "two links of the same words change places",
    given: [
      replace(
        kassel,
        portal,
        `${portal} Siehe [hier](https://a.example/1) und [hier](https://a.example/2).`,
      ),
    ],
    edits: [
      replace(
        kassel,
        "[hier](https://a.example/1) und [hier](https://a.example/2)",
        "[hier](https://a.example/2) und [hier](https://a.example/1)",
      ),
    ],
    report: `
      Kassel 2024 (2 Links)
        § 7 Absatz 2: Der Link „hier“ führt zu „https://a.example/2“ statt zu „https://a.example/1“.
        § 7 Absatz 2: Der Link „hier“ führt zu „https://a.example/1“ statt zu „https://a.example/2“.`,
  },
  {
    name: "a blank that keeps the line together",
    edits: [replace(offenbach, "in § 5 vereinbarten", "in §\u00a05 vereinbarten")],
    report: `
      Offenbach am Main 2025 (nur Schreibweise)
        § 2 Absatz 1: nur die Schreibweise geändert, Leerraum in „§ 5“ geändert.`,
  },
  {
    name: "a comma goes that makes another number",
    given: [replace(wetterau, portal, `${portal} Der Anteil beträgt 1,5 Prozent.`)],
    edits: [replace(wetterau, "1,5 Prozent", "15 Prozent")],
    report: `
      Wetteraukreis 2025 (1 Absatz)
        § 7 Absatz 2 geändert: „beträgt 15“ statt „beträgt 1,5“.`,
  },
];
