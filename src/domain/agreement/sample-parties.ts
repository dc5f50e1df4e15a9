import type { Measure } from "#domain/measure/schema.ts";
import type { Parties } from "./parties.ts";

/** The parties that tests of single rules use; short names keep the expected texts short. */
export const sampleParties = {
  district: {
    slug: "wetteraukreis",
    ags: "06440",
    kind: "landkreis",
    name: "Wetteraukreis",
    officialName: "Wetteraukreis",
    agreementName: {
      text: "Landkreis Wetteraukreis",
      nominative: "der Landkreis Wetteraukreis",
      genitive: "des Landkreises Wetteraukreis",
      dative: "dem Landkreis Wetteraukreis",
      accusative: "den Landkreis Wetteraukreis",
    },
    seat: "Friedberg (Hessen)",
    regierungsbezirk: "Darmstadt",
  },
  year: {
    year: 2025,
    ministry: { name: "Ministerium", dative: "Ministerium", abbreviation: "HMSI" },
    subject: "zur Umsetzung",
  },
} as const satisfies Parties;

/** Two Maßnahmenarten with short names, for the same tests. */
export const sampleMeasures = [
  { slug: "ausbildung", order: 1, title: "Ausbildung", shortTitle: "Ausbildung" },
  { slug: "qualifizierung", order: 2, title: "Qualifizierung", shortTitle: "Qualifizierung" },
] as const satisfies readonly Measure[];
