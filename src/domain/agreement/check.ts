import { isValidIn } from "#domain/district/district.ts";
import { formatEuros } from "#domain/format.ts";
import { closestMeasure } from "#domain/measure/closest-measure.ts";
import type { Measure } from "#domain/measure/schema.ts";
import type { Problem } from "#domain/problem.ts";
import type { YearTemplate } from "#domain/year/template.ts";
import { listSlots } from "./blocks.ts";
import { checkFidelity, type Repair } from "./fidelity.ts";
import type { Agreement } from "./parse.ts";
import type { Parties } from "./parties.ts";
import { readSections, sectionBlocks } from "./sections.ts";
import { inlineText } from "./text.ts";
import { totalAmount } from "./totals.ts";
import { wordingLines } from "./wording.ts";

/** What an agreement is checked against; lookups give undefined for what is not there. */
export interface CheckContext {
  /** `src/content/agreements/<year>/<district>.mdx` */
  readonly file: string;
  readonly district: Parties["district"] | undefined;
  readonly template: YearTemplate | undefined;
  readonly measures: readonly Measure[];
  readonly original: Original | undefined;
  /** Line of a field of the frontmatter. */
  readonly lineOf: (...path: readonly (string | number)[]) => number;
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
  const { file, district, template, original, lineOf } = context;
  const problems: Problem[] = [];
  const report = (code: Problem["code"], line: number, field: string, message: string) =>
    problems.push({ code, file, line, field, message });

  if (!district) {
    report(
      "district-unknown",
      lineOf("district"),
      "Gebietskörperschaft",
      `„${facts.district}“ steht nicht im Verzeichnis. Verwenden Sie den Namen einer Datei aus src/content/districts, z. B. wetteraukreis.`,
    );
  } else if (!file.endsWith(`/${facts.year}/${facts.district}.mdx`)) {
    report(
      "file-place",
      lineOf("year"),
      "Programmjahr · Gebietskörperschaft",
      `Die Angaben gehören zu ${facts.year}/${facts.district}.mdx. Verschieben Sie die Datei dorthin, oder berichtigen Sie Programmjahr und Gebietskörperschaft.`,
    );
  } else if (!isValidIn(district, facts.year)) {
    report(
      "district-not-valid",
      lineOf("district"),
      "Gebietskörperschaft",
      `${district.name} ist im Programmjahr ${facts.year} keine eigene Gebietskörperschaft. Prüfen Sie Programmjahr und Gebietskörperschaft.`,
    );
  }
  if (!template) {
    report(
      "year-unknown",
      lineOf("year"),
      "Programmjahr",
      `Das Programmjahr „${facts.year}“ ist nicht angelegt. Legen Sie src/content/years/${facts.year}.mdx an.`,
    );
  }
  for (const [measure, line] of unknownMeasures(agreement, context)) {
    report(
      "measure-unknown",
      line,
      "Projekte · Maßnahmenart",
      `„${measure}“ steht nicht im Verzeichnis. Verwenden Sie ${context.measures.map(({ slug }) => slug).join(" oder ")}.`,
    );
  }
  const budgets = facts.budgets && totalAmount(facts.budgets);
  if (budgets !== undefined && budgets !== facts.amount) {
    report(
      "budgets-differ",
      lineOf("budgets"),
      "Budgets",
      `Die Budgets ergeben zusammen ${formatEuros(budgets)}, die Fördersumme ist ${formatEuros(facts.amount)}. Berichtigen Sie einen der Beträge.`,
    );
  }
  problems.push(...headingProblems(agreement, context));
  if (template) problems.push(...missingSections(agreement, template, file));

  const expected = new RegExp(`^originals/${facts.year}/${facts.district}\\.(txt|pdf)$`);
  if (!expected.test(facts.source.file)) {
    report(
      "file-place",
      lineOf("source", "file"),
      "Original · Datei",
      `Das Original heißt „${facts.source.file}“. Es hat den Namen der Vereinbarung: originals/${facts.year}/${facts.district}.txt oder .pdf.`,
    );
  }
  if (!original) {
    report(
      "source-missing",
      lineOf("source", "file"),
      "Original · Datei",
      `Die Datei „public/${facts.source.file}“ fehlt. Legen Sie das Original dort ab, oder holen Sie es aus Git zurück.`,
    );
    return problems;
  }
  if (original.sha256 !== facts.source.sha256) {
    report(
      "source-changed",
      lineOf("source", "sha256"),
      "Original · Prüfsumme",
      `„public/${facts.source.file}“ hat eine andere Prüfsumme als angegeben. Stellen Sie das Original wieder her, oder prüfen Sie den Wortlaut und tragen Sie ${original.sha256} ein.`,
    );
    return problems;
  }
  if (district && template && original.text !== undefined) {
    const wording = wordingLines(agreement, { district, year: template.year });
    problems.push(...checkFidelity(original.text, original.repairs, wording, file));
  }
  return problems;
}

/** Each unknown measure once, with the line of its first use. */
function unknownMeasures(
  { facts, sections }: Agreement,
  { measures, lineOf }: CheckContext,
): Map<string, number> {
  const known = new Set(measures.map(({ slug }) => slug));
  const unknown = new Map<string, number>();
  for (const [index, { measure }] of facts.projects.entries()) {
    if (known.has(measure) || unknown.has(measure)) continue;
    unknown.set(measure, lineOf("projects", index, "measure"));
  }
  for (const { attributes, line } of listSlots(sectionBlocks(sections))) {
    const { measure } = attributes;
    if (measure && !known.has(measure) && !unknown.has(measure)) unknown.set(measure, line);
  }
  return unknown;
}

/** Each heading of § 5 that names a Maßnahmenart is followed by that measure's projects. */
function headingProblems({ sections }: Agreement, { measures, file }: CheckContext): Problem[] {
  const problems: Problem[] = [];
  for (const section of sections) {
    const blocks = sectionBlocks([section]);
    if (!listSlots(blocks).some(({ name }) => name === "Projects")) continue;
    blocks.forEach((block, index) => {
      const next = blocks[index + 1];
      if (block.type !== "heading") return;
      const heading = inlineText(block.children);
      const measure = closestMeasure(heading, measures);
      if (!measure) return;
      const shown = next?.type === "slot" && next.name === "Projects" && next.attributes.measure;
      if (shown === measure.slug) return;
      problems.push({
        code: "projects-heading",
        file,
        line: next?.line ?? block.line,
        field: "Projekte",
        message: `Unter der Überschrift „${heading}“ ${shown ? `stehen die Projekte von „${shown}“` : "stehen keine Projekte"}. Schreiben Sie darunter <Projects measure="${measure.slug}" />.`,
      });
    });
  }
  return problems;
}

/** The sections of the year's Muster that the agreement does not have. */
function missingSections(
  { sections }: Agreement,
  { blocks }: YearTemplate,
  file: string,
): Problem[] {
  const present = new Set(sections.map(({ id }) => id));
  return readSections(blocks, file)
    .sections.filter(({ id }) => !present.has(id))
    .map(({ label }) => ({
      code: "section-order",
      file,
      line: sections.at(-1)?.line ?? 1,
      field: "Wortlaut",
      message: `${label} fehlt. Das Muster des Jahres hat diesen Abschnitt; setzen Sie seine Überschrift mit ## davor an seine Stelle.`,
    }));
}
