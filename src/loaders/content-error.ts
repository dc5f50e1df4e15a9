import { formatProblem, type Problem, sortProblems } from "#domain/problem.ts";

/** An error whose message tells people all they need: German, and without a stack. */
export class MessageForReaders extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Hinweis";
    this.stack = message;
  }
}

/** Fails a build with all problems at once, as the gate's command prints them. */
export function failOnProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const lines = sortProblems(problems).map(formatProblem);
  throw new MessageForReaders(
    `Die Inhalte haben Probleme. Berichtigen Sie sie:\n\n${lines.join("\n")}\n`,
  );
}
