import { defineCollection } from "astro:content";
import { agreementSchema } from "#domain/agreement/schema.ts";
import { districtSchema } from "#domain/district/schema.ts";
import { measureSchema } from "#domain/measure/schema.ts";
import { pageSchema } from "#domain/page/check-page.ts";
import { yearSchema } from "#domain/year/schema.ts";
import {
  agreementsLoader,
  districtsLoader,
  measuresLoader,
  pagesLoader,
  yearsLoader,
} from "#loaders/loaders.ts";

export const collections = {
  agreements: defineCollection({ loader: agreementsLoader(), schema: agreementSchema }),
  districts: defineCollection({ loader: districtsLoader(), schema: districtSchema }),
  measures: defineCollection({ loader: measuresLoader(), schema: measureSchema }),
  years: defineCollection({ loader: yearsLoader(), schema: yearSchema }),
  pages: defineCollection({ loader: pagesLoader(), schema: pageSchema }),
};
