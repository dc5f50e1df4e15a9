import { splitFile, yamlOffset } from "#domain/file-parts.ts";
import type { Problem } from "#domain/problem.ts";
import { lineOfField, readData, typedScalars } from "#domain/read-data.ts";
import { agreementSchema, type Facts } from "./schema.ts";

/** Reads the facts of an agreement; amounts must be typed as plain digits. */
export function readFacts(yaml: string, file: string): { facts?: Facts; problems: Problem[] } {
  const options = { file, lineOffset: yamlOffset };
  const amounts = amountProblems(yaml, file);
  const { data, problems } = readData(yaml, agreementSchema, options);
  const lines = new Set(amounts.map(({ line }) => line));
  const all = [...amounts, ...problems.filter(({ line }) => !lines.has(line))];
  return all.length === 0 && data ? { facts: data, problems: all } : { problems: all };
}

/** `120.000` is the number 120 to YAML, `1e6` a million: only what was typed tells. */
function amountProblems(yaml: string, file: string): Problem[] {
  const offset = { lineOffset: yamlOffset };
  const fields = [
    ["Fördersumme", typedScalars(yaml, ["amount"], offset)],
    ["Budgets · Betrag", typedScalars(yaml, ["budgets", "*", "amount"], offset)],
  ] as const;
  return fields.flatMap(([field, scalars]) =>
    scalars
      .filter(({ typed }) => typed !== "" && !/^[1-9]\d*$/.test(typed))
      .map(({ typed, line }) => ({
        code: "amount-not-digits" as const,
        file,
        line,
        field,
        message: `„${typed}“ ${digitsAdvice(typed)}`,
      })),
  );
}

function digitsAdvice(typed: string): string {
  const grouped = /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(typed);
  return grouped
    ? `enthält Punkte. Schreiben Sie ${typed.replaceAll(".", "")}.`
    : "besteht nicht nur aus Ziffern. Schreiben Sie den Betrag in ganzen Euro, z. B. 1310490.";
}

/** The line of a fact in an agreement's file; 1 where the file has no frontmatter. */
export function lineOfFact(source: string, path: readonly (string | number)[]): number {
  const parts = splitFile(source, "");
  return "code" in parts ? 1 : lineOfField(parts.yaml, path, { lineOffset: yamlOffset });
}
