import { z } from "zod";
import type { Block } from "#domain/agreement/blocks.ts";
import type { Agreement } from "#domain/agreement/parse.ts";
import { citation, citedTitle, type Parties } from "#domain/agreement/parties.ts";
import { agreementSchema } from "#domain/agreement/schema.ts";
import { blockLines } from "#domain/agreement/wording.ts";
import { paths } from "#domain/paths.ts";

const address = z.url().describe("Absolute address on the site that was built");

/** An agreement as the list of all agreements gives it. */
export const listedAgreementSchema = agreementSchema.extend({
  id: z.string().describe("Programme year and district, e.g. 2025/wetteraukreis"),
  title: z.string().describe("Title page of the agreement in one line"),
  url: address,
  dataUrl: address,
  textUrl: address,
  source: z
    .object({ file: address, sha256: z.string().regex(/^[0-9a-f]{64}$/) })
    .describe("The document the wording was taken from"),
  districtName: z.string(),
  districtKey: z
    .string()
    .regex(/^\d{5}$/)
    .describe("Amtlicher Gemeindeschlüssel, five digits"),
});

/** All agreements, as `agreements.json` gives them. */
export const agreementListSchema = z
  .object({ $schema: address, agreements: z.array(listedAgreementSchema) })
  .meta({ title: "Zielvereinbarungen", description: "All published agreements, without wording" });

/** An agreement with its wording, as `daten.json` gives it. */
export const publishedAgreementSchema = listedAgreementSchema.extend({
  $schema: address,
  sections: z.array(
    z.object({
      id: z.string().describe("Fragment of the section's address"),
      label: z.string().describe("Präambel or § and number"),
      title: z.string(),
      intro: z.string().describe("Plain text between the heading and the first paragraph"),
      paragraphs: z.array(
        z.object({
          id: z.string().describe("Fragment of the paragraph's address"),
          citation: z.string().describe("How to cite the paragraph"),
          text: z
            .string()
            .describe("Plain text, one line for each line of the wording, facts filled in"),
        }),
      ),
    }),
  ),
});

export type AgreementList = z.infer<typeof agreementListSchema>;
export type ListedAgreement = z.infer<typeof listedAgreementSchema>;
export type AgreementJson = z.infer<typeof publishedAgreementSchema>;

/** @param site origin of the built site */
function toListedJson(
  { facts }: Pick<Agreement, "facts">,
  parties: Parties,
  site: URL | string | undefined,
): ListedAgreement {
  const { district, year } = parties;
  const absolute = (path: string) => new URL(path, site).href;
  return {
    id: `${year.year}/${district.slug}`,
    title: citedTitle(parties),
    url: absolute(paths.agreement(year.year, district.slug)),
    dataUrl: absolute(paths.agreementData(year.year, district.slug)),
    textUrl: absolute(paths.agreementText(year.year, district.slug)),
    districtName: district.name,
    districtKey: district.ags,
    ...facts,
    source: { ...facts.source, file: absolute(paths.original(facts.source.file)) },
  };
}

/** @param site origin of the built site */
export function toJson(
  agreement: Agreement,
  parties: Parties,
  site: URL | string | undefined,
): AgreementJson {
  const listed = toListedJson(agreement, parties, site);
  const plainText = (blocks: readonly Block[]) =>
    blockLines(blocks, agreement, parties)
      .map(({ text }) => text)
      .join("\n");
  return {
    $schema: new URL(paths.apiAgreementSchema(), site).href,
    ...listed,
    sections: agreement.sections.map(({ id, label, title, intro, paragraphs }) => ({
      id,
      label,
      title,
      intro: plainText(intro),
      paragraphs: paragraphs.map((paragraph) => ({
        id: paragraph.id,
        citation: citation(parties, paragraph.label, `${listed.url}#${paragraph.id}`),
        text: plainText(paragraph.blocks),
      })),
    })),
  };
}

/** @param site origin of the built site */
export function toListJson(
  agreements: readonly (Pick<Agreement, "facts"> & Parties)[],
  site: URL | string | undefined,
): AgreementList {
  return {
    $schema: new URL(paths.apiAgreementListSchema(), site).href,
    agreements: agreements.map((agreement) => toListedJson(agreement, agreement, site)),
  };
}
