import { excerpt } from "#domain/excerpt.ts";
import { splitFile, yamlOffset } from "#domain/file-parts.ts";
import type { Problem } from "#domain/problem.ts";
import { linesOfFields, readData, type TypedScalar } from "#domain/read-data.ts";
import { agreementSchema, type Facts } from "./schema.ts";

/** Reads the facts of an agreement; amounts must be typed as plain digits. */
export function readFacts(yaml: string, file: string): { facts?: Facts; problems: Problem[] } {
  const options = { file, lineOffset: yamlOffset };
  const { data, problems, typed } = readData(yaml, agreementSchema, options);
  const amounts = [
    ...amountProblems(typed("amount"), "Fördersumme", file),
    ...amountProblems(typed("budgets", "*", "amount"), "Budgets · Betrag", file),
  ];
  const lines = new Set(amounts.map(({ line }) => line));
  const all = [...amounts, ...problems.filter(({ line }) => !lines.has(line))];
  return all.length === 0 && data ? { facts: data, problems: all } : { problems: all };
}

/** `120.000` is the number 120 to YAML, `1e6` a million: only what was typed tells. */
function amountProblems(scalars: readonly TypedScalar[], field: string, file: string): Problem[] {
  return scalars
    .filter(({ typed }) => typed !== "" && !/^([1-9]\d*|0)$/.test(typed))
    .map(({ typed, line }) => ({
      code: "amount-not-digits",
      file,
      line,
      field,
      message: `„${excerpt(typed)}“ ${digitsAdvice(typed)}`,
    }));
}

function digitsAdvice(typed: string): string {
  if (/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(typed)) {
    return `enthält Punkte. Schreiben Sie ${typed.replaceAll(".", "")}.`;
  }
  if (/^0\d+$/.test(typed)) return "beginnt mit 0. Schreiben Sie den Betrag ohne diese Ziffer.";
  return "besteht nicht nur aus Ziffern. Schreiben Sie den Betrag in ganzen Euro, z. B. 1310490.";
}

/** Finds the lines of facts in an agreement's file; 1 where the file has no frontmatter. */
export function linesOfFacts(source: string): (...path: readonly (string | number)[]) => number {
  const parts = splitFile(source, "");
  return "code" in parts ? () => 1 : linesOfFields(parts.yaml, { lineOffset: yamlOffset });
}
