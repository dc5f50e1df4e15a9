import { type EntryKind, entryOf } from "#domain/editing/entries.ts";
import { entryTitle, namingFile, readName } from "#domain/editing/titles.ts";
import type { Names } from "./change.ts";

/** @param textOf the newest text of a file that names something; undefined where there is none */
export function namesFrom(textOf: (file: string) => string | undefined): Names {
  const register = (kind: EntryKind, slug: string) => textOf(entryOf(kind, slug)?.file ?? "") ?? "";
  return {
    title: (entry) => entryTitle(entry, readName(textOf(namingFile(entry)) ?? "")),
    district: (slug) => readName(register("districts", slug)) ?? slug,
    measure(slug) {
      const text = register("measures", slug);
      // In steps that read each character once, whatever the text is.
      const [, value = ""] = text.match(/^shortTitle:(.*)$/m) ?? [];
      const name = value.trim().replace(/^["']|["']$/g, "");
      return /^[^"']{1,100}$/.test(name) ? name : slug;
    },
  };
}
