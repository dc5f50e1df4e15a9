import {
  type Case,
  darmstadt,
  kassel,
  offenbach,
  remove,
  replace,
  rheingau,
  wetterau,
  writeBytes,
} from "./case.ts";

/** Changes of an agreement's money, signatures and source. */
export const factCases: readonly Case[] = [
  {
    name: "the example of issue 5",
    given: [
      replace(wetterau, "amount: 1310490", "amount: 1301490"),
      replace(
        wetterau,
        "  - measure: ausbildungsvorbereitung\n    title: Wetterauer Zukunftscamps\n",
        "",
      ),
    ],
    edits: [
      replace(wetterau, "amount: 1301490", "amount: 1310490"),
      replace(
        wetterau,
        "  - measure: ausbildung\n",
        "  - measure: ausbildungsvorbereitung\n    title: Wetterauer Zukunftscamps\n  - measure: ausbildung\n",
      ),
      replace(wetterau, "vom Regierungspräsidium Kassel", "vom Regierungspräsidium Gießen"),
    ],
    report: `
      Wetteraukreis 2025 (1 Betrag, 1 Projekt, 1 Absatz)
        Fördersumme 1.310.490 € statt 1.301.490 € (+0,7 %).
        Projekt neu: „Wetterauer Zukunftscamps“ (Ausbildungsvorbereitung).
        § 5 Absatz 2 geändert: „Gießen“ statt „Kassel“.`,
  },
  {
    name: "the Fördersumme is lowered",
    edits: [replace(rheingau, "amount: 787100", "amount: 700000")],
    report: `
      Rheingau-Taunus-Kreis 2024 (1 Betrag)
        Fördersumme 700.000 € statt 787.100 € (−11,1 %).`,
  },
  {
    name: "the Fördersumme has one digit too many",
    edits: [replace(rheingau, "amount: 787100", "amount: 7871000")],
    report: `
      Rheingau-Taunus-Kreis 2024 (1 Betrag)
        Fördersumme 7.871.000 € statt 787.100 € (+900 %).`,
  },
  {
    name: "the Fördersumme differs by one euro",
    edits: [replace(darmstadt, "amount: 1000280", "amount: 1000281")],
    report: `
      Darmstadt 2025 (1 Betrag)
        Fördersumme 1.000.281 € statt 1.000.280 € (+1 €).`,
  },
  {
    name: "the Fördersumme is written with dots",
    edits: [replace(darmstadt, "amount: 1000280", "amount: 1.000.280")],
    report: `
      Darmstadt 2025 (1 Angabe)
        Fördersumme „1.000.280“ statt 1.000.280 €.`,
  },
  {
    name: "a date that was illegible is filled in",
    edits: [
      replace(kassel, "    place: Wiesbaden\n", "    place: Wiesbaden\n    date: 2024-07-01\n"),
    ],
    report: `
      Kassel 2024 (1 Unterschrift)
        Unterschrift von Heike Hofmann: Datum 1. Juli 2024 ergänzt.`,
  },
  {
    name: "a signature's date and place are corrected",
    edits: [
      replace(
        wetterau,
        "place: Friedberg\n    date: 2025-08-13",
        "place: Bad Nauheim\n    date: 2025-08-14",
      ),
    ],
    report: `
      Wetteraukreis 2025 (1 Unterschrift)
        Unterschrift von Marion Götz: Ort „Bad Nauheim“ statt „Friedberg“, Datum 14. August 2025 statt 13. August 2025.`,
  },
  {
    name: "an illegible name is made out",
    edits: [replace(kassel, '"[…]r. Sven Sc[…]oeller"', "Dr. Sven Schoeller")],
    report: `
      Kassel 2024 (1 Unterschrift)
        Unterschrift von Dr. Sven Schoeller: Name „Dr. Sven Schoeller“ statt „[…]r. Sven Sc[…]oeller“.`,
  },
  {
    name: "somebody else signed",
    edits: [
      replace(darmstadt, "name: Barbara Akdeniz", "name: Hanno Benz"),
      replace(darmstadt, "role: Stadträtin", "role: Oberbürgermeister"),
    ],
    report: `
      Darmstadt 2025 (2 Unterschriften)
        Unterschrift für die Gebietskörperschaft neu: Hanno Benz, Oberbürgermeister, Darmstadt, 12. August 2025.
        Unterschrift für die Gebietskörperschaft entfernt: Barbara Akdeniz, Stadträtin, Darmstadt, 12. August 2025.`,
  },
  {
    name: "a signature is left out",
    edits: [
      replace(
        kassel,
        "  - party: state\n    name: Heike Hofmann\n    role: Staatsministerin\n    place: Wiesbaden\n",
        "",
      ),
    ],
    report: `
      Kassel 2024 (1 Unterschrift)
        Unterschrift für das Land entfernt: Heike Hofmann, Staatsministerin, Wiesbaden, ohne Datum.`,
  },
  {
    name: "the signatures change places",
    edits: [
      replace(
        rheingau,
        `  - party: state
    name: Heike Hofmann
    role: Staatsministerin
    place: Wiesbaden
    date: 2024-07-01
  - party: district
    name: Sandro Zehner
    role: Landrat
    place: Bad Schwalbach
    date: 2024-07-26
`,
        `  - party: district
    name: Sandro Zehner
    role: Landrat
    place: Bad Schwalbach
    date: 2024-07-26
  - party: state
    name: Heike Hofmann
    role: Staatsministerin
    place: Wiesbaden
    date: 2024-07-01
`,
      ),
    ],
    report: `
      Rheingau-Taunus-Kreis 2024 (nur Reihenfolge)
        Reihenfolge der Unterschriften geändert.`,
  },
  {
    name: "a signature is put on the other side",
    edits: [replace(offenbach, "party: district", "party: state")],
    report: `
      Offenbach am Main 2025 (1 Unterschrift)
        Unterschrift von Martin Wilhelm: Seite Land statt Gebietskörperschaft.`,
  },
  {
    name: "only the digest of the original changes",
    edits: [replace(wetterau, "sha256: 1952a63e", "sha256: 2952a63e")],
    report: `
      Wetteraukreis 2025 (1 Angabe)
        Prüfsumme des Originals geändert.`,
  },
  {
    name: "a PDF replaces the text of the original",
    edits: [
      replace(wetterau, "originals/2025/wetteraukreis.txt", "originals/2025/wetteraukreis.pdf"),
      replace(wetterau, "sha256: 1952a63e", "sha256: 2952a63e"),
      remove("public/originals/2025/wetteraukreis.txt"),
      writeBytes("public/originals/2025/wetteraukreis.pdf", 181_220),
    ],
    report: `
      Wetteraukreis 2025 (2 Angaben, 2 Beilagen)
        Original, Datei „originals/2025/wetteraukreis.pdf“ statt „originals/2025/wetteraukreis.txt“.
        Prüfsumme des Originals geändert.
        Original (PDF) neu.
        Original (TXT) entfernt.`,
  },
  {
    name: "the Gebietskörperschaft is another one",
    edits: [replace(kassel, "district: kassel", "district: landkreis-kassel")],
    report: `
      Kassel 2024 (1 Angabe)
        Gebietskörperschaft „Landkreis Kassel“ statt „Kassel“.`,
  },
  {
    name: "a field that nobody knows",
    edits: [replace(wetterau, "year: 2025\n", "year: 2025\nbemerkung: geprüft\n")],
    report: `
      Wetteraukreis 2025 (1 Angabe)
        Feld „bemerkung“ neu: „geprüft“.`,
  },
  {
    name: "two budgets are told apart",
    given: [
      replace(
        darmstadt,
        "projects:",
        "budgets:\n  - name: Ausbildungsbudget\n    amount: 600280\nprojects:",
      ),
    ],
    edits: [
      replace(darmstadt, "    amount: 600280\n", "    amount: 600000\n"),
      replace(
        darmstadt,
        "projects:",
        "  - name: Arbeitsmarktbudget\n    amount: 400280\nprojects:",
      ),
    ],
    report: `
      Darmstadt 2025 (1 Betrag, 1 Angabe)
        Budget neu: „Arbeitsmarktbudget“, 400.280 €.
        Budget „Ausbildungsbudget“ 600.000 € statt 600.280 € (−280 €).`,
  },
];
