import type { EntryAddress } from "./entries.ts";

/**
 * How people call an entry, at the beginning of a line: `Wetteraukreis 2025`, `Seite „Impressum“`.
 *
 * @param name of the district, measure or page; the slug stands for it where it is not known
 */
export function entryTitle({ kind, collection, slug }: EntryAddress, name = slug): string {
  switch (kind) {
    case "agreements":
      return `${name} ${collection.split("-")[1]}`;
    case "districts":
      return `Kommune „${name}“`;
    case "measures":
      return `Maßnahmenart „${name}“`;
    case "years":
      return `Programmjahr ${slug}`;
    case "pages":
      return `Seite „${name}“`;
  }
}

/** The name or title that a register file or page gives itself, however broken it is otherwise. */
export function readName(source: string): string | undefined {
  // In steps that read each character once, whatever the text is.
  const [, value = ""] = source.match(/^(?:name|title):(.*)$/m) ?? [];
  const name = value.trim().replace(/^["']|["']$/g, "");
  return /^[^"']{1,100}$/.test(name) ? name : undefined;
}
