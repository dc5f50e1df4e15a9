import type { District } from "#domain/district/schema.ts";
import { fold } from "#domain/fold.ts";

const beginnings =
  "Ahren Alten Arns Birken Bracht Breiten Buchen Dieten Drei Ebers Eichen Erlen Eschen Falken " +
  "Franken Fürsten Gerns Grün Hain Hasel Hirsch Hohen Kirch Königs Lahr Langen Linden Loh Mühl " +
  "Neuen Ober Orten Rauschen Rosen Schön Stein Sulz Tannen Ulmen Weiden";
const endings =
  "au bach berg born brück burg dorf eck feld furt grund hagen hain hausen heim hofen kirchen " +
  "roda rod scheid stadt stein tal wald weiler";

/** By the third digit of the Amtlicher Gemeindeschlüssel. */
const regierungsbezirke = { 4: "Darmstadt", 5: "Gießen", 6: "Kassel" } as const;

/**
 * Districts that no map shows, each with a name, slug and Amtlicher Gemeindeschlüssel of its own;
 * the key says which are towns.
 *
 * @param taken the real ones
 */
export function inventDistricts(count: number, taken: readonly District[]): District[] {
  const keys = new Set(taken.map(({ ags }) => ags));
  const free = Array.from({ length: 100 }, (_, number) => `${number}`.padStart(2, "0"))
    .flatMap((number) => Object.keys(regierungsbezirke).map((digit) => `06${digit}${number}`))
    .filter((ags) => !keys.has(ags));
  const places = endings
    .split(" ")
    .flatMap((ending) => beginnings.split(" ").map((beginning) => beginning + ending));
  return Array.from({ length: count }, (_, index) => {
    const [ags, place] = [free[index], places[index]];
    if (!ags || !place) throw new RangeError(`There are no names for ${count} districts`);
    return inventDistrict(place, ags);
  });
}

function inventDistrict(place: string, ags: string): District {
  const kind = ags[3] === "1" ? "kreisfreie-stadt" : "landkreis";
  const name = kind === "landkreis" ? `Landkreis ${place}` : place;
  return {
    slug: fold(place),
    ags,
    kind,
    name,
    officialName: name,
    agreementName: kind === "landkreis" ? landkreisForms(place) : townForms(place),
    seat: place,
    regierungsbezirk: regierungsbezirke[ags[2] as unknown as keyof typeof regierungsbezirke],
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
