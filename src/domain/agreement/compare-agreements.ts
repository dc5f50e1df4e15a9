import { formatCount, formatEuros } from "#domain/format.ts";
import type { Problem } from "#domain/problem.ts";
import type { Facts } from "./schema.ts";

/** An agreement among others. */
export interface ComparedAgreement {
  readonly file: string;
  readonly facts: Pick<Facts, "district" | "year" | "amount">;
  /** Checksum of the original. */
  readonly sha256?: string;
  /** Line of a field of the frontmatter. */
  readonly lineOf: (...path: readonly (string | number)[]) => number;
}

/** From here on, a change from one year to the next deserves a second look. */
const unusualChange = 0.5;

/** What only shows when agreements stand side by side: doubles, and sums that jump. */
export function compareAgreements(agreements: readonly ComparedAgreement[]): Problem[] {
  const byKey = new Map<string, ComparedAgreement>();
  const problems: Problem[] = [];
  // Of two, the one out of place is the double.
  const inPlaceFirst = [...agreements].sort((a, b) => Number(isInPlace(b)) - Number(isInPlace(a)));
  for (const agreement of inPlaceFirst) {
    const { file, facts, lineOf } = agreement;
    const first = byKey.get(keyOf(facts));
    if (first) {
      problems.push({
        code: "agreement-doubled",
        file,
        line: lineOf("district"),
        field: "Gebietskörperschaft",
        message: `Die Vereinbarung ${facts.year} mit „${facts.district}“ steht schon in ${first.file}. Löschen Sie eine der beiden Dateien, oder berichtigen Sie Programmjahr und Gebietskörperschaft.`,
      });
    } else byKey.set(keyOf(facts), agreement);
  }
  problems.push(...sharedOriginals([...byKey.values()]));
  for (const { file, facts, lineOf } of byKey.values()) {
    const before = byKey.get(keyOf({ ...facts, year: facts.year - 1 }))?.facts.amount;
    const change = before ? facts.amount / before - 1 : 0;
    if (before === undefined || Math.abs(change) <= unusualChange) continue;
    problems.push({
      code: "amount-jump",
      file,
      line: lineOf("amount"),
      field: "Fördersumme",
      message: `${formatEuros(facts.amount)} statt ${formatEuros(before)} im Jahr ${facts.year - 1} (${formatChange(change)}). Vergleichen Sie die Zahl mit dem Original.`,
    });
  }
  return problems;
}

function isInPlace({ file, facts }: ComparedAgreement): boolean {
  return file.endsWith(`/${keyOf(facts)}.mdx`);
}

/** Agreements whose original is another one's, byte for byte. */
function sharedOriginals(agreements: readonly ComparedAgreement[]): Problem[] {
  const seen = new Map<string, string>();
  return agreements.flatMap(({ file, sha256, lineOf }): Problem[] => {
    const first = sha256 && seen.get(sha256);
    if (sha256 && !first) seen.set(sha256, file);
    if (!first) return [];
    return [
      {
        code: "source-shared",
        file,
        line: lineOf("source", "sha256"),
        field: "Original · Prüfsumme",
        message: `Das Original ist dasselbe wie das von ${first}. Legen Sie zu jeder Vereinbarung ihr eigenes Original ab, oder löschen Sie eine der beiden.`,
      },
    ];
  });
}

function keyOf({ district, year }: Pick<Facts, "district" | "year">): string {
  return `${year}/${district}`;
}

/** `0.628` gives `+63 %`. */
function formatChange(change: number): string {
  const percent = Math.round(Math.abs(change) * 100);
  return `${change > 0 ? "+" : "−"}${formatCount(percent, "%", "%")}`;
}
