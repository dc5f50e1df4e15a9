import type { District } from "./schema.ts";

const kinds = { landkreis: "Landkreis", "kreisfreie-stadt": "kreisfreie Stadt" } as const;

const alphabet = new Intl.Collator("de");

/** `Landkreis` or `kreisfreie Stadt`. */
export function districtKind(district: Pick<District, "kind">): string {
  return kinds[district.kind];
}

/** Alphabetical by place: „Landkreis Bergstraße“ stands under B. */
export function compareDistricts(a: District, b: District): number {
  return comparePlaces(a.name, b.name);
}

/** The same for the districts' names alone. */
export function comparePlaces(a: string, b: string): number {
  return alphabet.compare(place(a), place(b));
}

/** Whether the district existed on any day of the programme year. */
export function isValidIn(
  district: Pick<District, "validFrom" | "validTo">,
  year: number,
): boolean {
  const { validFrom, validTo } = district;
  return (!validFrom || validFrom <= `${year}-12-31`) && (!validTo || validTo >= `${year}-01-01`);
}

function place(name: string): string {
  return name.replace(/^Landkreis /, "");
}
