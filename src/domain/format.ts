const euros = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 0 });
/** In the order of the calendar. */
export const monthNames = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
];

/** @param amount whole euros; `1310490` gives `1.310.490 €` with a no-break space */
export function formatEuros(amount: number): string {
  return `${euros.format(amount)}\u00a0€`;
}

/** As the agreements write it: `1310490` gives `1.310.490 Euro`. */
export function formatEurosInWords(amount: number): string {
  return `${euros.format(amount)} Euro`;
}

/** @param date ISO 8601; `2025-08-02` gives `2. August 2025` */
export function formatDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day}. ${monthNames[(month ?? 0) - 1]} ${year}`;
}

const moments = new Intl.DateTimeFormat("de-DE", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "Europe/Berlin",
});

/** @param moment ISO 8601; `2026-11-20T13:03:00Z` gives `20. November 2026 um 14:03 Uhr` in Hesse */
export function formatMoment(moment: string): string {
  return `${moments.format(new Date(moment))} Uhr`;
}

/** `["a", "b", "c"]` gives `a, b und c`; the empty list gives an empty string. */
export function formatList(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} und ${items.at(-1)}`;
}

/** The right noun for a number: `1 Projekt`, `0 Projekte`, `1.200 Projekte`. */
export function formatCount(count: number, singular: string, plural: string): string {
  return `${euros.format(count)}\u00a0${count === 1 ? singular : plural}`;
}

/** `5 Vereinbarungen, zusammen 5.230.880 €`. */
export function formatAgreements(count: number, amount: number): string {
  return `${formatCount(count, "Vereinbarung", "Vereinbarungen")}, zusammen ${formatEuros(amount)}`;
}

/** With a capital where a sentence begins. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Rounded up: `64000` gives `64 kB`, `64001` gives `65 kB`; below a kilobyte the bytes. */
export function formatBytes(bytes: number): string {
  const [value, unit] =
    bytes >= 1e6 ? [bytes / 1e6, "MB"] : bytes >= 1e3 ? [bytes / 1e3, "kB"] : [bytes, "Byte"];
  return `${euros.format(Math.ceil(value))}\u00a0${unit}`;
}
