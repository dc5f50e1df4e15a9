import { formatProblem, type Problem, sortProblems } from "#domain/problem.ts";

/** Fails a build with all problems at once, as the gate's command prints them. */
export function failOnProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const lines = sortProblems(problems).map(formatProblem);
  const error = new Error(
    `Die Inhalte haben Probleme. Berichtigen Sie sie:\n\n${lines.join("\n")}\n`,
  );
  error.name = "Inhalte";
  error.stack = error.message;
  throw error;
}
