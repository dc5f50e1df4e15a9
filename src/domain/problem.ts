import { type ProblemCode, problemCodes } from "./problem-codes.ts";
import { makeVisible } from "./visible.ts";

/**
 * The one shape of everything we tell a person is wrong in their content.
 *
 * Domain code returns problems and never prints or throws them; whoever called shows all of them.
 */
export interface Problem {
  /** Permanent: people search for it, tests and documentation name it. */
  readonly code: ProblemCode;
  /** Path from the repository's root. */
  readonly file: string;
  /** 1-based, in the file as it stands on disk. */
  readonly line: number;
  /** The label the editor sees. */
  readonly field: string;
  /** German: what is there, then what to do. */
  readonly message: string;
}

/** A warning asks a person to look; everything else keeps the content from being published. */
export function isWarning({ code }: Pick<Problem, "code">): boolean {
  return problemCodes[code].severity === "warning";
}

/** The problems without the warnings. */
export function withoutWarnings(problems: readonly Problem[]): Problem[] {
  return problems.filter((problem) => !isWarning(problem));
}

/**
 * Tells a problem that was there before from a new one: by all but its line, so that it stays the
 * same one when text above it changes.
 */
export function isAmong(problems: readonly Problem[]): (problem: Problem) => boolean {
  const keyOf = ({ file, code, message }: Problem) => `${file} ${code} ${message}`;
  const keys = new Set(problems.map(keyOf));
  return (problem) => keys.has(keyOf(problem));
}

/** One line as people read it: `file:line · Fördersumme: … [code]`; a warning is a `Hinweis`. */
export function formatProblem(problem: Problem): string {
  const { file, line, field, message, code } = problem;
  const kind = isWarning(problem) ? "Hinweis · " : "";
  return makeVisible(`${file}:${line} · ${kind}${field}: ${message} [${code}]`);
}

/** By file, then line, then code; a new array. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
