import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { stringify } from "yaml";
import { isValidIn } from "#domain/district/district.ts";
import type { District } from "#domain/district/schema.ts";
import type { Year } from "#domain/year/schema.ts";
import { parseYear } from "#domain/year/template.ts";
import { folders } from "#loaders/content-files.ts";
import { readDistricts, readYears } from "#loaders/registers.ts";
import { makeAgreement, readModels } from "./content/agreements.ts";
import { copyProject } from "./content/copy-project.ts";
import { inventDistricts } from "./content/districts.ts";
import { moveYear } from "./content/years.ts";

const years = Array.from({ length: 20 }, (_, index) => 2014 + index);

/**
 * Copies the project in the working directory with other content: `count` agreements made from the
 * real ones, 20 years of as many districts as it takes, the real districts first. The same bytes
 * each time.
 *
 * @param root a new or empty folder
 */
export function generateContent(root: string, count: number): void {
  mkdirSync(root, { recursive: true });
  if (readdirSync(root).length > 0) throw new Error(`${root} is not empty`);
  const replaced = [folders.agreements, folders.years, folders.originals];
  copyProject(root, (file) => replaced.some((folder) => file.startsWith(`${folder}/`)));
  const musters = readYears(process.cwd()).map(({ id }) => Number(id));
  const real = readDistricts(process.cwd()).flatMap(({ value }) => value ?? []);
  const models = readModels(process.cwd(), real);
  const districts = writeDistricts(root, real, Math.ceil(count / years.length));
  for (const [index, year] of years.entries()) {
    const muster = pickInTurn(musters, index);
    const parsed = writeYear(root, year, muster);
    const withAgreement = Math.ceil((count - index) / years.length);
    for (const [number, district] of districts.slice(0, withAgreement).entries()) {
      const alike = models.filter(
        (model) => model.facts.year === muster && model.district.kind === district.kind,
      );
      const { mdx, original } = makeAgreement(pickInTurn(alike, number), district, parsed);
      write(root, `${folders.agreements}/${year}/${district.slug}.mdx`, mdx);
      write(root, `${folders.originals}/${year}/${district.slug}.txt`, original);
    }
  }
}

/** @returns those that have agreements */
function writeDistricts(root: string, real: readonly District[], count: number): District[] {
  for (const { slug } of real) {
    const file = `${folders.districts}/${slug}.yaml`;
    // No agreement of the copy attests a name.
    write(root, file, readFileSync(join(root, file), "utf8").replace(/^ +attestedIn: .*\n/m, ""));
  }
  const lasting = real.filter((district) => years.every((year) => isValidIn(district, year)));
  const invented = inventDistricts(Math.max(0, count - lasting.length), real);
  for (const { slug, ...district } of invented) {
    write(root, `${folders.districts}/${slug}.yaml`, stringify(district, { lineWidth: 0 }));
  }
  return [...lasting, ...invented].slice(0, count);
}

function writeYear(root: string, year: number, muster: number): Year {
  const text = moveYear(
    readFileSync(join(process.cwd(), `${folders.years}/${muster}.mdx`), "utf8"),
    muster,
    year,
  );
  const file = `${folders.years}/${year}.mdx`;
  write(root, file, text);
  const { template, problems } = parseYear(text, file);
  if (!template) throw new Error(JSON.stringify(problems));
  return template.year;
}

function pickInTurn<Item>(list: readonly Item[], index: number): Item {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError("There is nothing to pick from");
  return item;
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

if (pathToFileURL(process.argv[1] ?? "").href === import.meta.url) {
  const [folder, count] = process.argv.slice(2);
  if (!folder || !Number(count)) throw new Error("Usage: generate.ts <folder> <count>");
  generateContent(folder, Number(count));
}
