import { basename } from "node:path";
import type { z } from "zod";
import { checkCharacters, withoutRepeated } from "#domain/characters.ts";
import { checkDistrict } from "#domain/district/check-district.ts";
import { type District, districtSchema } from "#domain/district/schema.ts";
import { fold } from "#domain/fold.ts";
import { type Measure, measureSchema } from "#domain/measure/schema.ts";
import type { Problem } from "#domain/problem.ts";
import { readData } from "#domain/read-data.ts";
import { parseYear, type YearTemplate } from "#domain/year/template.ts";
import { type ContentFile, digestOf, folders, listFiles, readTextFile } from "./content-files.ts";

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
    const read = readTextFile(root, file);
    if ("problem" in read) return unreadableEntry(file, ".mdx", read.problem);
    const { template, problems } = parseYear(read.content, file);
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
      digest: digestOf(read.content),
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

/** What is wrong with the registers, entry by entry and among each other. */
export function registerProblems({ districts, measures, years }: Registers): Problem[] {
  return [
    ...[districts, measures, years].flatMap((register) =>
      [...register.values()].flatMap(({ problems }) => problems),
    ),
    ...contradictions([...districts.values()]),
    ...ambiguousDistricts([...districts.values()]),
  ];
}

function contradictions(districts: readonly ContentFile<District>[]): Problem[] {
  return districts.flatMap(({ file, value }) =>
    value
      ? checkDistrict(value).map(({ field, message }) => entryProblem(file, field, message))
      : [],
  );
}

function ambiguousDistricts(districts: readonly ContentFile<District>[]): Problem[] {
  const fields: [field: string, read: (district: District) => string][] = [
    ["Amtlicher Gemeindeschlüssel", ({ ags }) => ags],
    ["Name", ({ name }) => name],
    ["Name in Vereinbarungen", ({ agreementName }) => agreementName.text],
  ];
  return fields.flatMap(([field, read]) => {
    const seen = new Map<string, string>();
    return districts.flatMap(({ file, value }): Problem[] => {
      if (!value) return [];
      const key = fold(read(value));
      const first = seen.get(key);
      if (!first) seen.set(key, file);
      const message = `„${read(value)}“ steht schon in ${first}. Berichtigen Sie einen der beiden Einträge.`;
      return first ? [entryProblem(file, field, message)] : [];
    });
  });
}

function entryProblem(file: string, field: string, message: string): Problem {
  return { code: "register-entry", file, line: 1, field, message };
}

function readYaml<Schema extends z.ZodType<object>>(
  root: string,
  file: string,
  schema: Schema,
): ContentFile<z.infer<Schema> & { slug: string }> {
  const read = readTextFile(root, file);
  if ("problem" in read) return unreadableEntry(file, ".yaml", read.problem);
  const id = basename(file, ".yaml");
  const { data, problems } = readData(read.content, schema, { file, lineOffset: 0 });
  const all = withoutRepeated([...checkCharacters(read.content, file), ...problems]);
  const entry = { file, id, digest: digestOf(read.content), problems: all };
  return data && all.length === 0 ? { ...entry, value: { ...data, slug: id } } : entry;
}

function unreadableEntry(file: string, extension: string, problem: Problem): ContentFile<never> {
  return { file, id: basename(file, extension), digest: "", problems: [problem] };
}
