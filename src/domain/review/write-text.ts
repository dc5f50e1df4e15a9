import { formatProblem } from "#domain/problem.ts";
import { makeVisible } from "#domain/visible.ts";
import { describeForeign, foreignWarning, headline, type Report } from "./report.ts";

/** The report for a terminal and for mail. */
export function writeText(report: Report): string {
  const { base, head, entries, foreign, problems, warnings, gaps } = report;
  const lines = [
    `Prüfbericht: ${base} → ${head}`,
    headline(report),
    ...gaps,
    ...(foreign.length > 0
      ? ["", foreignWarning, ...foreign.map((change) => `  ${describeForeign(change)}`)]
      : []),
    ...entries.flatMap(({ title, short, sentences, preview }) => [
      "",
      `${title} (${short})`,
      ...sentences.map((sentence) => `  ${sentence}`),
      ...(preview === undefined ? [] : [`  Vorschau: ${preview}`]),
    ]),
    ...(problems.length > 0 ? ["", "Hält die Veröffentlichung auf:"] : []),
    ...problems.map((problem) => `  ${formatProblem(problem)}`),
    ...(warnings.length > 0 ? ["", "Ansehen:"] : []),
    ...warnings.map((problem) => `  ${formatProblem(problem)}`),
  ];
  return `${lines.map(makeVisible).join("\n")}\n`;
}
