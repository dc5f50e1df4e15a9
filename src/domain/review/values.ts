import type { z } from "zod";
import { formatCount, formatDate, formatEuros } from "#domain/format.ts";
import { fieldLabel } from "#domain/read-data.ts";
import type { Names } from "./change.ts";

export type Data = Readonly<Record<string, unknown>>;
export type Path = readonly PropertyKey[];

/** What people read in the place of a word that only files have. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  party: { state: "Land", district: "Gebietskörperschaft" },
  kind: { landkreis: "Landkreis", "kreisfreie-stadt": "kreisfreie Stadt" },
};

/** A value as a sentence has it; whatever it is, it has one. */
export function formatValue(value: unknown, path: Path, names: Names): string {
  const key = String(path.at(-1));
  if (typeof value === "boolean") return value ? "ja" : "nein";
  if (typeof value === "number") return key === "amount" ? formatEuros(value) : String(value);
  if (value === null || value === "") return "leer";
  if (isList(value) && value.length > 0) {
    return `eine Liste aus ${formatCount(value.length, "Eintrag", "Einträgen")}`;
  }
  if (typeof value !== "string") return JSON.stringify(value) ?? "nichts";
  const known = words[key];
  if (known && Object.hasOwn(known, value)) return known[value] ?? value;
  if (key === "district" && path.length === 1) return `„${names.district(value)}“`;
  const isDate = /^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(value);
  return isDate ? formatDate(value) : `„${value}“`;
}

/** `Ministerium, Abkürzung`; a field that the schema does not know by its own name. */
export function labelOf(schema: z.ZodType, path: Path): string {
  const [first = "", ...rest] = path;
  const label = fieldLabel(schema, path).replaceAll(" · ", ", ");
  if (fieldLabel(schema, [first]) !== String(first)) return label;
  return [`Feld „${String(first)}“`, ...rest.map(String)].join(", ");
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

export function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
