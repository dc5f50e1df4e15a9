import type { EntryAddress } from "#domain/editing/entries.ts";
import { entryTitle, readName } from "#domain/editing/titles.ts";
import type { Names } from "./change.ts";

/** @param textOf the newest text of a file that names something; undefined where there is none */
export function namesFrom(textOf: (file: string) => string | undefined): Names {
  const district = (slug: string) => readName(textOf(`src/content/districts/${slug}.yaml`) ?? "");
  return {
    title: (entry: EntryAddress) =>
      entryTitle(
        entry,
        entry.kind === "agreements" ? district(entry.slug) : readName(textOf(entry.file) ?? ""),
      ),
    district: (slug) => district(slug) ?? slug,
    measure(slug) {
      const text = textOf(`src/content/measures/${slug}.yaml`) ?? "";
      // In steps that read each character once, whatever the text is.
      const [, value = ""] = text.match(/^shortTitle:(.*)$/m) ?? [];
      const name = value.trim().replace(/^["']|["']$/g, "");
      return /^[^"']{1,100}$/.test(name) ? name : slug;
    },
  };
}
