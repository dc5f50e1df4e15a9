import { getCollection } from "astro:content";
import type { PublishedAgreement } from "#domain/agreement/published.ts";
import { compareDistricts } from "#domain/district/district.ts";
import type { District } from "#domain/district/schema.ts";
import { found } from "#domain/found.ts";
import type { Measure } from "#domain/measure/schema.ts";
import type { Year } from "#domain/year/schema.ts";
import {
  parseStored,
  readStoredYear,
  type StoredAgreement,
  type StoredYear,
} from "#loaders/wording-store.ts";

/** All published content, agreements newest first, then by place. */
export interface Published {
  readonly agreements: readonly PublishedAgreement[];
  readonly districts: readonly District[];
  readonly measures: readonly Measure[];
  readonly years: readonly Year[];
}

let published: Promise<Published> | undefined;

/** Reads the collections once per build; in development each time, since they change. */
export function readPublished(): Promise<Published> {
  if (import.meta.env.DEV) return readCollections();
  published ??= readCollections();
  return published;
}

let latest: { year: string; stored: StoredYear } | undefined;

/**
 * The divided wording of an agreement, with the repairs of its text recognition. Pages are rendered
 * year by year, so that one year is kept.
 */
export function readWording({ digest, year }: PublishedAgreement): StoredAgreement {
  const name = String(year.year);
  if (import.meta.env.DEV || latest?.year !== name) {
    latest = { year: name, stored: readStoredYear(name) };
  }
  return parseStored(found(latest.stored.get(digest)));
}

async function readCollections(): Promise<Published> {
  const districts = (await getCollection("districts"))
    .map(({ id, data }) => ({ ...data, slug: id }))
    .sort(compareDistricts);
  const measures = (await getCollection("measures"))
    .map(({ id, data }) => ({ ...data, slug: id }))
    .sort((a, b) => a.order - b.order);
  const years = (await getCollection("years"))
    .map(({ data }) => data)
    .sort((a, b) => b.year - a.year);

  const districtBySlug = new Map(districts.map((district) => [district.slug, district]));
  const yearByNumber = new Map(years.map((year) => [year.year, year]));
  const agreements = (await getCollection("agreements"))
    .map(({ data, digest }) => ({
      facts: data,
      digest: String(digest),
      district: found(districtBySlug.get(data.district)),
      year: found(yearByNumber.get(data.year)),
    }))
    .sort((a, b) => b.year.year - a.year.year || compareDistricts(a.district, b.district));
  return { agreements, districts, measures, years };
}
