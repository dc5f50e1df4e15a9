import { type EntryAddress, entryOf, yearOf } from "./entries.ts";

/**
 * How people call an entry, at the beginning of a line: `Wetteraukreis 2025`, `Seite „Impressum“`.
 *
 * @param name of the district, measure or page; the slug stands for it where it is not known
 */
export function entryTitle(entry: EntryAddress, name = entry.slug): string {
  switch (entry.kind) {
    case "agreements":
      return `${name} ${yearOf(entry)}`;
    case "districts":
      return `Kommune „${name}“`;
    case "measures":
      return `Maßnahmenart „${name}“`;
    case "years":
      return `Programmjahr ${entry.slug}`;
    case "pages":
      return `Seite „${name}“`;
  }
}

/** The file whose name an entry goes by: its own, for an agreement that of its district. */
export function namingFile({ kind, slug, file }: EntryAddress): string {
  return (kind === "agreements" && entryOf("districts", slug)?.file) || file;
}

/** The name or title that a register file or page gives itself, however broken it is otherwise. */
export function readName(source: string): string | undefined {
  // In steps that read each character once, whatever the text is.
  const [, value = ""] = source.match(/^(?:name|title):(.*)$/m) ?? [];
  const name = value.trim().replace(/^["']|["']$/g, "");
  return /^[^"']{1,100}$/.test(name) ? name : undefined;
}
