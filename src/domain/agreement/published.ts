import type { Measure } from "#domain/measure/schema.ts";
import { type Parties, projectTitles } from "./parties.ts";
import type { Facts } from "./schema.ts";

/** An agreement as lists and pages know it: its facts and who concluded it, without the wording. */
export interface PublishedAgreement extends Parties {
  readonly facts: Facts;
  /** Changes with everything the agreement's wording is made from. */
  readonly digest: string;
}

/**
 * The agreements before and after, however many years lie between.
 *
 * @param sameDistrict all of the agreement's district, in any order
 */
export function neighbours(
  sameDistrict: readonly Pick<PublishedAgreement, "facts">[],
  { facts }: Pick<PublishedAgreement, "facts">,
): { previous: Facts | undefined; next: Facts | undefined } {
  const others = sameDistrict.map((agreement) => agreement.facts).sort((a, b) => a.year - b.year);
  return {
    previous: others.findLast(({ year }) => year < facts.year),
    next: others.find(({ year }) => year > facts.year),
  };
}

/** A project with the agreement that names it. */
export interface AgreedProject {
  readonly title: string;
  readonly year: number;
  readonly district: { readonly slug: string; readonly name: string };
}

/** The projects of a Maßnahmenart, in the order of the agreements. */
export function listProjects(
  agreements: readonly Pick<PublishedAgreement, "facts" | "district">[],
  measure: Measure["slug"],
): AgreedProject[] {
  return agreements.flatMap(({ facts, district: { slug, name } }) =>
    projectTitles({ facts }, measure).map((title) => ({
      title,
      year: facts.year,
      district: { slug, name },
    })),
  );
}
