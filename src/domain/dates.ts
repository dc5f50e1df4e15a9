const monthNumbers: Record<string, number> = {
  jan: 1,
  feb: 2,
  mär: 3,
  apr: 4,
  mai: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  okt: 10,
  nov: 11,
  dez: 12,
};

const numeric = String.raw`(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})`;
const named = String.raw`(\d{1,2})\.\s?([A-Za-zä]{3})[a-zä]*\.?\s(\d{4})`;

/**
 * Replaces each German date by its ISO 8601 form, so that texts that spell dates differently can be
 * compared: `2. 8. 2025`, `2.8.2025`, `12. Aug. 2025` and `12. August 2025`.
 * What is no date of the calendar stays as it is.
 */
export function isoDates(text: string): string {
  return text
    .replace(new RegExp(String.raw`\b${named}\b`, "g"), (found, day, month, year) =>
      isoDate(year, monthNumbers[month.toLowerCase()] ?? 0, day, found),
    )
    .replace(new RegExp(String.raw`\b${numeric}\b`, "g"), (found, day, month, year) =>
      isoDate(year, Number(month), day, found),
    );
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
