import type { APIRoute } from "astro";
import { z } from "zod";
import { agreementListSchema } from "#domain/open-data/agreement-json.ts";

export const GET: APIRoute = () => Response.json(z.toJSONSchema(agreementListSchema));
