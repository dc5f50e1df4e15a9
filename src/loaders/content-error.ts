import { formatProblem, type Problem, sortProblems, withoutWarnings } from "#domain/problem.ts";

/** An error whose message tells people all they need: German, and without a stack. */
export class MessageForReaders extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Hinweis";
    this.stack = message;
  }
}

/** Fails a build with all problems at once, as the gate's command prints them; warnings pass. */
export function failOnProblems(problems: readonly Problem[]): void {
  const errors = withoutWarnings(problems);
  if (errors.length === 0) return;
  const lines = sortProblems(errors).map(formatProblem);
  throw new MessageForReaders(
    `Die Inhalte haben Probleme. Berichtigen Sie sie:\n\n${lines.join("\n")}\n`,
  );
}
