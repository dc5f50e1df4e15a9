import { z } from "zod";

/** The four grammatical forms in which an agreement's wording names the Gebietskörperschaft. */
export const districtForms = ["nominative", "genitive", "dative", "accusative"] as const;
export type DistrictForm = (typeof districtForms)[number];

/** One line without blanks at its edges or two in a row: what looks the same is the same. */
const line = (error: string) => z.string({ error }).regex(/^\S+(?: \S+)*$/, { error });
const form = line("Schreiben Sie die Form mit Artikel, z. B. der Landkreis Wetteraukreis.");
const name = line("Schreiben Sie den Namen in einer Zeile, z. B. Wetteraukreis.");
const date = z.iso.date({ error: "Schreiben Sie das Datum als JJJJ-MM-TT, z. B. 2026-01-01." });

/** A Landkreis or kreisfreie Stadt of Hesse; the file's name is its slug. */
export const districtSchema = z.strictObject({
  /** Amtlicher Gemeindeschlüssel of the district: five digits, a string because of the leading 0. */
  ags: z
    .string()
    .regex(/^06\d{3}$/, {
      error: 'Schreiben Sie die fünf Ziffern in Anführungszeichen, z. B. "06440".',
    })
    .meta({ title: "Amtlicher Gemeindeschlüssel" }),
  kind: z.enum(["landkreis", "kreisfreie-stadt"]).meta({ title: "Art" }),
  /** As lists show it; unique among all districts. */
  name: name.meta({ title: "Name" }),
  /** As the Destatis register writes it. */
  officialName: name.meta({ title: "Amtlicher Name" }),
  agreementName: z
    .strictObject({
      text: name.meta({ title: "Bezeichnung" }),
      /** Programme year of an agreement that uses this name; absent until one shows it. */
      attestedIn: z.int().optional().meta({ title: "belegt im Programmjahr" }),
      nominative: form.meta({ title: "Nominativ" }),
      genitive: form.meta({ title: "Genitiv" }),
      dative: form.meta({ title: "Dativ" }),
      accusative: form.meta({ title: "Akkusativ" }),
    })
    .meta({ title: "Name in Vereinbarungen" }),
  seat: name.meta({ title: "Sitz" }),
  regierungsbezirk: z.enum(["Darmstadt", "Gießen", "Kassel"]).meta({ title: "Regierungsbezirk" }),
  /** First day as a Gebietskörperschaft of its own; absent: before the first agreement. */
  validFrom: date.optional().meta({ title: "Gültig ab" }),
  /** Last day; absent: still valid. */
  validTo: date.optional().meta({ title: "Gültig bis" }),
});

export interface District extends z.infer<typeof districtSchema> {
  readonly slug: string;
}
