import type { APIRoute, GetStaticPaths } from "astro";
import type { PublishedAgreement } from "#domain/agreement/published.ts";
import { toJson } from "#domain/open-data/agreement-json.ts";
import { readWording } from "#queries/published.ts";
import { agreementPaths } from "#queries/static-path.ts";

export const getStaticPaths = agreementPaths satisfies GetStaticPaths;

export const GET: APIRoute<{ agreement: PublishedAgreement }> = ({ props, site }) => {
  const { agreement } = props;
  const { sections } = readWording(agreement);
  return Response.json(toJson({ facts: agreement.facts, sections }, agreement, site));
};
