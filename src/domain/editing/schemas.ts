import type { z } from "zod";
import { agreementSchema } from "#domain/agreement/schema.ts";
import { districtSchema } from "#domain/district/schema.ts";
import { measureSchema } from "#domain/measure/schema.ts";
import { pageSchema } from "#domain/page/check-page.ts";
import { yearSchema } from "#domain/year/schema.ts";
import type { EntryKind } from "./entries.ts";

const schemas: Record<EntryKind, z.ZodType> = {
  agreements: agreementSchema,
  districts: districtSchema,
  measures: measureSchema,
  years: yearSchema,
  pages: pageSchema,
};

/** What the facts of an entry have to be, and what editors call them. */
export function schemaOf(kind: EntryKind): z.ZodType {
  return schemas[kind];
}
