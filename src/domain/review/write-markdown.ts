import { formatProblem, type Problem } from "#domain/problem.ts";
import { makeVisible } from "#domain/visible.ts";
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
          `<details><summary>${escapeWithinHtml(change.place)} im Wortlaut</summary>`,
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

/** Characters that begin a mention or a reference in a forge, wherever they stand. */
const references =
  /[@#!$%~&^](?=[\p{L}\p{N}_"])|GH-(?=\d)|:(?=\/\/|[\w+-]+:)|\bwww(?=\.)|\b[0-9a-f](?=[0-9a-f]{6,}\b)/giu;

function escapeMarkdown(text: string): string {
  return escapeWithinHtml(text).replace(/[\\`*_{}[\]()#+\-.!|~^$:=]/g, (mark, at, all: string) =>
    // The reference to a character is one of ours.
    mark === "#" && all[at - 1] === "&" ? mark : `\\${mark}`,
  );
}

/** For a line that begins with a tag: Markdown reads no marks there. */
function escapeWithinHtml(text: string): string {
  return (
    makeVisible(text)
      // Nothing to see, and no reference any more.
      .replace(references, "$&\u2060")
      .replace(/[&<>]/g, (character) => `&#${character.codePointAt(0)};`)
  );
}
