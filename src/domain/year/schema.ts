import { z } from "zod";

/** A programme year; the file's name is the year, its body the Muster of that year. */
export const yearSchema = z.strictObject({
  year: z.int().min(2014).max(2100).meta({ title: "Programmjahr" }),
  /** The ministry as that year's agreements name it. */
  ministry: z
    .strictObject({
      /** Without article: `Hessisches Ministerium für …`. */
      name: z.string().min(1).meta({ title: "Name" }),
      /** After „dem“: `Hessischen Ministerium für …`. */
      dative: z.string().min(1).meta({ title: "Dativ" }),
      abbreviation: z.string().min(1).meta({ title: "Abkürzung" }),
    })
    .meta({ title: "Ministerium" }),
  /** The last line of the title page: `zur Umsetzung des …`. */
  subject: z.string().min(1).meta({ title: "Gegenstand" }),
});

export type Year = z.infer<typeof yearSchema>;
