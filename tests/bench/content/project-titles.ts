import { pick, pickNumber, type Random } from "./random.ts";

// Parts of the words of real titles; put together anew, they grow a vocabulary as real ones do.
const heads = words(
  "Ausbildungs Berufs Beratungs Zukunfts Jugend Praxis Handwerks Sprach Digital Arbeitsmarkt",
  "Teilzeit Gruppen Medien Lern Sozialraum Wohnungs Gesundheits Integrations Perspektiv",
  "Orientierungs Studien Unterrichts Personal Wiedereinstiegs Kompetenz Betriebs Vermittlungs",
  "Aktivierungs Bewerbungs Behörden Elektro Fach",
);
const tails = words(
  "atelier camps bus café coaching dialog erprobung förderung management modell module projekt",
  "schulung stelle training gruppe vorbereitung begleitung hilfen phase optimierung angebote",
  "einstieg",
);
const groups = [
  "Jugendliche",
  "Geflüchtete",
  "(Allein-) Erziehende",
  "Langzeitarbeitslose",
  "junge Wohnungssuchende",
  "erwerbslose Frauen",
  "Mitarbeitende",
  "Menschen mit psychischen Beeinträchtigungen",
  "Personen mit gesundheitlichen und psychosozialen Einschränkungen",
  "Menschen aus dem Rechtskreis SGB XII",
  "Kundinnen und Kunden des SGB II",
];
const additions = [
  "in Teilzeit",
  "im Rahmen der Jugendberufsagentur",
  "in Handwerksbetrieben",
  "zur Stärkung der digitalen Medienkompetenz",
  "in Beschäftigungsmaßnahmen",
  "SGB II, III, VIII, AsylbLG",
];

/**
 * @param realTitles every fifth title is one of them
 * @param place a town, named in some titles
 */
export function inventTitle(random: Random, realTitles: readonly string[], place: string): string {
  switch (pickNumber(random, 0, 9)) {
    case 0:
    case 1:
      return pick(random, realTitles);
    case 2:
    case 3:
      return `${compound(random)} für ${pick(random, groups)}`;
    case 4:
      return `${compound(random)} und ${compound(random)}`;
    case 5:
      return `${compound(random)} ${place}`;
    case 6:
      return `Projekt „${acronym(random)}“ – ${compound(random)}`;
    case 7:
      return `Projekt "${acronym(random)}${pickNumber(random, 14, 33)}"`;
    default:
      return `${compound(random)} ${pick(random, additions)}`;
  }
}

function words(...lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(" "));
}

function compound(random: Random): string {
  return pick(random, heads) + pick(random, tails);
}

/** Three syllables, as `NAVI` has two: no word of any list of placeholders. */
function acronym(random: Random): string {
  const letter = (letters: string) => letters.charAt(pickNumber(random, 0, letters.length - 1));
  return Array.from({ length: 3 }, () => letter("BDFKLMNRST") + letter("AEIOU")).join("");
}
