import type { AddressBook } from "./links.ts";
import { paths } from "./paths.ts";

/** What the site has pages and files for. */
export interface PublishedNames {
  /** `[2025, "wetteraukreis"]` */
  readonly agreements: readonly (readonly [year: number, district: string])[];
  readonly districts: readonly string[];
  readonly measures: readonly string[];
  readonly years: readonly number[];
  readonly pages: readonly string[];
  /** `originals/2025/wetteraukreis.txt` */
  readonly originals: readonly string[];
}

const none: ReadonlySet<string> = new Set();

/**
 * Every address that content may link to.
 *
 * @param idsOf the addresses within an agreement's page; asked once for each that is linked to
 */
export function addressBook(
  names: PublishedNames,
  idsOf: (year: number, district: string) => ReadonlySet<string>,
): AddressBook {
  const { agreements, districts, measures, years, pages, originals } = names;
  const plain = new Set([
    paths.home(),
    paths.agreements(),
    paths.districts(),
    paths.years(),
    paths.measures(),
    paths.search(),
    paths.apiAgreements(),
    paths.apiAgreementListSchema(),
    paths.apiAgreementSchema(),
    ...districts.map(paths.district),
    ...measures.map(paths.measure),
    ...years.map(paths.year),
    ...originals.map(paths.original),
    ...agreements.flatMap(([year, district]) => [
      paths.agreementData(year, district),
      paths.agreementText(year, district),
    ]),
  ]);
  const withHeadings = new Set(pages.map(paths.page));
  const withIds = new Map(
    agreements.map(([year, district]) => [
      paths.agreement(year, district),
      [year, district] as const,
    ]),
  );
  const ids = new Map<string, ReadonlySet<string>>();
  return (path) => {
    const agreement = withIds.get(path);
    if (agreement) {
      const found = ids.get(path) ?? idsOf(...agreement);
      ids.set(path, found);
      return found;
    }
    if (withHeadings.has(path)) return "any";
    return plain.has(path) ? none : undefined;
  };
}
