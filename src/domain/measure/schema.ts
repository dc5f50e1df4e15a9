import { z } from "zod";

/** A Maßnahmenart of the Ausbildungs- und Qualifizierungsbudget; the file's name is its slug. */
export const measureSchema = z.strictObject({
  /** Position in § 5 of the agreements, from 1. */
  order: z.int().min(1).meta({ title: "Reihenfolge" }),
  /** As § 5 writes it, without its number. */
  title: z.string().min(1).meta({ title: "Bezeichnung" }),
  /** For lists and filters. */
  shortTitle: z.string().min(1).meta({ title: "Kurzbezeichnung" }),
});

export interface Measure extends z.infer<typeof measureSchema> {
  readonly slug: string;
}
