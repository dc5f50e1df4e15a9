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

/** What a code stands for. Codes are never renamed or reused. */
export const problemCodes = {
  "amount-not-digits": "Die Fördersumme steht nicht als reine Ziffernfolge da.",
  "budgets-differ": "Die Budgets ergeben zusammen nicht die Fördersumme.",
  "content-link": "Ein Link führt zu einer Adresse, die nicht erlaubt ist.",
  "content-markup": "Ein Element ist im Wortlaut nicht vorgesehen.",
  "content-syntax": "Der Text lässt sich nicht lesen.",
  "district-not-valid": "Die Gebietskörperschaft besteht im Programmjahr nicht als solche.",
  "district-unknown": "Die Gebietskörperschaft steht nicht im Verzeichnis.",
  "field-unknown": "Ein Feld ist nicht vorgesehen.",
  "field-value": "Ein Feld fehlt oder enthält etwas anderes als vorgesehen.",
  "file-place": "Die Datei liegt nicht dort, wo ihr Inhalt es verlangt.",
  "file-unexpected": "Eine Datei liegt, wo sie niemand liest oder alle sie sehen.",
  "frontmatter-missing": "Der Kopf der Datei fehlt.",
  "frontmatter-syntax": "Der Kopf der Datei lässt sich nicht lesen.",
  "measure-unknown": "Die Maßnahmenart steht nicht im Verzeichnis.",
  "projects-heading": "Projekte stehen unter der Überschrift einer anderen Maßnahmenart.",
  "projects-missing": "Projekte einer Maßnahmenart kommen im Wortlaut nicht vor.",
  "register-entry": "Ein Eintrag eines Verzeichnisses ist nicht eindeutig.",
  "repair-unused": "Eine Berichtigung passt nicht zum Original.",
  "section-order": "Ein Abschnitt fehlt, steht doppelt oder an falscher Stelle.",
  "section-unknown": "Eine Überschrift ist kein Abschnitt der Vereinbarung.",
  "slot-count": "Ein Baustein fehlt oder steht mehrfach im Wortlaut.",
  "source-changed": "Das Original ist nicht die Datei, aus der der Wortlaut stammt.",
  "source-missing": "Das Original fehlt.",
  "wording-differs": "Der Wortlaut weicht vom Original ab.",
  "year-unknown": "Das Programmjahr steht nicht im Verzeichnis.",
} as const;

export type ProblemCode = keyof typeof problemCodes;

/** One line as people read it: `file:line · Fördersumme: … [code]`. */
export function formatProblem(problem: Problem): string {
  const { file, line, field, message, code } = problem;
  return `${file}:${line} · ${field}: ${message} [${code}]`;
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
