import type { District } from "#domain/district/schema.ts";
import { fold } from "#domain/fold.ts";
import { pick, seededRandom } from "./random.ts";

const beginnings =
  "Ahren Alten Arns Birken Bracht Breiten Buchen Dieten Drei Ebers Eichen Erlen Eschen Falken " +
  "Franken Fürsten Gerns Grün Hain Hasel Hirsch Hohen Kirch Königs Lahr Langen Linden Loh Mühl " +
  "Neuen Ober Orten Rauschen Rosen Schön Stein Sulz Tannen Ulmen Weiden";
const endings =
  "au bach berg born brück burg dorf eck feld furt grund hagen hain hausen heim hofen kirchen " +
  "roda rod scheid stadt stein tal wald weiler";

/**
 * Districts that no map shows, each with a name, slug and Amtlicher Gemeindeschlüssel of its own;
 * every fourth is a town.
 *
 * @param taken the real ones
 */
export function inventDistricts(count: number, taken: readonly District[]): District[] {
  const keys = new Set(taken.map(({ ags }) => ags));
  const free = Array.from(
    { length: 1000 },
    (_, number) => `06${`${number}`.padStart(3, "0")}`,
  ).filter((ags) => !keys.has(ags));
  const places = endings
    .split(" ")
    .flatMap((ending) => beginnings.split(" ").map((beginning) => beginning + ending));
  return Array.from({ length: count }, (_, index) => {
    const [ags, place] = [free[index], places[index]];
    if (!ags || !place) throw new RangeError(`There are no names for ${count} districts`);
    return inventDistrict(place, ags, index % 4 === 0 ? "kreisfreie-stadt" : "landkreis");
  });
}

function inventDistrict(place: string, ags: string, kind: District["kind"]): District {
  const name = kind === "landkreis" ? `Landkreis ${place}` : place;
  return {
    slug: fold(place),
    ags,
    kind,
    name,
    officialName: name,
    agreementName: kind === "landkreis" ? landkreisForms(place) : townForms(place),
    seat: place,
    regierungsbezirk: pick(seededRandom(ags), ["Darmstadt", "Gießen", "Kassel"]),
  };
}

function landkreisForms(place: string): District["agreementName"] {
  return {
    text: `Landkreis ${place}`,
    nominative: `der Landkreis ${place}`,
    genitive: `des Landkreises ${place}`,
    dative: `dem Landkreis ${place}`,
    accusative: `den Landkreis ${place}`,
  };
}

function townForms(place: string): District["agreementName"] {
  return {
    text: `Stadt ${place}`,
    nominative: `die Stadt ${place}`,
    genitive: `der Stadt ${place}`,
    dative: `der Stadt ${place}`,
    accusative: `die Stadt ${place}`,
  };
}
