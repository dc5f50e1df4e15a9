import { isValidIn } from "#domain/district/district.ts";
import { excerpt } from "#domain/excerpt.ts";
import { fold } from "#domain/fold.ts";
import { formatDate, formatEuros } from "#domain/format.ts";
import type { Measure } from "#domain/measure/schema.ts";
import type { Problem } from "#domain/problem.ts";
import type { ProblemCode } from "#domain/problem-codes.ts";
import type { YearTemplate } from "#domain/year/template.ts";
import { checkWrittenAmounts } from "./amounts-in-wording.ts";
import { checkProjects } from "./check-projects.ts";
import { findDepartures } from "./departures.ts";
import { checkFidelity, type PlaceOfRepair, type Repair } from "./fidelity.ts";
import type { Agreement } from "./parse.ts";
import type { Parties } from "./parties.ts";
import { readSections } from "./sections.ts";
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
  /** What is known to be wrong, so that nothing is reported that only follows from it. */
  readonly known?: readonly Problem[];
}

/** The document an agreement was taken from, as it lies in the repository. */
export interface Original {
  readonly sha256: string;
  /** Its text, where it is a text file. */
  readonly text?: string;
  readonly repairs: readonly Repair[];
  readonly placeOfRepair?: PlaceOfRepair | undefined;
}

/** Where a component or its facts are missing or out of place, their words are too. */
const aboutComponents: readonly ProblemCode[] = [
  "measure-unknown",
  "projects-heading",
  "projects-missing",
  "signature-missing",
  "slot-count",
];

/** Checks an agreement against registers, its place and its original. */
export function checkAgreement(agreement: Agreement, context: CheckContext): Problem[] {
  const { facts } = agreement;
  const { file, district, template, original, lineOf, known = [] } = context;
  const problems: Problem[] = [];
  const report = (code: Problem["code"], line: number, field: string, message: string) =>
    problems.push({ code, file, line, field, message });
  const place = file
    .split("/")
    .slice(-2)
    .join("/")
    .replace(/\.mdx$/, "");
  const isInPlace = place === `${facts.year}/${facts.district}`;

  if (!district) {
    report(
      "district-unknown",
      lineOf("district"),
      "Gebietskörperschaft",
      `„${excerpt(facts.district)}“ steht nicht im Verzeichnis. Verwenden Sie den Namen einer Datei aus src/content/districts, z. B. wetteraukreis.`,
    );
  } else if (!isInPlace) {
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
  problems.push(
    ...checkBudgets(agreement, context),
    ...missingSignatures(agreement, context),
    ...signatureDates(agreement, context),
    ...checkWrittenAmounts(agreement, file),
    ...checkProjects(agreement, context),
  );
  if (template) problems.push(...missingSections(agreement, template, file));

  // Where the agreement itself is out of place, its original may have either name.
  const names = [place, `${facts.year}/${facts.district}`].map((name) => `originals/${name}`);
  if (!names.includes(facts.source.file.replace(/\.(txt|pdf)$/, ""))) {
    report(
      "file-place",
      lineOf("source", "file"),
      "Original · Datei",
      `Das Original heißt „${excerpt(facts.source.file)}“. Geben Sie ihm den Namen der Vereinbarung: originals/${place}.txt oder .pdf.`,
    );
    return problems;
  }
  if (!original) {
    // It may be there and be no file that can be read.
    if (known.some((problem) => problem.file === `public/${facts.source.file}`)) return problems;
    report(
      "source-missing",
      lineOf("source", "file"),
      "Original · Datei",
      `Die Datei „public/${excerpt(facts.source.file)}“ fehlt. Legen Sie das Original dort ab, oder holen Sie es aus Git zurück.`,
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
  if (!district || !template || !isInPlace) return problems;
  const wrong = [...known, ...problems];
  const lacksWords = wrong.some(({ code }) => aboutComponents.includes(code));
  if (original.text !== undefined && !lacksWords) {
    const wording = wordingLines(agreement, { district, year: template.year });
    const { text, repairs, placeOfRepair } = original;
    problems.push(...checkFidelity(text, repairs, wording, file, wrong, placeOfRepair));
  }
  // Worth a look only once the wording is the original's.
  if (known.length > 0 || problems.length > 0) return problems;
  return findDepartures(agreement, template, district, file);
}

/** The last programme year whose agreements had more than one budget. */
const lastYearOfBudgets = 2019;

/** Budgets of a time that had none, of the same name, or of another sum than the whole. */
function checkBudgets({ facts }: Agreement, { file, lineOf }: CheckContext): Problem[] {
  const { year, amount, budgets = [] } = facts;
  if (budgets.length === 0) return [];
  const line = lineOf("budgets");
  const field = "Budgets";
  if (year > lastYearOfBudgets) {
    const message = `Budgets gab es bis ${lastYearOfBudgets}, die Vereinbarung ist von ${year}. Entfernen Sie das Feld, oder berichtigen Sie das Programmjahr.`;
    return [{ code: "field-value", file, line, field, message }];
  }
  const problems: Problem[] = [];
  const sum = totalAmount(budgets);
  if (sum !== amount) {
    const message = `Die Budgets ergeben zusammen ${formatEuros(sum)}, die Fördersumme ist ${formatEuros(amount)}. Berichtigen Sie einen der Beträge.`;
    problems.push({ code: "budgets-differ", file, line, field, message });
  }
  const names = budgets.map(({ name }) => fold(name).replace(/\s+/g, " "));
  for (const [index, { name }] of budgets.entries()) {
    if (names.indexOf(names[index] ?? "") === index) continue;
    problems.push({
      code: "field-value",
      file,
      line: lineOf("budgets", index, "name"),
      field: `Budgets ${index + 1} · Name`,
      message: `„${excerpt(name)}“ steht schon weiter oben. Geben Sie jedem Budget den Namen, den es im Original hat.`,
    });
  }
  return problems;
}

/** The sides that have not signed; an agreement has two. */
function missingSignatures({ facts }: Agreement, { file, lineOf }: CheckContext): Problem[] {
  const sides = [
    ["state", "des Landes"],
    ["district", "der Gebietskörperschaft"],
  ] as const;
  return sides
    .filter(([party]) => facts.signatures.every((signature) => signature.party !== party))
    .map(([party, whose]) => ({
      code: "signature-missing",
      file,
      line: lineOf("signatures"),
      field: "Unterschriften",
      message: `Die Unterschrift ${whose} fehlt. Ergänzen Sie einen Eintrag mit party: ${party}, wie das Original ihn hat.`,
    }));
}

/** Signatures of another time than the programme year, the year before or the year after. */
function signatureDates({ facts }: Agreement, { file, lineOf }: CheckContext): Problem[] {
  return facts.signatures.flatMap(({ date }, index): Problem[] => {
    if (!date || Math.abs(Number(date.slice(0, 4)) - facts.year) <= 1) return [];
    return [
      {
        code: "signature-date",
        file,
        line: lineOf("signatures", index, "date"),
        field: `Unterschriften ${index + 1} · Datum`,
        message: `Die Unterschrift ist vom ${formatDate(date)}, die Vereinbarung von ${facts.year}. Schreiben Sie das Datum des Originals, z. B. ${facts.year}-08-02.`,
      },
    ];
  });
}

/** The sections at the end of the year's Muster that the agreement does not have. */
function missingSections(
  { sections }: Agreement,
  { blocks }: YearTemplate,
  file: string,
): Problem[] {
  const model = readSections(blocks, file).sections;
  const present = new Set(sections.map(({ id }) => id));
  // Others are missed where the section after them stands; and a section may have a wrong number.
  const last = model.findLastIndex(({ id }) => present.has(id));
  if (sections.length >= model.length) return [];
  return model.slice(last + 1).map(({ label }) => ({
    code: "section-order",
    file,
    line: sections.at(-1)?.line ?? 1,
    field: "Wortlaut",
    message: `${label} fehlt. Das Muster des Jahres hat diesen Abschnitt; setzen Sie seine Überschrift mit ## davor an seine Stelle.`,
  }));
}
