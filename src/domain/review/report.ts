import { yearOf } from "#domain/editing/entries.ts";
import { formatCount } from "#domain/format.ts";
import { paths } from "#domain/paths.ts";
import { isAmong, isWarning, type Problem, sortProblems } from "#domain/problem.ts";
import type { EntryChange, ForeignChange, Names, Review } from "./change.ts";
import { sentencesOf } from "./sentences.ts";
import { shortForm } from "./short-form.ts";

/** What a reviewer gets: what changed, and what the gate has to say of it. */
export interface Report {
  /** Both versions, as people call them. */
  readonly base: string;
  readonly head: string;
  readonly entries: readonly ReportedEntry[];
  readonly foreign: readonly ForeignChange[];
  /** Whether the gate could look at the new version. */
  readonly isChecked: boolean;
  /** What keeps the new version from being published, and was not there before. */
  readonly problems: readonly Problem[];
  /** What deserves a look, and was not there before. */
  readonly warnings: readonly Problem[];
  /** What could not be looked at, a sentence each. */
  readonly gaps: readonly string[];
}

export interface ReportedEntry extends EntryChange {
  /** `1 Betrag, 2 Projekte` */
  readonly short: string;
  readonly sentences: readonly string[];
  /** Address of the page in a preview of the site; absent where there is no such page. */
  readonly preview?: string;
}

export interface ReportOptions {
  readonly base: string;
  readonly head: string;
  /** Problems of both versions; new ones are told. */
  readonly before: readonly Problem[];
  /** Undefined where they are not known. */
  readonly after: readonly Problem[] | undefined;
  readonly gaps: readonly string[];
  /** Where a preview of the new version is, without a slash at the end. */
  readonly preview?: string | undefined;
}

export function makeReport(review: Review, names: Names, options: ReportOptions): Report {
  const { base, head, before, after, gaps, preview } = options;
  const wasThere = isAmong(before);
  const fresh = sortProblems((after ?? []).filter((problem) => !wasThere(problem)));
  return {
    base,
    head,
    entries: review.entries.map((changed) => {
      const page = preview === undefined ? undefined : pageOf(changed);
      return {
        ...changed,
        short: shortForm(changed),
        sentences: sentencesOf(changed, names),
        ...(page !== undefined && { preview: preview + page }),
      };
    }),
    foreign: review.foreign,
    isChecked: after !== undefined,
    problems: fresh.filter((problem) => !isWarning(problem)),
    warnings: fresh.filter(isWarning),
    gaps,
  };
}

function pageOf({ entry, event }: EntryChange): string | undefined {
  if (event === "removed") return undefined;
  const { kind, slug } = entry;
  switch (kind) {
    case "agreements":
      return paths.agreement(Number(yearOf(entry)), slug);
    case "districts":
      return paths.district(slug);
    case "measures":
      return paths.measure(slug);
    case "years":
      return paths.year(Number(slug));
    case "pages":
      return paths.page(slug);
  }
}

/** The report in one sentence: `2 Einträge geändert, 1 Problem, 3 Hinweise.` */
export function headline(report: Report): string {
  const { entries, foreign, problems, warnings, isChecked } = report;
  if (entries.length + foreign.length === 0) return "Nichts geändert.";
  const counts = [
    formatCount(entries.length, "Eintrag geändert", "Einträge geändert"),
    ...(foreign.length > 0
      ? [
          formatCount(
            foreign.length,
            "Datei außerhalb des Inhalts",
            "Dateien außerhalb des Inhalts",
          ),
        ]
      : []),
    isChecked ? countProblems(problems) : "nicht geprüft",
    ...(warnings.length > 0 ? [formatCount(warnings.length, "Hinweis", "Hinweise")] : []),
  ];
  return `${counts.join(", ")}.`;
}

function countProblems({ length }: readonly Problem[]): string {
  return length > 0 ? formatCount(length, "Problem", "Probleme") : "keine Probleme";
}

/** What stands above files outside the content. */
export const foreignWarning =
  "Achtung: Außerhalb des Inhalts geändert. Eine redaktionelle Änderung enthält so etwas nicht; lassen Sie es von der Entwicklung prüfen.";

const events = { added: "neu", removed: "entfernt", changed: "geändert" } as const;

/** `Abhängigkeiten: package.json (geändert)` */
export function describeForeign({ area, file, event }: ForeignChange): string {
  return `${area}: ${file} (${events[event]})`;
}
