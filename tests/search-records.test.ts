import { expect, it } from "vitest";
import { wordingLines } from "#domain/agreement/wording.ts";
import { commonPassages } from "#domain/search/common-wording.ts";
import { agreementRecord, commonRecord } from "#domain/search/index-records.ts";
import { listAgreementFiles, readAgreement } from "#loaders/agreement-files.ts";
import { readRegisters } from "#loaders/registers.ts";

const root = process.cwd();
const registers = readRegisters(root);
const agreements = listAgreementFiles(root).map((file) => {
  const { agreement } = readAgreement(root, file, registers);
  const district = registers.districts.get(agreement?.facts.district ?? "")?.value;
  const template = registers.years.get(agreement?.facts.year ?? 0)?.value;
  if (!agreement || !district || !template) throw new Error(`${file} could not be read`);
  return { ...agreement, district, template };
});

const years = [...Map.groupBy(agreements, ({ facts }) => facts.year)].map(([year, members]) => {
  const template = members[0]?.template;
  if (!template) throw new Error(`${year} has no Muster`);
  return { year, members, template, common: commonPassages(members, template) };
});

it.each(years)("shares most passages of $year, and none with facts", ({ common, members }) => {
  expect(common.size).toBeGreaterThan(10);
  expect(common).not.toContain("par-4-abs-1");
  expect(common).not.toContain("par-5-abs-1");
  for (const { sections } of members) {
    const ids = sections.flatMap(({ id, paragraphs }) => [id, ...paragraphs.map((p) => p.id)]);
    expect(ids).toEqual(expect.arrayContaining([...common]));
  }
});

it("does not share a passage from which one agreement of the year departs", () => {
  // „erfolgsversprechende“ in the Rheingau-Taunus-Kreis.
  expect(years.find(({ year }) => year === 2024)?.common).not.toContain("par-1-abs-1");
  expect(years.find(({ year }) => year === 2025)?.common).toContain("par-1-abs-1");
});

it("shares nothing where there are no agreements", () => {
  const [first] = years;
  if (!first) throw new Error("There is no year");
  expect(commonPassages([], first.template)).toEqual(new Set());
});

it.each(
  years.flatMap(({ members, template, common }) =>
    members.map((agreement) => ({ id: agreement.district.slug, agreement, template, common })),
  ),
)("indexes every word of $id: its own, or what it shares", ({ agreement, template, common }) => {
  const parties = { district: agreement.district, year: template.year };
  const own = agreementRecord(agreement, parties, common);
  const shared = commonRecord(template, common);
  expect(own.url).toBe(`/vereinbarungen/${template.year.year}/${agreement.district.slug}/`);
  const indexed = new Set([...wordsOf(own.html), ...wordsOf(shared.html)]);
  const wording = wordingLines(agreement, parties).map(({ text }) => text);
  const missing = wordsOf(wording.join("\n")).filter((word) => !indexed.has(word));
  expect(missing).toEqual([]);
  // What is shared is not indexed again.
  expect(own.html).not.toContain("Stillen Reserve");
  expect(shared.html).toContain("Stillen Reserve");
});

it("leaves out the districts' names in what all share", () => {
  for (const { template, common } of years) {
    const { html, url } = commonRecord(template, common);
    expect(url).toBe(`/jahre/${template.year.year}/`);
    expect(html).toContain("Antragstellung durch […]");
    expect(html).toContain(`data-pagefind-filter="gemeinsam[data-year]"`);
  }
});

it("escapes what stands in facts and wording", () => {
  const [year] = years;
  const [agreement] = year?.members ?? [];
  if (!year || !agreement) throw new Error("There is no agreement");
  const projects = [{ measure: "ausbildung", title: 'Küche & <b>Co</b> "neu"' }];
  const { html } = agreementRecord(
    { ...agreement, facts: { ...agreement.facts, projects } },
    { district: agreement.district, year: year.template.year },
    year.common,
  );
  expect(html).toContain("Küche &amp; &lt;b&gt;Co&lt;/b&gt; &quot;neu&quot;");
});

function wordsOf(text: string): string[] {
  const plain = text
    .replace(/<[^>]+>/g, "\n")
    .replaceAll("&amp;", "&")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
