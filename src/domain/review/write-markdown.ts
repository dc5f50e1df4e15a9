import { formatProblem, type Problem } from "#domain/problem.ts";
import type { Change, Words } from "./change.ts";
import { describeForeign, foreignWarning, headline, type Report } from "./report.ts";

/** The report for a comment in a forge. What it quotes can neither format, link nor mention. */
export function writeMarkdown(report: Report): string {
  const { base, head, entries, foreign, problems, warnings, gaps } = report;
  const parts = [
    `## Prüfbericht: ${escapeMarkdown(base)} → ${escapeMarkdown(head)}`,
    escapeMarkdown(headline(report)),
    ...gaps.map(escapeMarkdown),
    ...(foreign.length > 0
      ? [`> **${escapeMarkdown(foreignWarning)}**`, listOf(foreign.map(describeForeign))]
      : []),
    ...entries.flatMap(({ title, short, sentences, changes, preview }) => [
      `### ${escapeMarkdown(title)} (${escapeMarkdown(short)})`,
      listOf(sentences),
      ...marksOf(changes),
      ...(preview === undefined ? [] : [`[Vorschau](${encodeURI(preview)})`]),
    ]),
    ...listed("Hält die Veröffentlichung auf", problems),
    ...listed("Ansehen", warnings),
  ];
  return `${parts.join("\n\n")}\n`;
}

function listed(title: string, problems: readonly Problem[]): string[] {
  return problems.length === 0 ? [] : [`### ${title}`, listOf(problems.map(formatProblem))];
}

function listOf(items: readonly string[]): string {
  return items.map((item) => `- ${escapeMarkdown(item)}`).join("\n");
}

/** Changed passages word by word, folded away. */
function marksOf(changes: readonly Change[]): string[] {
  return changes.flatMap((change) =>
    change.kind === "passage-changed" || change.kind === "passage-spelling"
      ? [
          `<details><summary>${escapeMarkdown(change.place)} im Wortlaut</summary>`,
          change.words.map(markWords).join(""),
          "</details>",
        ]
      : [],
  );
}

function markWords({ text, side }: Words): string {
  if (side === "both") return escapeMarkdown(text);
  const tag = side === "after" ? "ins" : "del";
  return `<${tag}>${escapeMarkdown(text)}</${tag}>`;
}

function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ")
      .replace(/[&<>]/g, (character) => `&#${character.codePointAt(0)};`)
      .replace(/[\\`*_{}[\]()#+\-.!|~^$:=]/g, "\\$&")
      // Forges make mentions and references of these wherever they stand.
      .replace(/([@#!])(?=\S)/g, "$1\u2060")
  );
}
