import type { APIRoute } from "astro";
import { toListJson } from "#domain/open-data/agreement-json.ts";
import { readPublished } from "#queries/published.ts";

export const GET: APIRoute = async ({ site }) => {
  const { agreements } = await readPublished();
  return Response.json(toListJson(agreements, site));
};
