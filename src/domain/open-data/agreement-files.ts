import { toMarkdown } from "#domain/agreement/markdown.ts";
import type { Agreement } from "#domain/agreement/parse.ts";
import type { Parties } from "#domain/agreement/parties.ts";
import { paths } from "#domain/paths.ts";
import { toJson } from "./agreement-json.ts";

/**
 * The files beside an agreement's page: address and content.
 *
 * @param site origin of the built site
 */
export function agreementFiles(
  agreement: Agreement,
  parties: Parties,
  site: string,
): [path: string, content: string][] {
  const [year, district] = [parties.year.year, parties.district.slug];
  const url = new URL(paths.agreement(year, district), site).href;
  return [
    [paths.agreementData(year, district), JSON.stringify(toJson(agreement, parties, site))],
    [paths.agreementText(year, district), toMarkdown(agreement, parties, url)],
  ];
}
