import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { z } from "zod";
import { type CheckContext, checkAgreement, type Original } from "#domain/agreement/check.ts";
import { type Repair, repairsSchema } from "#domain/agreement/fidelity.ts";
import { lineOfFact } from "#domain/agreement/frontmatter.ts";
import { type Agreement, parseAgreement } from "#domain/agreement/parse.ts";
import { originalPath } from "#domain/agreement/schema.ts";
import { type District, districtSchema } from "#domain/district/schema.ts";
import { type Measure, measureSchema } from "#domain/measure/schema.ts";
import { checkPage } from "#domain/page/check-page.ts";
import type { Problem } from "#domain/problem.ts";
import { readData } from "#domain/read-data.ts";
import { parseYear, type YearTemplate } from "#domain/year/template.ts";

/** The folder of each collection, from the repository's root. */
export const folders = {
  agreements: "src/content/agreements",
  districts: "src/content/districts",
  measures: "src/content/measures",
  years: "src/content/years",
  pages: "src/content/pages",
} as const;

/** A content file that was read: its value where it has one, and what is wrong with it. */
export interface ContentFile<Value> {
  /** Path from the repository's root. */
  readonly file: string;
  /** File name without extension; for agreements `<year>/<district>`. */
  readonly id: string;
  /** SHA-256 of the text, shortened. */
  readonly digest: string;
  readonly value?: Value;
  readonly problems: readonly Problem[];
}

/** What agreements refer to. */
export interface Registers {
  readonly districts: ReadonlyMap<string, ContentFile<District>>;
  readonly measures: ReadonlyMap<string, ContentFile<Measure>>;
  readonly years: ReadonlyMap<number, ContentFile<YearTemplate>>;
}

export function readDistricts(root: string): ContentFile<District>[] {
  return listFiles(root, folders.districts, ".yaml").map((file) =>
    readYaml(root, file, districtSchema),
  );
}

export function readMeasures(root: string): ContentFile<Measure>[] {
  return listFiles(root, folders.measures, ".yaml").map((file) =>
    readYaml(root, file, measureSchema),
  );
}

export function readYears(root: string): ContentFile<YearTemplate>[] {
  return listFiles(root, folders.years, ".mdx").map((file) => {
    const source = readText(root, file);
    const { template, problems } = parseYear(source, file);
    if (template && `${template.year.year}` !== basename(file, ".mdx")) {
      problems.push({
        code: "file-place",
        file,
        line: 1,
        field: "Programmjahr",
        message: `Die Angaben gehören zu ${template.year.year}.mdx. Benennen Sie die Datei um, oder berichtigen Sie das Programmjahr.`,
      });
    }
    return {
      file,
      id: basename(file, ".mdx"),
      digest: digestOf(source),
      problems,
      ...(template && { value: template }),
    };
  });
}

export function readRegisters(root: string): Registers {
  return {
    districts: new Map(readDistricts(root).map((entry) => [entry.id, entry])),
    measures: new Map(readMeasures(root).map((entry) => [entry.id, entry])),
    years: new Map(readYears(root).map((entry) => [Number(entry.id), entry])),
  };
}

export function registerProblems({ districts, measures, years }: Registers): Problem[] {
  return [districts, measures, years].flatMap((register) =>
    [...register.values()].flatMap(({ problems }) => problems),
  );
}

/** Checks the pages that `@astrojs/mdx` compiles, before anything compiles them. */
export function checkPages(root: string): Problem[] {
  return listFiles(root, folders.pages, ".mdx").flatMap((file) =>
    checkPage(readText(root, file), file),
  );
}

export function listAgreementFiles(root: string): string[] {
  return readdirSync(join(root, folders.agreements), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => listFiles(root, `${folders.agreements}/${name}`, ".mdx"))
    .sort();
}

/** The text of an agreement with everything that decides how it is read and checked. */
export interface AgreementSource {
  readonly file: string;
  /** `2025/wetteraukreis` */
  readonly id: string;
  readonly source: string;
  /** Changes with the text, its original, its repairs and the registers it names. */
  readonly digest: string;
}

/** Reads an agreement's text and digest, without parsing it. */
export function readAgreementSource(
  root: string,
  file: string,
  registers: Registers,
): AgreementSource {
  const source = readText(root, file);
  const id = agreementId(file);
  const [year = "", district = ""] = id.split("/");
  const original = source.match(originalPath)?.[0];
  const parts = [
    source,
    registers.districts.get(district)?.digest,
    registers.years.get(Number(year))?.digest,
    [...registers.measures.keys()],
    original && hashFile(join(root, "public", original)),
    original && readIfExists(join(root, "public", repairsFile(original))),
  ];
  return { file, id, source, digest: digestOf(JSON.stringify(parts)) };
}

/** Parses an agreement and checks it against registers and original. */
export function readAgreement(
  root: string,
  { file, source }: Pick<AgreementSource, "file" | "source">,
  registers: Registers,
): { agreement?: Agreement; repairs: readonly Repair[]; problems: Problem[] } {
  const { agreement, problems } = parseAgreement(source, file);
  if (!agreement) return { repairs: [], problems };
  const { facts } = agreement;
  const { original, problems: repairProblems } = readOriginal(root, facts.source.file);
  const context: CheckContext = {
    file,
    district: registers.districts.get(facts.district)?.value,
    year: registers.years.get(facts.year)?.value?.year,
    measures: new Set(registers.measures.keys()),
    original,
    lineOf: (...path) => lineOfFact(source, path),
  };
  return {
    agreement,
    repairs: original?.repairs ?? [],
    problems: [...problems, ...repairProblems, ...checkAgreement(agreement, context)],
  };
}

/** The differences between original and wording that are listed beside the original. */
export function repairsFile(original: string): string {
  return original.replace(/\.[a-z0-9]+$/, ".repairs.yaml");
}

/** Short SHA-256, enough to tell contents apart. */
export function digestOf(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 20);
}

function agreementId(file: string): string {
  return file.slice(folders.agreements.length + 1, -".mdx".length);
}

function readOriginal(
  root: string,
  file: string,
): { original: Original | undefined; problems: Problem[] } {
  const path = join(root, "public", file);
  if (!existsSync(path)) return { original: undefined, problems: [] };
  const bytes = readFileSync(path);
  const repairs = `public/${repairsFile(file)}`;
  const text = readIfExists(join(root, repairs)) ?? "[]";
  const { data = [], problems } = readData(text, repairsSchema, { file: repairs, lineOffset: 0 });
  return {
    original: {
      sha256: createHash("sha256").update(bytes).digest("hex"),
      repairs: data,
      ...(file.endsWith(".txt") && { text: bytes.toString("utf8") }),
    },
    problems,
  };
}

function readYaml<Schema extends z.ZodType<object>>(
  root: string,
  file: string,
  schema: Schema,
): ContentFile<z.infer<Schema> & { slug: string }> {
  const text = readText(root, file);
  const id = basename(file, ".yaml");
  const { data, problems } = readData(text, schema, { file, lineOffset: 0 });
  const read = { file, id, digest: digestOf(text), problems };
  return data ? { ...read, value: { ...data, slug: id } } : read;
}

function listFiles(root: string, folder: string, extension: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => `${folder}/${name}`);
}

function readText(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function readIfExists(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function hashFile(path: string): string | undefined {
  return existsSync(path) ? digestOf(readFileSync(path)) : undefined;
}
