import { z } from "zod";
import { isCalendarDate } from "#domain/dates.ts";

const slug = (example: string) =>
  z
    .string({ error: `Wählen Sie einen Eintrag aus dem Verzeichnis, z. B. ${example}.` })
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
      error: `Schreiben Sie die Kurzform aus Kleinbuchstaben und Bindestrichen, z. B. ${example}.`,
    });

const text = (example: string) =>
  z
    .string({ error: `Schreiben Sie einen Text, z. B. ${example}.` })
    .trim()
    .min(1, { error: `Schreiben Sie einen Text, z. B. ${example}.` })
    .regex(/^.*$/, { error: `Schreiben Sie den Text in eine Zeile, z. B. ${example}.` });

const tooManyDigits = "Der Betrag hat zu viele Stellen. Vergleichen Sie ihn mit dem Original.";

/** Whole euros, so that sums stay exact. */
const amount = z
  .int({
    error: ({ code }) =>
      code === "too_big"
        ? tooManyDigits
        : "Schreiben Sie den Betrag in ganzen Euro, z. B. 1310490.",
    abort: true,
  })
  .positive({ error: "Schreiben Sie einen Betrag über 0, z. B. 1310490." })
  .max(999_999_999, { error: tooManyDigits });

export const projectSchema = z.strictObject({
  /** Slug of the Maßnahmenart. */
  measure: slug("ausbildung").meta({ title: "Maßnahmenart" }),
  /** Word for word as § 5 of the original names it. */
  title: text("Wetterauer Zukunftscamps").meta({ title: "Titel" }),
});

export const signatureSchema = z.strictObject({
  party: z
    .enum(["state", "district"], {
      error: "Schreiben Sie state für das Land oder district für die Gebietskörperschaft.",
    })
    .meta({ title: "Seite" }),
  /** `[…]` stands for letters that are illegible in the original. */
  name: text("Heike Hofmann").meta({ title: "Name" }),
  /** The office, without the body it belongs to: that follows from the party. */
  role: text("Staatsministerin").meta({ title: "Amt" }),
  place: text("Wiesbaden").meta({ title: "Ort" }),
  /** ISO 8601; absent where the original is illegible, never guessed. */
  date: z
    .string({ error: "Schreiben Sie das Datum als JJJJ-MM-TT, z. B. 2025-08-02." })
    .refine((date) => /^\d{4}-\d{2}-\d{2}$/.test(date) && isCalendarDate(date), {
      error: "Schreiben Sie ein Datum des Kalenders als JJJJ-MM-TT, z. B. 2025-08-02.",
    })
    .optional()
    .meta({ title: "Datum" }),
});

/** The typed facts of an agreement. Each stands here once; the wording shows it through a slot. */
export const agreementSchema = z.strictObject({
  /** Slug of the Gebietskörperschaft; equals the file's name. */
  district: slug("wetteraukreis").meta({ title: "Gebietskörperschaft" }),
  /** Programme year; equals the folder's name. */
  year: z
    .int({ error: "Schreiben Sie das Programmjahr mit vier Ziffern, z. B. 2025." })
    .min(2014, { error: "Schreiben Sie das Programmjahr mit vier Ziffern; das erste ist 2014." })
    .max(2100, { error: "Schreiben Sie das Programmjahr mit vier Ziffern, z. B. 2025." })
    .meta({ title: "Programmjahr" }),
  amount: amount.meta({ title: "Fördersumme", description: "in ganzen Euro, ohne Punkte" }),
  /** From 2014 to 2019 one agreement covered two budgets; they add up to `amount`. */
  budgets: z
    .array(
      z.strictObject({
        name: text("Ausbildungsbudget").meta({ title: "Name" }),
        amount: amount.meta({ title: "Betrag" }),
      }),
    )
    .min(1, { error: "Nennen Sie jedes Budget mit Betrag, oder entfernen Sie das Feld." })
    .optional()
    .meta({ title: "Budgets" }),
  /** In the order of § 5. */
  projects: z
    .array(projectSchema, { error: "Schreiben Sie die Projekte als Liste." })
    .min(1, { error: "Nennen Sie mindestens ein Projekt." })
    .meta({ title: "Projekte" }),
  signatures: z
    .array(signatureSchema, { error: "Schreiben Sie die Unterschriften als Liste." })
    .min(1, { error: "Nennen Sie mindestens eine Unterschrift." })
    .meta({ title: "Unterschriften" }),
  /** The document the wording was taken from. */
  source: z
    .strictObject(
      {
        /** Below `public/`. */
        file: z
          .string({ error: "Nennen Sie die Datei, z. B. originals/2025/wetteraukreis.txt." })
          .regex(/^originals\/\d{4}\/[a-z0-9-]+\.(txt|pdf)$/, {
            error:
              "Nennen Sie eine TXT- oder PDF-Datei im Ordner originals, z. B. originals/2025/wetteraukreis.txt.",
          })
          .meta({ title: "Datei" }),
        sha256: z
          .string({ error: "Tragen Sie die SHA-256-Prüfsumme der Datei ein (64 Zeichen)." })
          .regex(/^[0-9a-f]{64}$/, {
            error: "Tragen Sie die SHA-256-Prüfsumme der Datei ein (64 Zeichen, 0–9 und a–f).",
          })
          .meta({ title: "Prüfsumme" }),
      },
      { error: "Nennen Sie Datei und Prüfsumme des Originals." },
    )
    .meta({ title: "Original" }),
});

export type Facts = z.infer<typeof agreementSchema>;
export type Project = z.infer<typeof projectSchema>;
export type Signature = z.infer<typeof signatureSchema>;
