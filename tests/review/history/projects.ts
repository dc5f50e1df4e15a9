import { type Case, darmstadt, kassel, offenbach, replace, rheingau, wetterau } from "./case.ts";

/** Changes of the projects of § 5. */
export const projectCases: readonly Case[] = [
  {
    name: "a project is added",
    edits: [
      replace(
        offenbach,
        "    title: Berufsvorbereitung Elektro\n",
        "    title: Berufsvorbereitung Elektro\n  - measure: ausbildungsvorbereitung\n    title: Berufsvorbereitung Metall\n",
      ),
    ],
    report: `
      Offenbach am Main 2025 (1 Projekt)
        Projekt neu: „Berufsvorbereitung Metall“ (Ausbildungsvorbereitung).`,
  },
  {
    name: "a project is removed",
    edits: [replace(kassel, "  - measure: qualifizierung\n    title: Sprachcafé\n", "")],
    report: `
      Kassel 2024 (1 Projekt)
        Projekt entfernt: „Sprachcafé“ (Qualifizierung).`,
  },
  {
    name: "a slip in a project's title is corrected",
    edits: [replace(wetterau, "Beratungsbuss im", "Beratungsbus im")],
    report: `
      Wetteraukreis 2025 (1 Projekt)
        Projekt umbenannt: „Beratungsbus im Rahmen der Jugendberufsagentur“ statt „Beratungsbuss im Rahmen der Jugendberufsagentur“ (Ausbildungsvorbereitung).`,
  },
  {
    name: "a project's title gets a year",
    edits: [replace(rheingau, "title: Aktiv in die Zukunft", "title: Aktiv in die Zukunft 2024")],
    report: `
      Rheingau-Taunus-Kreis 2024 (1 Projekt)
        Projekt umbenannt: „Aktiv in die Zukunft 2024“ statt „Aktiv in die Zukunft“ (Qualifizierung).`,
  },
  {
    name: "only the spelling of a project's title changes",
    edits: [replace(wetterau, "title: geförderte Ausbildung", "title: Geförderte Ausbildung")],
    report: `
      Wetteraukreis 2025 (nur Schreibweise)
        Projekt „Geförderte Ausbildung in Teilzeit“: nur die Schreibweise geändert, bisher „geförderte Ausbildung in Teilzeit“ (Ausbildung und Coaching).`,
  },
  {
    name: "another project takes the place of one",
    edits: [replace(darmstadt, "title: Jugendatelier", "title: Werkstatt am Nordbad")],
    report: `
      Darmstadt 2025 (2 Projekte)
        Projekt neu: „Werkstatt am Nordbad“ (Ausbildungsvorbereitung).
        Projekt entfernt: „Jugendatelier“ (Ausbildungsvorbereitung).`,
  },
  {
    name: "a project moves to another measure",
    edits: [
      replace(
        wetterau,
        "  - measure: weiterbildung\n    title: BASS Studienplätze",
        "  - measure: qualifizierung\n    title: BASS Studienplätze",
      ),
    ],
    report: `
      Wetteraukreis 2025 (1 Projekt)
        Projekt „BASS Studienplätze“ jetzt unter Qualifizierung statt unter Weiterbildung des Personals.`,
  },
  {
    name: "a project moves to another measure under another title",
    edits: [
      replace(
        offenbach,
        "  - measure: ausbildung\n    title: Coaching und Unterrichtshilfen (CUBA)\n",
        "",
      ),
      replace(
        offenbach,
        "    title: Jobcoach\n",
        "    title: Jobcoach\n  - measure: qualifizierung\n    title: Coaching und Unterrichtshilfe CUBA\n",
      ),
    ],
    report: `
      Offenbach am Main 2025 (1 Projekt)
        Projekt umbenannt: „Coaching und Unterrichtshilfe CUBA“ statt „Coaching und Unterrichtshilfen (CUBA)“, jetzt unter Qualifizierung statt unter Ausbildung und Coaching.`,
  },
  {
    name: "projects are put in another order",
    edits: [
      replace(
        kassel,
        "    title: Ausbildung 3 Jahre - kooperatives BaE-Modell\n  - measure: ausbildung\n    title: Ausbildung 3 Jahre - integratives BaE-Modell\n",
        "    title: Ausbildung 3 Jahre - integratives BaE-Modell\n  - measure: ausbildung\n    title: Ausbildung 3 Jahre - kooperatives BaE-Modell\n",
      ),
    ],
    report: `
      Kassel 2024 (nur Reihenfolge)
        Reihenfolge der Projekte geändert.`,
  },
  {
    name: "two projects of like titles are renamed",
    edits: [
      replace(
        offenbach,
        "    title: Fallmanagement für Erziehende\n",
        "    title: Fallmanagement für erziehende Frauen\n",
      ),
      replace(
        offenbach,
        "    title: Fallmanagement für Personen mit gesundheitlichen und psychosozialen Einschränkungen\n",
        "    title: Fallmanagement für Personen mit gesundheitlichen Einschränkungen\n",
      ),
    ],
    report: `
      Offenbach am Main 2025 (2 Projekte)
        Projekt umbenannt: „Fallmanagement für erziehende Frauen“ statt „Fallmanagement für Erziehende“ (Qualifizierung).
        Projekt umbenannt: „Fallmanagement für Personen mit gesundheitlichen Einschränkungen“ statt „Fallmanagement für Personen mit gesundheitlichen und psychosozialen Einschränkungen“ (Qualifizierung).`,
  },
  {
    name: "a whole measure is given up",
    edits: [
      replace(
        offenbach,
        "  - measure: weiterbildung\n    title: Schulungen für Mitarbeiter/innen\n",
        "",
      ),
      replace(offenbach, '<Projects measure="weiterbildung" />\n\n', ""),
    ],
    report: `
      Offenbach am Main 2025 (1 Projekt, 1 Absatz)
        Projekt entfernt: „Schulungen für Mitarbeiter/innen“ (Weiterbildung des Personals).
        § 5 Absatz 1 geändert: „[Projekte: Weiterbildung des Personals]“ gestrichen.`,
  },
  {
    name: "a project loses its title",
    edits: [replace(darmstadt, "    title: Jugendatelier\n", "")],
    report: `
      Darmstadt 2025 (1 Projekt, 1 Angabe)
        Projekt entfernt: „Jugendatelier“ (Ausbildungsvorbereitung).
        Unvollständiges Projekt neu: Maßnahmenart „ausbildungsvorbereitung“.`,
  },
  {
    name: "a project is under a measure that nobody knows",
    edits: [
      replace(
        darmstadt,
        "  - measure: qualifizierung\n    title: Perspektiven für Arbeit",
        "  - measure: qualifikation\n    title: Perspektiven für Arbeit",
      ),
    ],
    report: `
      Darmstadt 2025 (1 Projekt)
        Projekt „Perspektiven für Arbeit“ jetzt unter qualifikation statt unter Qualifizierung.`,
  },
];
