import { excerpt } from "#domain/excerpt.ts";
import type { Problem } from "#domain/problem.ts";

/** What templates and drafts leave open; `[…]` and `[unleserlich]` mark what cannot be read. */
const placeholders = [
  /\{\{[^{}]*\}\}/,
  // Not the label of a link.
  /\[\s*(?:Name|Vorname|Datum|Ort|Betrag|Summe|Amt|Titel|Jahr|Kommune|Landkreis|Kreis|Stadt|Gebietskörperschaft|Projekt|Platzhalter|Text|bitte|einfügen|ergänzen)\b[^[\]]*\](?!\()/i,
  /\b(?:Landkreis|Kreis|Stadt)(?:es|s)? (?:XY|X\.?Y\.?|N\.?N\.?)(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])Muster(?:mann|frau|stadt|hausen|kreis|landkreis)(?:es|s)?(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])(?:[Xx]{3,}|TT\.MM\.JJJJ|JJJJ|TODO|TBD|Platzhalter|Lorem ipsum)(?![\p{L}\p{N}])/u,
  // A date that nobody filled in: XX.XX.2025.
  /(?<![\p{L}\p{N}])[Xx_]{2}\. ?[Xx_]{2}\./u,
  // Three underscores at a word are Markdown.
  /(?<![\p{L}\p{N}_])___(?![\p{L}\p{N}_])|_{4,}|\.{5,}|…{2,}|\?{3,}/u,
].map(({ source, flags }) => new RegExp(source, `${flags}g`));

/** What every placeholder has in it; most texts have nothing of the kind. */
const suspect =
  /\{\{|\[\s*\p{L}|X\.?Y|N\.?N|Muster|[Xx_\\]{2}|JJJJ|TODO|TBD|Platzhalter|Lorem|\.{5}|…{2}|\?{3}/u;

/**
 * Placeholders that nobody replaced, in facts and wording alike.
 *
 * @param source the file as it stands on disk
 */
export function checkPlaceholders(source: string, file: string): Problem[] {
  if (!suspect.test(source)) return [];
  return source.split("\n").flatMap((line, index) => {
    // In Markdown, these may stand behind a backslash.
    const text = line.replace(/\\(?=[_.[\]{}])/g, "");
    return placeholders.flatMap((placeholder) =>
      [...text.matchAll(placeholder)].map(([found]) => ({
        code: "placeholder-left" as const,
        file,
        line: index + 1,
        field: "Platzhalter",
        message: `„${excerpt(found)}“ ist ein Platzhalter. Schreiben Sie an seine Stelle, was im Original steht; was dort nicht zu lesen ist, als <Illegible />, im Kopf der Datei als […].`,
      })),
    );
  });
}
