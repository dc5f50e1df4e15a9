import { z } from "zod";
import { readBody } from "#domain/agreement/read-body.ts";
import { splitFile, yamlOffset } from "#domain/file-parts.ts";
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
 */
export function checkPage(source: string, file: string): Problem[] {
  const parts = splitFile(source, file);
  if ("code" in parts) return [parts];
  return [
    ...readData(parts.yaml, pageSchema, { file, lineOffset: yamlOffset }).problems,
    ...readBody(parts.body, { file, lineOffset: parts.bodyOffset, slots: [] }).problems,
  ];
}
