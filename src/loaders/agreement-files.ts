import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CheckContext, checkAgreement, type Original } from "#domain/agreement/check.ts";
import { type Repair, repairsSchema } from "#domain/agreement/fidelity.ts";
import { lineOfFact } from "#domain/agreement/frontmatter.ts";
import { type Agreement, parseAgreement } from "#domain/agreement/parse.ts";
import type { Problem } from "#domain/problem.ts";
import { readData } from "#domain/read-data.ts";
import { digestOf, folders, hashFile, listFiles, readIfExists, readText } from "./content-files.ts";
import type { Registers } from "./registers.ts";

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
  const originals = ["txt", "pdf", "repairs.yaml"].map((extension) =>
    hashFile(join(root, folders.originals, `${id}.${extension}`)),
  );
  const parts = [
    source,
    registers.districts.get(district)?.digest,
    registers.years.get(Number(year))?.digest,
    [...registers.measures.values()].map(({ value }) => [value?.slug, value?.title]),
    originals,
  ];
  return { file, id, source, digest: digestOf(JSON.stringify(parts)) };
}

export interface CheckedAgreement {
  readonly agreement?: Agreement;
  readonly repairs: readonly Repair[];
  /** Whether the wording was compared with a text of the original, word for word. */
  readonly isCompared: boolean;
  readonly problems: Problem[];
}

/** Parses an agreement and checks it against registers and original. */
export function readAgreement(
  root: string,
  { file, source }: Pick<AgreementSource, "file" | "source">,
  registers: Registers,
): CheckedAgreement {
  const { agreement, problems } = parseAgreement(source, file);
  if (!agreement) return { repairs: [], isCompared: false, problems };
  const { facts } = agreement;
  const { original, problems: repairProblems } = readOriginal(root, facts.source.file);
  const context: CheckContext = {
    file,
    district: registers.districts.get(facts.district)?.value,
    template: registers.years.get(facts.year)?.value,
    measures: [...registers.measures.values()].flatMap(({ value }) => value ?? []),
    original,
    lineOf: (...path) => lineOfFact(source, path),
  };
  return {
    agreement,
    repairs: original?.repairs ?? [],
    isCompared: original?.text !== undefined,
    problems: [...problems, ...repairProblems, ...checkAgreement(agreement, context)],
  };
}

/** The differences between original and wording that are listed beside the original. */
export function repairsFile(original: string): string {
  return original.replace(/\.[a-z0-9]+$/, ".repairs.yaml");
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
  const repairs = `public/${repairsFile(file)}`;
  const { data = [], problems } = readData(
    readIfExists(join(root, repairs)) ?? "[]",
    repairsSchema,
    { file: repairs, lineOffset: 0 },
  );
  const bytes = readFileSync(path);
  // Beside a PDF its text may lie, to compare the wording with.
  const text = file.endsWith(".pdf")
    ? readIfExists(path.replace(/\.pdf$/, ".txt"))
    : bytes.toString("utf8");
  return {
    original: {
      sha256: createHash("sha256").update(bytes).digest("hex"),
      repairs: data,
      ...(text !== undefined && { text }),
    },
    problems,
  };
}
