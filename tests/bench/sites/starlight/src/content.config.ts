// @ts-nocheck Starlight is no package of the project.
import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
import { z } from "astro/zod";

/** Optional, because the lists are pages of the collection's schema, too. */
const facts = z.object({
  name: z.string(),
  year: z.number(),
  district: z.string(),
  amount: z.string(),
  projects: z.array(z.object({ measure: z.string(), title: z.string() })),
});

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: facts.partial() }) }),
};
