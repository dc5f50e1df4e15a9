import type { APIRoute } from "astro";
import { toListedJson } from "#domain/open-data/agreement-json.ts";
import { paths } from "#domain/paths.ts";
import { readPublished } from "#queries/published.ts";

export const GET: APIRoute = async ({ site }) => {
  const { agreements } = await readPublished();
  return Response.json({
    schema: new URL(paths.apiAgreementSchema(), site).href,
    agreements: agreements.map((agreement) => toListedJson(agreement, agreement, site)),
  });
};
