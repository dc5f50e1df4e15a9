import { escapeHtml } from "#domain/html.ts";
import { formatProblem, type Problem } from "#domain/problem.ts";
import { makeVisible } from "#domain/visible.ts";
import type { Change, Words } from "./change.ts";
import { describeForeign, foreignWarning, headline, type Report } from "./report.ts";

const style = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; color: light-dark(#1a1a1a, #f2f2f2); background: light-dark(#fff, #1b1b1b); }
a { color: light-dark(#0b4fb3, #9ecbff); }
ins { background: light-dark(#d7f5dd, #14532d); text-decoration: underline; }
del { background: light-dark(#fde0e0, #6b1d1d); }
.foreign { border: 3px solid light-dark(#b00020, #ff8a8a); padding: 0 1rem; }
`;

/** The report as a page of its own: no script, no other file. */
export function writeHtml(report: Report): string {
  const { base, head, entries, foreign, problems, warnings, gaps } = report;
  const title = show(`Prüfbericht: ${base} → ${head}`);
  const parts = [
    `<h1>${title}</h1>`,
    paragraph(headline(report)),
    ...gaps.map(paragraph),
    ...(foreign.length > 0
      ? [
          `<section class="foreign"><h2>Außerhalb des Inhalts</h2>${paragraph(foreignWarning)}${listOf(foreign.map(describeForeign))}</section>`,
        ]
      : []),
    ...entries.map(
      ({ title: name, short, sentences, changes, preview }) =>
        `<section><h2>${show(`${name} (${short})`)}</h2>${listOf(sentences)}${changes
          .map(marksOf)
          .join(
            "",
          )}${preview === undefined ? "" : `<p><a href="${show(encodeURI(preview))}">Vorschau</a></p>`}</section>`,
    ),
    listed("Hält die Veröffentlichung auf", problems),
    listed("Ansehen", warnings),
  ];
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
${parts.filter(Boolean).join("\n")}
</main>
</body>
</html>
`;
}

function listed(title: string, problems: readonly Problem[]): string {
  if (problems.length === 0) return "";
  return `<section><h2>${title}</h2>${listOf(problems.map(formatProblem))}</section>`;
}

/** As the page shows it: text and nothing else. */
function show(text: string): string {
  return escapeHtml(makeVisible(text));
}

function paragraph(text: string): string {
  return `<p>${show(text)}</p>`;
}

function listOf(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${show(item)}</li>`).join("")}</ul>`;
}

function marksOf(change: Change): string {
  if (change.kind !== "passage-changed" && change.kind !== "passage-spelling") return "";
  return `<details><summary>${show(change.place)} im Wortlaut</summary><p>${change.words
    .map(markWords)
    .join("")}</p></details>`;
}

function markWords({ text, side }: Words): string {
  if (side === "both") return show(text);
  const tag = side === "after" ? "ins" : "del";
  return `<${tag}>${show(text)}</${tag}>`;
}
