import { monthNames } from "./format.ts";

/** `August`, or its first three letters with or without a dot. */
const month = monthNames.map((name) => `${name}|${name.slice(0, 3)}\\.?`).join("|");
const numeric = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/g;
const named = new RegExp(`\\b(\\d{1,2})\\.\\s?(${month})\\s(\\d{4})\\b`, "g");

/**
 * Replaces each German date by its ISO 8601 form, so that texts that spell dates differently can be
 * compared: `2. 8. 2025`, `2.8.2025`, `12. Aug. 2025` and `12. August 2025`.
 * What is no date of the calendar stays as it is.
 */
export function isoDates(text: string): string {
  return text
    .replace(named, (found, day, name, year) =>
      isoDate(
        year,
        1 + monthNames.findIndex((month) => month.startsWith(name.slice(0, 3))),
        day,
        found,
      ),
    )
    .replace(numeric, (found, day, month, year) => isoDate(year, Number(month), day, found));
}

/** Whether the day exists in the calendar; `2025-02-30` does not. */
export function isCalendarDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

function isoDate(year: string, month: number, day: string, otherwise: string): string {
  const date = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDate(date) ? date : otherwise;
}
