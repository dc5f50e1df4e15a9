import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type CheckContext, checkAgreement, type Original } from "#domain/agreement/check.ts";
import { type PlaceOfRepair, type Repair, repairsSchema } from "#domain/agreement/fidelity.ts";
import { linesOfFacts } from "#domain/agreement/frontmatter.ts";
import { type Agreement, parseAgreement } from "#domain/agreement/parse.ts";
import type { Facts } from "#domain/agreement/schema.ts";
import type { Problem } from "#domain/problem.ts";
import type { ProblemCode } from "#domain/problem-codes.ts";
import { readData } from "#domain/read-data.ts";
import {
  type ContentFile,
  digestOf,
  type FileContent,
  folders,
  hashFile,
  largest,
  listBelow,
  noPdf,
  readBytes,
  readTextFile,
} from "./content-files.ts";
import type { Registers } from "./registers.ts";

/** Every `<year>/<district>.mdx`, in order. */
export function listAgreementFiles(root: string): string[] {
  return listBelow(root, folders.agreements)
    .filter(({ below, isFile }) => isFile && /^[^/]+\/[^/]+\.mdx$/.test(below))
    .map(({ below }) => `${folders.agreements}/${below}`)
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
): AgreementSource | { readonly problem: Problem } {
  const read = readTextFile(root, file);
  if ("problem" in read) return read;
  const id = agreementId(file);
  const [year = "", district = ""] = id.split("/");
  const originals = ["txt", "pdf", "repairs.yaml"].map((extension) =>
    hashFile(join(root, folders.originals, `${id}.${extension}`)),
  );
  const parts = [
    read.content,
    registers.districts.get(district)?.digest,
    registers.years.get(Number(year))?.digest,
    [...registers.measures.values()].map(({ value }) => [value?.slug, value?.title]),
    originals,
  ];
  return { file, id, source: read.content, digest: digestOf(JSON.stringify(parts)) };
}

export interface CheckedAgreement {
  /** The file's text; undefined where the file cannot be read. */
  readonly source?: string;
  readonly agreement?: Agreement;
  readonly repairs: readonly Repair[];
  /** Whether the wording was compared with a text of the original, word for word. */
  readonly isCompared: boolean;
  readonly problems: Problem[];
}

/** Reads an agreement and checks it against registers and original. */
export function readAgreement(root: string, file: string, registers: Registers): CheckedAgreement {
  const read = readTextFile(root, file);
  if ("problem" in read) return { repairs: [], isCompared: false, problems: [read.problem] };
  return checkAgreementText(root, { file, source: read.content }, registers);
}

/** The same for a text that is not, or not yet, what lies in the file. */
export function checkAgreementText(
  root: string,
  { file, source }: Pick<AgreementSource, "file" | "source">,
  registers: Registers,
): CheckedAgreement {
  const { agreement, problems } = parseAgreement(source, file);
  if (!agreement) return { source, repairs: [], isCompared: false, problems };
  const { facts } = agreement;
  const { original, problems: originalProblems } = readOriginal(root, facts.source.file);
  const context: CheckContext = {
    file,
    district: registers.districts.get(facts.district)?.value,
    template: registers.years.get(facts.year)?.value,
    measures: [...registers.measures.values()].flatMap(({ value }) => value ?? []),
    original,
    lineOf: linesOfFacts(source),
    known: [...problems, ...originalProblems],
  };
  return {
    source,
    agreement,
    repairs: original?.repairs ?? [],
    isCompared: original?.text !== undefined,
    problems: [
      ...problems,
      ...originalProblems,
      ...checkAgreement(agreement, context).filter(
        ({ code }) => !hasBrokenEntry(code, facts, registers),
      ),
    ],
  };
}

/** Whether something is only unknown because its file in the register has problems of its own. */
function hasBrokenEntry(
  code: ProblemCode,
  { district, year }: Facts,
  { districts, years, measures }: Registers,
): boolean {
  const isBroken = (entry: ContentFile<unknown> | undefined) => entry && !entry.value;
  if (code === "district-unknown") return isBroken(districts.get(district)) === true;
  if (code === "year-unknown") return isBroken(years.get(year)) === true;
  return code === "measure-unknown" && [...measures.values()].some(isBroken);
}

/** The differences between original and wording that are listed beside the original. */
export function repairsFile(original: string): string {
  return original.replace(/\.[a-z0-9]+$/, ".repairs.yaml");
}

/** `2025/wetteraukreis` */
export function agreementId(file: string): string {
  return file.slice(folders.agreements.length + 1, -".mdx".length);
}

function readOriginal(
  root: string,
  name: string,
): { original: Original | undefined; problems: Problem[] } {
  const file = `public/${name}`;
  if (!existsSync(join(root, file))) return { original: undefined, problems: [] };
  const isPdf = file.endsWith(".pdf");
  const read = readBytes(root, file, isPdf ? largest.pdf : largest.original);
  if ("problem" in read) return { original: undefined, problems: [read.problem] };
  const repairs = readRepairs(root, `public/${repairsFile(name)}`);
  // Beside a PDF its text may lie, to compare the wording with.
  const text = readIfExists(root, file.replace(/\.pdf$/, ".txt"), largest.original);
  return {
    original: {
      sha256: createHash("sha256").update(read.content).digest("hex"),
      repairs: repairs.data ?? [],
      placeOfRepair: repairs.placeOf,
      ...("content" in text && text.content !== undefined && { text: text.content }),
    },
    problems: [
      ...(isPdf && !read.content.subarray(0, 5).equals(Buffer.from("%PDF-")) ? [noPdf(file)] : []),
      ...("problem" in text ? [text.problem] : []),
      ...repairs.problems,
    ],
  };
}

function readRepairs(
  root: string,
  file: string,
): { data?: Repair[]; placeOf?: PlaceOfRepair; problems: Problem[] } {
  const read = readIfExists(root, file, largest.text);
  if ("problem" in read) return { problems: [read.problem] };
  const { typed, ...rest } = readData(read.content ?? "[]", repairsSchema, { file, lineOffset: 0 });
  const lines = typed("*", "line");
  return { ...rest, placeOf: (index) => ({ file, line: lines[index]?.line ?? 1 }) };
}

/** A file that need not be there. */
function readIfExists(
  root: string,
  file: string,
  limit: number,
): FileContent<string> | { readonly content: undefined } {
  return existsSync(join(root, file)) ? readTextFile(root, file, limit) : { content: undefined };
}
