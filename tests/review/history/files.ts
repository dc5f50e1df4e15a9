import {
  type Case,
  change,
  kassel,
  makeProgram,
  move,
  offenbach,
  remove,
  replace,
  wetterau,
  write,
  writeBytes,
} from "./case.ts";

const repairs = "public/originals/2025/offenbach-am-main.repairs.yaml";

/** Files that come, go, move or break, and changes that nobody reads on the site. */
export const fileCases: readonly Case[] = [
  {
    name: "Windows ends the lines",
    edits: [change(wetterau, (text) => text.replaceAll("\n", "\r\n"))],
    report: `
      Wetteraukreis 2025 (nur Schreibweise)
        Schreibweise der Datei geändert (Leerzeichen, Zeilenenden oder Anführungszeichen), kein Inhalt.`,
  },
  {
    name: "a blank line more",
    edits: [replace(kassel, "\n\n## § 6", "\n\n\n## § 6")],
    report: `
      Kassel 2024 (nur Schreibweise)
        Schreibweise der Datei geändert (Leerzeichen, Zeilenenden oder Anführungszeichen), kein Inhalt.`,
  },
  {
    name: "a title gets quotation marks that only the file has",
    edits: [replace(kassel, "title: Sprachcafé", 'title: "Sprachcafé"')],
    report: `
      Kassel 2024 (nur Schreibweise)
        Schreibweise der Datei geändert (Leerzeichen, Zeilenenden oder Anführungszeichen), kein Inhalt.`,
  },
  {
    name: "the fields stand in another order",
    edits: [replace(kassel, "district: kassel\nyear: 2024\n", "year: 2024\ndistrict: kassel\n")],
    report: `
      Kassel 2024 (nur Schreibweise)
        Reihenfolge der Angaben in der Datei geändert, kein Inhalt.`,
  },
  {
    name: "a note for editors",
    edits: [replace(wetterau, "amount: 1310490", "amount: 1310490 # mit dem Haushalt abgeglichen")],
    report: `
      Wetteraukreis 2025 (nur Anmerkung)
        Anmerkung in der Datei neu: „mit dem Haushalt abgeglichen“.`,
  },
  {
    name: "a note that is done with",
    edits: [
      replace(
        "src/content/districts/hanau.yaml",
        " # aus einer einzelnen öffentlichen Quelle; mit dem Statistischen Bundesamt abgleichen",
        "",
      ),
    ],
    report: `
      Kommune „Hanau“ (nur Anmerkung)
        Anmerkung in der Datei gestrichen: „aus einer einzelnen öffentlichen Quelle; mit dem Statistischen Bundesamt abgleichen“.`,
  },
  {
    name: "the head of the file is broken, the wording too is another",
    edits: [
      replace(wetterau, "projects:\n", "projects: [\n"),
      replace(wetterau, "im Herbst angesetzt", "im Frühjahr angesetzt"),
    ],
    report: `
      Wetteraukreis 2025 (1 Absatz, 1 unlesbare Fassung)
        Die Angaben am Anfang der neuen Fassung lassen sich nicht lesen; verglichen sind ihre Zeilen.
        Zeilen geändert: „projects: [“ statt „projects:“.
        § 6 Absatz 1 geändert: „Frühjahr“ statt „Herbst“.`,
  },
  {
    name: "the wording is broken, the Fördersumme too is another",
    edits: [
      replace(wetterau, "amount: 1310490", "amount: 1319490"),
      replace(wetterau, "<Amount />", "<Amount"),
    ],
    report: `
      Wetteraukreis 2025 (1 Betrag, 1 unlesbare Fassung)
        Fördersumme 1.319.490 € statt 1.310.490 € (+0,7 %).
        Der Wortlaut der neuen Fassung lässt sich nicht lesen; verglichen sind seine Zeilen.
        Zeilen geändert: „<Amount“ statt „<Amount />“.`,
  },
  {
    name: "a broken file is put right",
    given: [replace(kassel, "title: Sprachcafé", 'title: "Sprachcafé')],
    edits: [replace(kassel, 'title: "Sprachcafé', "title: Sprachcafé")],
    report: `
      Kassel 2024 (1 unlesbare Fassung)
        Die Angaben am Anfang der bisherigen Fassung ließen sich nicht lesen; verglichen sind ihre Zeilen.
        Zeilen geändert: „Sprachcafé“ statt „"Sprachcafé“.`,
  },
  {
    name: "the head of the file has no end",
    edits: [replace(kassel, "\n---\n\n## Präambel", "\n\n## Präambel")],
    report: `
      Kassel 2024 (1 unlesbare Fassung)
        Die neue Fassung lässt sich nicht lesen; verglichen sind die Zeilen.
        Zeilen geändert: „---“ gestrichen.`,
  },
  {
    name: "no text takes the place of an agreement",
    edits: [writeBytes(wetterau, 27)],
    report: `
      Wetteraukreis 2025 (1 unlesbare Fassung)
        Die Datei ist kein Text mehr und lässt sich nicht vergleichen (27 Byte statt 8 kB).`,
  },
  {
    name: "an agreement becomes a program",
    edits: [makeProgram(wetterau)],
    report: `
      Wetteraukreis 2025 (nur Dateirechte)
        Rechte der Datei geändert, kein Inhalt.`,
  },
  {
    name: "an agreement becomes a program and has another Fördersumme",
    edits: [makeProgram(wetterau), replace(wetterau, "amount: 1310490", "amount: 1319490")],
    report: `
      Wetteraukreis 2025 (1 Betrag)
        Fördersumme 1.319.490 € statt 1.310.490 € (+0,7 %).
        Rechte der Datei geändert, kein Inhalt.`,
  },
  {
    name: "an agreement moves to another year with its original and repairs",
    edits: [
      move(kassel, "src/content/agreements/2025/kassel.mdx"),
      replace("src/content/agreements/2025/kassel.mdx", "year: 2024\n", "year: 2025\n"),
      replace(
        "src/content/agreements/2025/kassel.mdx",
        "originals/2024/kassel.txt",
        "originals/2025/kassel.txt",
      ),
      move("public/originals/2024/kassel.txt", "public/originals/2025/kassel.txt"),
      move(
        "public/originals/2024/kassel.repairs.yaml",
        "public/originals/2025/kassel.repairs.yaml",
      ),
    ],
    report: `
      Kassel 2025 (verschoben, 2 Angaben)
        Aus dem Programmjahr 2024 hierher verschoben, mit Berichtigungen und Original (TXT).
        Programmjahr 2025 statt 2024.
        Original, Datei „originals/2025/kassel.txt“ statt „originals/2024/kassel.txt“.`,
  },
  {
    name: "an agreement is new, another one is removed",
    given: [
      remove(offenbach),
      remove(repairs),
      remove("public/originals/2025/offenbach-am-main.txt"),
    ],
    edits: [
      write(
        offenbach,
        "---\ndistrict: offenbach-am-main\nyear: 2025\namount: 1011410\nprojects:\n  - measure: ausbildung\n    title: BaE Teilzeit\nsignatures: []\n---\n\n## Präambel\n",
      ),
      write("public/originals/2025/offenbach-am-main.txt", "Zielvereinbarung"),
      remove(wetterau),
      remove("public/originals/2025/wetteraukreis.txt"),
    ],
    report: `
      Offenbach am Main 2025 (neu)
        Neu: Fördersumme 1.011.410 €, 1 Projekt, Original (TXT).
      Wetteraukreis 2025 (entfernt)
        Entfernt: Fördersumme 1.310.490 €, 7 Projekte, 2 Unterschriften, Original (TXT).`,
  },
  {
    name: "the agreement of a year gives way to that of the next",
    given: [remove("src/content/agreements/2025/darmstadt.mdx")],
    edits: [
      move(kassel, "src/content/agreements/2025/kassel.mdx"),
      change("src/content/agreements/2025/kassel.mdx", (text) =>
        text
          .replaceAll("2024", "2025")
          .replace("1121600", "1200000")
          .replace(
            /projects:[\s\S]*signatures:/,
            "projects:\n  - measure: ausbildung\n    title: Werkstatt\nsignatures:",
          ),
      ),
    ],
    report: `
      Kassel 2024 (entfernt)
        Entfernt: Fördersumme 1.121.600 €, 11 Projekte, 2 Unterschriften.
      Kassel 2025 (neu)
        Neu: Fördersumme 1.200.000 €, 1 Projekt, 2 Unterschriften.`,
  },
  {
    name: "a file is given a name that no agreement has",
    edits: [move(wetterau, "src/content/agreements/2025/Wetteraukreis.mdx")],
    report: `
      Unerwartete Dateien im Inhalt: src/content/agreements/2025/Wetteraukreis.mdx (neu)
      Wetteraukreis 2025 (entfernt)
        Entfernt: Fördersumme 1.310.490 €, 7 Projekte, 2 Unterschriften.`,
  },
  {
    name: "the system of the project changes beside an agreement",
    edits: [
      replace(wetterau, "amount: 1310490", "amount: 1319490"),
      replace("package.json", '"version": "0.1.0"', '"version": "0.2.0"'),
      write(".github/workflows/neu.yml", "on: push\n"),
      remove("README.md"),
      write("src/pages/werbung.astro", "<p>Hallo</p>\n"),
      write("src/content/agreements/2025/.DS_Store", "x"),
    ],
    report: `
      Pipelines: .github/workflows/neu.yml (neu)
      Dokumentation: README.md (entfernt)
      Abhängigkeiten: package.json (geändert)
      Unerwartete Dateien im Inhalt: src/content/agreements/2025/.DS_Store (neu)
      Programm: src/pages/werbung.astro (neu)
      Wetteraukreis 2025 (1 Betrag)
        Fördersumme 1.319.490 € statt 1.310.490 € (+0,7 %).`,
  },
  {
    name: "the text of an original is corrected",
    edits: [replace("public/originals/2025/wetteraukreis.txt", "im Herbst", "im Spätherbst")],
    report: `
      Wetteraukreis 2025 (1 Beilage)
        Original (TXT) geändert: „Spätherbst“ statt „Herbst“.`,
  },
  {
    name: "a PDF is replaced by another",
    given: [writeBytes("public/originals/2025/wetteraukreis.pdf", 181_220)],
    edits: [writeBytes("public/originals/2025/wetteraukreis.pdf", 90_000)],
    report: `
      Wetteraukreis 2025 (1 Beilage)
        Original (PDF) geändert (90 kB statt 182 kB).`,
  },
  {
    name: "a repair is added",
    edits: [
      change(
        repairs,
        (text) =>
          `${text}- line: 112\n  found: 'Wilhe1m'\n  published: 'Wilhelm'\n  reason: l als 1 erkannt.\n`,
      ),
    ],
    report: `
      Offenbach am Main 2025 (1 Berichtigung)
        Berichtigung neu, Zeile 112 des Originals: „Wilhelm“ statt „Wilhe1m“. Grund: l als 1 erkannt.`,
  },
  {
    name: "a repair goes, another is worded anew",
    edits: [
      replace(
        repairs,
        "- line: 99\n  found: '*Heike Hofmann*'\n  published: ''\n  reason: Namenszug der Unterschrift; der Name steht gedruckt darunter.\n",
        "",
      ),
      replace(repairs, "Namenszug der Unterschrift;", "Handschrift;"),
    ],
    report: `
      Offenbach am Main 2025 (2 Berichtigungen)
        Berichtigung entfernt, Zeile 99 des Originals: „*Heike Hofmann*“ gestrichen. Grund: Namenszug der Unterschrift; der Name steht gedruckt darunter.
        Berichtigung geändert, Zeile 109 des Originals: Grund „Handschrift; der Name steht gedruckt darunter.“ statt „Namenszug der Unterschrift; der Name steht gedruckt darunter.“`,
  },
  {
    name: "repairs are laid out in another way",
    edits: [
      replace(
        repairs,
        "published: ''\n  reason: Namenszug der Unterschrift; der Name steht gedruckt darunter.\n- line: 109",
        'published: ""\n  reason: Namenszug der Unterschrift; der Name steht gedruckt darunter.\n\n- line: 109',
      ),
    ],
    report: `
      Offenbach am Main 2025 (nur Schreibweise)
        Berichtigungen: nur die Schreibweise der Datei geändert, kein Inhalt.`,
  },
  {
    name: "repairs are broken",
    edits: [replace(repairs, "- line: 99\n", "- line: [99\n")],
    report: `
      Offenbach am Main 2025 (1 Beilage)
        Berichtigungen geändert: „[99“ statt „99“.`,
  },
  {
    name: "repairs become a program, and one is of another line",
    edits: [
      makeProgram(repairs),
      change(repairs, (text) => text.replace("- line: 99\n", "- line: 98\n")),
    ],
    report: `
      Offenbach am Main 2025 (1 Berichtigung)
        Berichtigung geändert, Zeile 98 des Originals: Zeile 98 statt 99.
        Berichtigungen: Rechte der Datei geändert, kein Inhalt.`,
  },
  {
    name: "a number is written in another way, and a signature is another",
    edits: [
      replace(wetterau, "amount: 1310490", "amount: 1.31049e6"),
      replace(wetterau, "place: Friedberg", "place: Nidda"),
    ],
    report: `
      Wetteraukreis 2025 (1 Unterschrift)
        Unterschrift von Marion Götz: Ort „Nidda“ statt „Friedberg“.
        Zeilen geändert: „1.31049e6“ statt „1310490“.`,
  },
];
