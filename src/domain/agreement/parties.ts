import type { District } from "#domain/district/schema.ts";
import { formatDate } from "#domain/format.ts";
import type { Year } from "#domain/year/schema.ts";
import type { Agreement } from "./parse.ts";
import type { Signature } from "./schema.ts";
import { illegible } from "./text.ts";

/** Who concludes an agreement: what its wording takes from the registers. */
export interface Parties {
  readonly district: District;
  readonly year: Year;
}

/** The title page of an agreement, line by line, as the originals print it. */
export function titleLines({ district, year }: Parties): string[] {
  return [
    "Zielvereinbarung",
    String(year.year),
    "zwischen",
    `dem ${year.ministry.dative}`,
    `und ${district.agreementName.dative}`,
    year.subject,
  ];
}

/** `Zielvereinbarung 2025 zwischen dem … und dem …` */
export function citedTitle(parties: Parties): string {
  return titleLines(parties).join(" ");
}

/**
 * How to cite an agreement or a part of it.
 *
 * @param label the part, e.g. `§ 4 Absatz 1`; empty for the whole
 * @param url absolute, with the part's fragment
 */
export function citation(parties: Parties, label: string, url: string): string {
  return [citedTitle(parties), label, url].filter(Boolean).join(", ");
}

/** A signature as the originals set it: place and date, name, office, body. */
export function signatureLines(signature: Signature, { district, year }: Parties): string[] {
  const { place, date, name, role, party } = signature;
  return [
    `${place}, den ${date ? formatDate(date) : illegible}`,
    name,
    ...(party === "state"
      ? [role, year.ministry.name]
      : [`${role} ${district.agreementName.genitive}`]),
  ];
}

/** Titles of the projects of a Maßnahmenart, in the order of § 5. */
export function projectTitles({ facts }: Pick<Agreement, "facts">, measure: string): string[] {
  return facts.projects.filter((project) => project.measure === measure).map(({ title }) => title);
}
