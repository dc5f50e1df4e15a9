import type { District } from "./schema.ts";
import { districtForms } from "./schema.ts";

/** What is wrong with a field of a district, given the others. */
export interface DistrictProblem {
  readonly field: string;
  readonly message: string;
}

/** Third digit of the Amtlicher Gemeindeschlüssel. */
const digits = { Darmstadt: "4", Gießen: "5", Kassel: "6" } as const;

/** Fields of one district that contradict each other. */
export function checkDistrict(district: District): DistrictProblem[] {
  const { ags, kind, regierungsbezirk, agreementName, validFrom, validTo } = district;
  const problems: DistrictProblem[] = [];
  if (ags[2] !== digits[regierungsbezirk]) {
    problems.push({
      field: "Amtlicher Gemeindeschlüssel",
      message: `„${ags}“ gehört nicht zum Regierungsbezirk ${regierungsbezirk}; dessen Schlüssel beginnen mit 06${digits[regierungsbezirk]}. Berichtigen Sie Schlüssel oder Regierungsbezirk.`,
    });
  }
  if ((ags[3] === "1") !== (kind === "kreisfreie-stadt")) {
    problems.push({
      field: "Art",
      message: `Der Schlüssel „${ags}“ ist der ${ags[3] === "1" ? "einer kreisfreien Stadt" : "eines Landkreises"}. Berichtigen Sie Schlüssel oder Art.`,
    });
  }
  const { text } = agreementName;
  const [first = ""] = text.split(" ");
  for (const form of districtForms) {
    // „des Landkreises Fulda“ has an ending in the middle of „Landkreis Fulda“.
    const words = agreementName[form].split(" ").slice(1).join(" ");
    const rest = text.slice(first.length);
    if (words.startsWith(first) && words.endsWith(rest)) continue;
    problems.push({
      field: "Name in Vereinbarungen",
      message: `„${agreementName[form]}“ ist keine Form von „${text}“. Schreiben Sie Artikel und Namen, z. B. des Landkreises Wetteraukreis.`,
    });
  }
  if (validFrom && validTo && validFrom > validTo) {
    problems.push({
      field: "Gültig bis",
      message: `${validTo} liegt vor ${validFrom}. Berichtigen Sie eines der beiden Daten.`,
    });
  }
  return problems;
}
