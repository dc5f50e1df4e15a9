import { type ProblemCode, problemCodes } from "./problem-codes.ts";

/** A line that the gate prints, and the file that shows the mistake, where there is one. */
export interface Example {
  readonly line: string;
  /** From the documentation's folder. */
  readonly file?: string;
}

/** Messages that differ only in what they quote count as the same. */
const mostExamples = 3;

/** Every code with its meaning and examples, as a page in German. */
export function writeCatalogue(examples: readonly Example[]): string {
  const codes = Object.keys(problemCodes).sort() as ProblemCode[];
  return `# Probleme und Hinweise

Was \`npm run check:content\` und der Bau der Website melden. Jede Zeile nennt Datei und Zeile, das Feld, was dort steht und was zu tun ist, am Ende in eckigen Klammern die Kennung. Ein **Problem** verhindert die Veröffentlichung; ein **Hinweis** bittet um einen Blick und verhindert nichts.

Diese Seite schreibt \`npm run write:problems\` aus \`src/domain/problem-codes.ts\` und den fehlerhaften Dateien in \`tests/fixtures/broken\`.

${codes.map((code) => writeEntry(code, examples)).join("\n\n")}
`;
}

function writeEntry(code: ProblemCode, examples: readonly Example[]): string {
  const { severity, meaning } = problemCodes[code];
  const kind = severity === "warning" ? "Hinweis" : "Problem";
  const shown = differentExamples(examples.filter(({ line }) => line.endsWith(`[${code}]`)));
  return [
    `## ${code}`,
    `**${kind}.** ${meaning}`,
    ...shown.map(({ line, file }) => {
      const block = `\`\`\`text\n${line}\n\`\`\``;
      return file ? `${block}\n\n[Datei mit diesem Fehler](${file})` : block;
    }),
  ].join("\n\n");
}

function differentExamples(examples: readonly Example[]): Example[] {
  const seen = new Set<string>();
  return examples
    .filter(({ line }) => {
      const message = line
        .replace(/^\S+:\d+ · /, "")
        .replace(/„[^“]*“|<[^>]*>|\d+/g, "")
        .replace(/[\p{L}]+ \d+/gu, "");
      return !seen.has(message) && seen.add(message);
    })
    .slice(0, mostExamples);
}
