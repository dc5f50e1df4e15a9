import type { Change } from "./change.ts";
import { describeWords } from "./describe-words.ts";
import { endSentence, quote } from "./quote.ts";

type PassageChange = Extract<
  Change,
  {
    kind:
      | "passage-added"
      | "passage-removed"
      | "passage-changed"
      | "passage-spelling"
      | "passage-moved"
      | "division"
      | "emphasis"
      | "structure"
      | "link";
  }
>;

/** A change of the wording as a sentence that begins with its place. */
export function describePassage(change: PassageChange): string {
  switch (change.kind) {
    case "passage-added":
      return endSentence(`${change.place} neu: ${quote(change.text)}`);
    case "passage-removed":
      return endSentence(`${change.place} gestrichen: ${quote(change.text)}`);
    case "passage-moved":
      return describeMove(change);
    case "passage-changed":
      return endSentence(`${change.place} geändert: ${describeWords(change.words)}`);
    case "passage-spelling":
      return endSentence(
        `${change.place}: nur die Schreibweise geändert, ${describeWords(change.words)}`,
      );
    case "division":
      return describeDivision(change);
    case "emphasis":
      return `${change.place}: nur die Hervorhebung geändert, kein Wort.`;
    case "structure":
      return `${change.place}: nur die Gliederung geändert, kein Wort.`;
    case "link":
      return describeLink(change);
  }
}

/** What has the same place in another order, and a heading, has no number to tell. */
function describeMove(change: Extract<Change, { kind: "passage-moved" }>): string {
  const { place, before, isHeading, text } = change;
  const move =
    isHeading || before === place ? `${place} verschoben` : `${before} ist jetzt ${place}`;
  return endSentence(`${move}: ${quote(text)}`);
}

function describeDivision({ before, after }: Extract<Change, { kind: "division" }>): string {
  const [old, now] = [before.join(" und "), after.join(" und ")];
  return after.length === 1
    ? `${old} zu einem Absatz verbunden, kein Wort geändert.`
    : `${old} geteilt in ${now}, kein Wort geändert.`;
}

function describeLink({ place, text, before, after }: Extract<Change, { kind: "link" }>): string {
  const link = quoteOnce(text);
  if (before === undefined) return `${place}: Link neu, ${link} führt zu „${after}“.`;
  if (after === undefined) return `${place}: Link entfernt, ${link} führte zu „${before}“.`;
  return `${place}: Der Link ${link} führt zu „${after}“ statt zu „${before}“.`;
}

/** Words that have quotation marks of their own need no others. */
function quoteOnce(text: string): string {
  return /^„[^„“]*“$/.test(text) ? text : quote(text);
}
