import { describe, expect, it } from "vitest";
import { isValidIn } from "#domain/district/district.ts";
import { withoutWarnings } from "#domain/problem.ts";
import { listAgreementFiles, readAgreement } from "#loaders/agreement-files.ts";
import { checkContent } from "#loaders/check-content.ts";
import { folders } from "#loaders/content-files.ts";
import { readRegisters } from "#loaders/registers.ts";

const root = process.cwd();
const registers = readRegisters(root);
const entries = [...registers.districts.values()];
const districts = entries.flatMap(({ value }) => value ?? []);

describe("the register of districts", () => {
  it("has no problems", () => {
    expect(entries.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it.each([
    [2014, 26, 21, 5],
    [2025, 26, 21, 5],
    [2026, 27, 21, 6],
  ])("has for %d all %d: %d Landkreise and %d kreisfreie Städte", (year, all, counties, cities) => {
    const valid = districts.filter((district) => isValidIn(district, year));
    expect(valid).toHaveLength(all);
    expect(valid.filter(({ kind }) => kind === "landkreis")).toHaveLength(counties);
    expect(valid.filter(({ kind }) => kind === "kreisfreie-stadt")).toHaveLength(cities);
  });

  it("has Hanau from 2026 on, the only one with a date", () => {
    const dated = districts.filter(({ validFrom, validTo }) => validFrom || validTo);
    expect(dated.map(({ slug, validFrom }) => [slug, validFrom])).toEqual([
      ["hanau", "2026-01-01"],
    ]);
  });

  it.each(["ags", "name", "officialName"] as const)("has a different %s for each", (key) => {
    expect(new Set(districts.map((district) => district[key])).size).toBe(districts.length);
  });

  it("has an agreement name of its own for each", () => {
    const names = new Set(districts.map(({ agreementName }) => agreementName.text));
    expect(names.size).toBe(districts.length);
  });

  it("numbers kreisfreie Städte and Landkreise as their Regierungsbezirk does", () => {
    const digits = { Darmstadt: "4", Gießen: "5", Kassel: "6" };
    for (const { ags, kind, regierungsbezirk, name } of districts) {
      const group = kind === "kreisfreie-stadt" ? "1" : "[34]";
      expect(ags, name).toMatch(new RegExp(`^06${digits[regierungsbezirk]}${group}\\d$`));
    }
  });

  it.each(
    districts
      .filter(({ kind }) => kind === "landkreis")
      .map(({ name, agreementName }) => [name, agreementName] as const),
  )("declines %s as a Landkreis", (_, { text, nominative, genitive, dative, accusative }) => {
    expect(text).toMatch(/^Landkreis /);
    expect(nominative).toBe(`der ${text}`);
    expect(genitive).toBe(`des ${text.replace("Landkreis ", "Landkreises ")}`);
    expect(dative).toBe(`dem ${text}`);
    expect(accusative).toBe(`den ${text}`);
  });

  it.each(
    districts
      .filter(({ kind }) => kind === "kreisfreie-stadt")
      .map(({ name, agreementName }) => [name, agreementName] as const),
  )("declines %s as a Stadt", (_, { text, nominative, genitive, dative, accusative }) => {
    expect([nominative, genitive, dative, accusative]).toEqual([
      `die ${text}`,
      `der ${text}`,
      `der ${text}`,
      `die ${text}`,
    ]);
  });

  it("calls a name attested only where the agreement that shows it lies here", () => {
    const attested = districts.flatMap(({ slug, agreementName }) =>
      agreementName.attestedIn
        ? [`${folders.agreements}/${agreementName.attestedIn}/${slug}.mdx`]
        : [],
    );
    expect(attested).not.toEqual([]);
    expect(listAgreementFiles(root)).toEqual(expect.arrayContaining(attested));
  });
});

describe("the other registers", () => {
  it("have the four Maßnahmenarten in the order of § 5", () => {
    const measures = [...registers.measures.values()];
    expect(measures.flatMap(({ problems }) => problems)).toEqual([]);
    expect(
      measures
        .flatMap(({ value }) => value ?? [])
        .sort((a, b) => a.order - b.order)
        .map(({ order, slug }) => [order, slug]),
    ).toEqual([
      [1, "ausbildungsvorbereitung"],
      [2, "ausbildung"],
      [3, "qualifizierung"],
      [4, "weiterbildung"],
    ]);
  });

  it("have a Muster for each year, in the file of that year", () => {
    const years = [...registers.years.values()];
    expect(years.flatMap(({ problems }) => problems)).toEqual([]);
    expect(years.map(({ id, value }) => [id, value?.year.year])).toEqual(
      years.map(({ id }) => [id, Number(id)]),
    );
  });

  it("name each Maßnahmenart in the Muster as the register does", () => {
    for (const { value, id } of registers.years.values()) {
      const headings = JSON.stringify(value?.blocks.filter((block) => block.type === "heading"));
      for (const { value: measure } of registers.measures.values()) {
        expect(headings, id).toContain(measure?.title);
      }
    }
  });
});

describe("the published content", () => {
  it("has no problems", () => {
    expect(withoutWarnings(checkContent(root))).toEqual([]);
  });

  it.each(listAgreementFiles(root))("%s has no problems and a district of its year", (file) => {
    const { agreement, problems } = readAgreement(root, file, registers);
    const district = registers.districts.get(agreement?.facts.district ?? "")?.value;
    expect(withoutWarnings(problems)).toEqual([]);
    expect(district && isValidIn(district, agreement?.facts.year ?? 0)).toBe(true);
    expect(agreement?.facts.signatures.map(({ party }) => party)).toEqual(["state", "district"]);
  });

  it("has all five agreements", () => {
    expect(listAgreementFiles(root).length).toBeGreaterThanOrEqual(5);
  });
});
