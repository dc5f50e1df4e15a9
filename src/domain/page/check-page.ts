import { z } from "zod";
import { readBody } from "#domain/agreement/read-body.ts";
import { checkCharacters, withoutRepeated } from "#domain/characters.ts";
import { splitFile, yamlOffset } from "#domain/file-parts.ts";
import { type AddressBook, checkLinks, listLinks } from "#domain/links.ts";
import { paths } from "#domain/paths.ts";
import type { Problem } from "#domain/problem.ts";
import { readData } from "#domain/read-data.ts";

/** A page of the site's own, such as the Impressum; the file's name is its address. */
export const pageSchema = z.strictObject({
  title: z
    .string()
    .min(1, { error: "Schreiben Sie einen Titel, z. B. Impressum." })
    .meta({ title: "Titel" }),
  description: z
    .string()
    .min(1, { error: "Schreiben Sie einen Satz für Suchmaschinen." })
    .meta({ title: "Beschreibung" }),
  /** Shown as a notice above the text until the ministry has filled the page. */
  draft: z.boolean().default(false).meta({ title: "Entwurf" }),
});

/**
 * Holds a page to the same allow-list as an agreement. Pages are compiled, so nothing that could
 * run may reach the compiler.
 *
 * @param addresses what links may lead to; left out, links within the site are not followed
 */
export function checkPage(source: string, file: string, addresses?: AddressBook): Problem[] {
  const characters = checkCharacters(source, file);
  const parts = splitFile(source, file);
  if ("code" in parts) return [...characters, parts];
  const options = { file, lineOffset: parts.bodyOffset, slots: [] };
  const { blocks, problems } = readBody(parts.body, options);
  const page = paths.page(file.replace(/^.*\/|\.mdx$/g, ""));
  return withoutRepeated([
    ...characters,
    ...readData(parts.yaml, pageSchema, { file, lineOffset: yamlOffset }).problems,
    ...problems,
    ...(addresses ? checkLinks(listLinks(blocks), page, addresses, file) : []),
  ]);
}
