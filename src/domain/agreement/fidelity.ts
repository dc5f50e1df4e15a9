import { z } from "zod";
import { isoDates } from "#domain/dates.ts";
import { excerpt } from "#domain/excerpt.ts";
import type { Problem } from "#domain/problem.ts";
import type { WordingLine } from "./wording.ts";

/**
 * The places where the published wording differs from the text recognition of the original, beside
 * the original as `<name>.repairs.yaml`. Everything else is the original, word for word.
 */
export const repairsSchema = z.array(
  z.strictObject({
    /** 1-based line of the original's text file. */
    line: z.int().min(1).meta({ title: "Zeile" }),
    /** What the text file has, verbatim. */
    found: z.string().min(1).meta({ title: "Erkannt", verbatim: true }),
    /** What the site publishes; empty where the place is no part of the wording. */
    published: z.string().meta({ title: "Veröffentlicht" }),
    /** What proves the reading. */
    reason: z.string().trim().min(1).meta({ title: "Grund" }),
  }),
  {
    error:
      "Schreiben Sie die Berichtigungen als Liste, jede mit line, found, published und reason.",
  },
);

export type Repair = z.infer<typeof repairsSchema>[number];

/** File and line of the repair at a position of the list. */
export type PlaceOfRepair = (index: number) => Pick<Problem, "file" | "line">;

/** The ministry's letterhead, repeated by some text recognitions; no part of the wording. */
const letterhead = ["ARBEITSWELT", "HESSEN", "innovativ · sozial · nachhaltig"];

/** Asterisks at the edge of a word; the one in „Mitarbeiter*innen“ belongs to it. */
const emphasis = /(?<![\p{L}\p{N}])\*+|\*+(?![\p{L}\p{N}])/gu;

interface Word {
  readonly text: string;
  readonly line: number;
}

/**
 * Compares the published wording with the text of the original, word for word and in order, both
 * ways. Dates are compared by value, since the originals spell them in several ways.
 *
 * @param original the text file as it came out of the PDF or the OCR
 * @param file path of the agreement, for problems
 * @param known what else is wrong in the file: where one of these stands, words differ because of it
 * @param placeOf where a repair stands, for problems about it
 */
export function checkFidelity(
  original: string,
  repairs: readonly Repair[],
  wording: readonly WordingLine[],
  file: string,
  known: readonly Problem[] = [],
  placeOf: PlaceOfRepair = () => ({ file, line: 1 }),
): Problem[] {
  const { lines, problems } = applyRepairs(original.split(/\r?\n/), repairs, placeOf);
  const originalLines = lines.map((text, index) => ({ text: plain(text), line: index + 1 }));
  if (wordsOf(originalLines) === wordsOf(wording)) return problems;
  const expected = words(originalLines);
  const published = words(wording);
  const length = Math.max(expected.length, published.length);
  for (let index = 0; index < length; index++) {
    if (expected[index]?.text === published[index]?.text) continue;
    const place = expected[index]?.line ?? lines.length;
    const from = published[index - 1]?.line ?? 1;
    const to = published[index]?.line ?? Number.POSITIVE_INFINITY;
    if (known.some(({ file: at, line }) => at === file && line >= from && line <= to)) break;
    problems.push({
      code: "wording-differs",
      file,
      line: published[index]?.line ?? published.at(-1)?.line ?? 1,
      field: "Wortlaut",
      message: `Hier steht „${fewWords(published, index)}“, im Original (Zeile ${place}) „${fewWords(expected, index)}“. Berichtigen Sie den Wortlaut, oder nennen Sie die Abweichung mit ihrem Grund in der Liste der Berichtigungen.`,
    });
    break;
  }
  return problems;
}

/** Puts each repair into the line it was made for; none sees what another one published. */
function applyRepairs(
  original: readonly string[],
  repairs: readonly Repair[],
  placeOf: PlaceOfRepair,
) {
  const lines = [...original];
  const problems: Problem[] = [];
  const added = addedNumbers(repairs);
  const places = repairs.map((repair, index) => ({
    ...repair,
    index,
    ...locate(repair, original),
  }));
  // From the end of a line, so that positions before it stay true.
  const backwards = [...places].sort((a, b) => a.line - b.line || b.start - a.start);
  let [line, taken] = [0, 0];
  for (const { index, found, published, ...place } of backwards) {
    if (place.line !== line) [line, taken] = [place.line, Number.POSITIVE_INFINITY];
    const report = (code: Problem["code"], message: string) =>
      problems.push({ code, ...placeOf(index), field: "Berichtigungen", message });
    const end = place.start + found.length;
    const misfit =
      place.misfit ?? (end > taken ? "überschneidet sich mit einer anderen" : undefined);
    if (misfit) {
      report(
        "repair-unused",
        `„${excerpt(found)}“ ${misfit} (Zeile ${line} des Originals). Nennen Sie eine Stelle, die dort genau einmal steht, oder entfernen Sie den Eintrag.`,
      );
      continue;
    }
    taken = place.start;
    const text = lines[line - 1] ?? "";
    lines[line - 1] = text.slice(0, place.start) + published + text.slice(end);
    const number = numbersOf(published).find((candidate) => added.has(candidate));
    if (number !== undefined && !numbersOf(found).includes(number)) {
      report(
        "repair-number",
        `Aus „${excerpt(found)}“ wird „${excerpt(published)}“: Damit kommt die Zahl „${number}“ hinzu. Vergleichen Sie beide mit dem unterzeichneten Original.`,
      );
    }
  }
  return { lines, problems };
}

/** Where a repair begins in its line of the untouched original, or why it has no place there. */
function locate({ line, found, published }: Repair, original: readonly string[]) {
  const text = original[line - 1] ?? "";
  const start = text.indexOf(found);
  if (start < 0) return { start, misfit: "steht nicht in der Zeile" };
  if (text.includes(found, start + 1)) return { start, misfit: "steht mehrfach in der Zeile" };
  if (found === published) return { start, misfit: "bleibt, wie es ist" };
  return { start };
}

const numberWords =
  "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend|million(?:en)?|milliarden?";
const numbers = new RegExp(`\\d+(?:[.,]\\d+)*|(?<!\\p{L})(?:${numberWords})(?!\\p{L})`, "giu");

function numbersOf(text: string): string[] {
  return text.match(numbers) ?? [];
}

/** Numbers that stand more often in what is published than in what was found. */
function addedNumbers(repairs: readonly Repair[]): Set<string> {
  const counts = new Map<string, number>();
  const count = (text: string, step: number) => {
    for (const number of numbersOf(text)) counts.set(number, (counts.get(number) ?? 0) + step);
  };
  for (const { found, published } of repairs) {
    count(found, -1);
    count(published, 1);
  }
  return new Set([...counts].filter(([, sum]) => sum > 0).map(([number]) => number));
}

/** Takes away what is layout: letterhead, Markdown marks of the conversion, bullets. */
function plain(line: string): string {
  const text = line.trim();
  if (letterhead.includes(text)) return "";
  return text.replace(/^(#+|[-•])\s+/, "").replace(emphasis, "");
}

/** The words as one text: most agreements are what they should be, and need no places. */
function wordsOf(lines: readonly WordingLine[]): string {
  // No date goes across the end of a line.
  return isoDates(lines.map(({ text }) => text).join("\0"))
    .replace(/[\s\0]+/g, " ")
    .trim();
}

/** Joined before dates are read, because a date may stand in several words. */
function words(lines: readonly WordingLine[]): Word[] {
  return lines.flatMap(({ text, line }) =>
    isoDates(text)
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => ({ text: word, line })),
  );
}

function fewWords(list: readonly Word[], index: number): string {
  const words = list.slice(index, index + 5).map(({ text }) => text);
  return excerpt(words.join(" ")) || "nichts mehr";
}
