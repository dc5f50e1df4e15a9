import { toMarkdown } from "#domain/agreement/markdown.ts";
import { citedTitle } from "#domain/agreement/parties.ts";
import type { Project, Signature } from "#domain/agreement/schema.ts";
import { formatEuros } from "#domain/format.ts";
import { listAgreementFiles, readAgreement } from "#loaders/agreement-files.ts";
import { type Registers, readRegisters } from "#loaders/registers.ts";

/** An agreement as other generators get it: nothing is left to look up or to fill in. */
export interface Page {
  /** `2025/wetteraukreis` */
  readonly id: string;
  readonly facts: {
    readonly title: string;
    readonly name: string;
    readonly cited: string;
    readonly year: number;
    readonly district: string;
    readonly amount: string;
    readonly projects: readonly Project[];
    readonly signatures: readonly Signature[];
    /** Its address below the site's root. */
    readonly original: string;
    readonly sha256: string;
  };
  /** The wording, with headings from the second level on. */
  readonly wording: string;
}

export function readPages(project: string): Page[] {
  const registers = readRegisters(project);
  return listAgreementFiles(project).map((file) => readPage(project, file, registers));
}

export function readPage(project: string, file: string, registers: Registers): Page {
  const { agreement, problems } = readAgreement(project, file, registers);
  const district = registers.districts.get(agreement?.facts.district ?? "")?.value;
  const template = registers.years.get(agreement?.facts.year ?? 0)?.value;
  if (!agreement || !district || !template) throw new Error(JSON.stringify(problems));
  const { facts } = agreement;
  const parties = { district, year: template.year };
  const markdown = toMarkdown(agreement, parties, "");
  return {
    id: `${facts.year}/${district.slug}`,
    facts: {
      title: `Zielvereinbarung ${facts.year} ${district.name}`,
      name: district.name,
      cited: citedTitle(parties),
      year: facts.year,
      district: district.slug,
      amount: formatEuros(facts.amount),
      projects: facts.projects,
      signatures: facts.signatures,
      original: facts.source.file,
      sha256: facts.source.sha256,
    },
    wording: `${markdown.slice(markdown.indexOf("\n## ") + 1, markdown.lastIndexOf("\n---\n"))}`,
  };
}
