import { isValidIn } from "#domain/district/district.ts";
import type { Problem } from "#domain/problem.ts";
import { listSlots } from "./blocks.ts";
import { checkFidelity, type Repair } from "./fidelity.ts";
import type { Agreement } from "./parse.ts";
import type { Parties } from "./parties.ts";
import { sectionBlocks } from "./sections.ts";
import { wordingLines } from "./wording.ts";

/** What an agreement is checked against; lookups give undefined for what is not there. */
export interface CheckContext {
  /** `src/content/agreements/<year>/<district>.mdx` */
  readonly file: string;
  readonly district: Parties["district"] | undefined;
  readonly year: Parties["year"] | undefined;
  readonly measures: ReadonlySet<string>;
  readonly original: Original | undefined;
}

/** The document an agreement was taken from, as it lies in the repository. */
export interface Original {
  readonly sha256: string;
  /** Its text, where it is a text file. */
  readonly text?: string;
  readonly repairs: readonly Repair[];
}

/** Checks an agreement against registers, its place and its original. */
export function checkAgreement(agreement: Agreement, context: CheckContext): Problem[] {
  const { facts } = agreement;
  const { file, district, year, original } = context;
  const problems: Problem[] = [];
  const report = (code: Problem["code"], field: string, message: string, line = 1) =>
    problems.push({ code, file, line, field, message });

  if (!file.endsWith(`/${facts.year}/${facts.district}.mdx`)) {
    report(
      "file-place",
      "Programmjahr · Gebietskörperschaft",
      `Die Angaben gehören zu ${facts.year}/${facts.district}.mdx. Verschieben Sie die Datei dorthin, oder berichtigen Sie Programmjahr und Gebietskörperschaft.`,
    );
  }
  if (!district) {
    report(
      "district-unknown",
      "Gebietskörperschaft",
      `„${facts.district}“ steht nicht im Verzeichnis. Verwenden Sie den Namen einer Datei aus src/content/districts, z. B. wetteraukreis.`,
    );
  }
  if (district && !isValidIn(district, facts.year)) {
    report(
      "district-not-valid",
      "Gebietskörperschaft",
      `${district.name} ist im Programmjahr ${facts.year} keine eigene Gebietskörperschaft. Prüfen Sie Programmjahr und Gebietskörperschaft.`,
    );
  }
  if (!year) {
    report(
      "year-unknown",
      "Programmjahr",
      `Das Programmjahr „${facts.year}“ ist nicht angelegt. Legen Sie src/content/years/${facts.year}.mdx an.`,
    );
  }
  for (const measure of unknownMeasures(agreement, context.measures)) {
    report(
      "measure-unknown",
      "Projekte · Maßnahmenart",
      `„${measure}“ steht nicht im Verzeichnis. Verwenden Sie ${[...context.measures].join(", ")}.`,
    );
  }
  if (!original) {
    report(
      "source-missing",
      "Original · Datei",
      `Die Datei „public/${facts.source.file}“ fehlt. Legen Sie das Original dort ab.`,
    );
    return problems;
  }
  if (original.sha256 !== facts.source.sha256) {
    report(
      "source-changed",
      "Original · Prüfsumme",
      `„public/${facts.source.file}“ hat eine andere Prüfsumme als angegeben. Stellen Sie das Original wieder her, oder prüfen Sie den Wortlaut und tragen Sie ${original.sha256} ein.`,
    );
    return problems;
  }
  if (district && year && original.text !== undefined) {
    const wording = wordingLines(agreement, { district, year });
    problems.push(...checkFidelity(original.text, original.repairs, wording, file));
  }
  return problems;
}

function unknownMeasures({ facts, sections }: Agreement, known: ReadonlySet<string>): Set<string> {
  const shown = listSlots(sectionBlocks(sections)).flatMap(
    ({ attributes }) => attributes.measure ?? [],
  );
  const used = [...facts.projects.map(({ measure }) => measure), ...shown];
  return new Set(used.filter((measure) => !known.has(measure)));
}
