import { formatProblem, isWarning, type Problem } from "./problem.ts";
import { problemCodes } from "./problem-codes.ts";

/** The forms in which problems are handed on. */
export const reportFormats = ["text", "json", "github", "gitlab"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Problems as a person, a program or a forge reads them; no problems give an empty report. */
export function reportProblems(problems: readonly Problem[], format: ReportFormat): string {
  switch (format) {
    case "text":
      return lines(problems.map(formatProblem));
    case "json":
      return `${JSON.stringify(
        problems.map((problem) => ({ severity: severityOf(problem), ...problem })),
        null,
        2,
      )}\n`;
    case "github":
      return lines(problems.map(toGithub));
    case "gitlab": {
      const position = positions(problems);
      const listed = problems.map((problem, index) => toGitlab(problem, position[index] ?? 1));
      return `${JSON.stringify(listed, null, 2)}\n`;
    }
  }
}

function severityOf({ code }: Problem): "error" | "warning" {
  return problemCodes[code].severity;
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function toGithub(problem: Problem): string {
  const { file, line, field, message, code } = problem;
  const property = (text: string) => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const title = property(`${field} [${code}]`);
  return `::${severityOf(problem)} file=${property(file)},line=${line},title=${title}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
function toGitlab(problem: Problem, position: number) {
  const { file, line, field, message, code } = problem;
  return {
    description: `${field}: ${message}`,
    check_name: code,
    // Without its line, so that a problem stays the same one when text above it changes.
    fingerprint: `${file}#${code}#${position}`,
    severity: isWarning(problem) ? "minor" : "blocker",
    location: { path: file, lines: { begin: line } },
  };
}

/** Each problem's place among those of its file and code, from 1. */
function positions(problems: readonly Problem[]): number[] {
  const counts = new Map<string, number>();
  return problems.map(({ file, code }) => {
    const position = (counts.get(`${file}#${code}`) ?? 0) + 1;
    counts.set(`${file}#${code}`, position);
    return position;
  });
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join("");
}
