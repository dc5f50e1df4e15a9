import { excerpt } from "#domain/excerpt.ts";
import type { Problem } from "#domain/problem.ts";
import { fillTemplate, type YearTemplate } from "#domain/year/template.ts";
import type { Agreement } from "./parse.ts";
import type { Parties } from "./parties.ts";
import { type Section, sectionBlocks } from "./sections.ts";
import { type BlockText, blockTexts } from "./text.ts";

/**
 * Where an agreement's paragraphs depart from the Muster of its year, filled with the district's
 * forms: changed, added and missing ones, and those that are a heading, a paragraph or a list item
 * in one only, in order. The facts may differ, so slots are no text.
 */
export function findDepartures(
  { sections }: Agreement,
  template: YearTemplate,
  district: Parties["district"],
  file: string,
): Problem[] {
  const expected = new Map(
    fillTemplate(template, district).map((section) => [section.id, section]),
  );
  return sections.flatMap((section) => {
    const model = expected.get(section.id);
    if (!model) return [departure(file, section.line, `${section.label} steht nicht im Muster.`)];
    return compareTexts(textsOf(model), textsOf(section)).map(([there, here]) =>
      departure(file, here?.line ?? section.line, describe(section.label, there, here)),
    );
  });
}

function textsOf(section: Section): BlockText[] {
  const { label, title, line } = section;
  const heading = { text: [label, title].filter(Boolean).join(" "), line, place: "", form: "" };
  return [heading, ...blockTexts(sectionBlocks([section]))].map(({ text, ...rest }) => ({
    text: text.replace(/\s{2,}|[^\S ]/g, " ").trim(),
    ...rest,
  }));
}

/** Pairs of Muster and agreement that are not the same; one side is missing where nothing answers. */
function compareTexts(
  model: readonly BlockText[],
  actual: readonly BlockText[],
): [BlockText | undefined, BlockText | undefined][] {
  const pairs: [BlockText | undefined, BlockText | undefined][] = [];
  const compare = (one: BlockText | undefined, other: BlockText | undefined) => {
    if (one?.text !== other?.text || one?.place !== other?.place) pairs.push([one, other]);
  };
  let [here, there] = [0, 0];
  for (const [nextThere, nextHere] of [
    ...commonTexts(model, actual),
    [model.length, actual.length],
  ] as const) {
    const [missing, added] = [model.slice(there, nextThere), actual.slice(here, nextHere)];
    for (let index = 0; index < Math.max(missing.length, added.length); index++) {
      compare(missing[index], added[index]);
    }
    compare(model[nextThere], actual[nextHere]);
    [there, here] = [nextThere + 1, nextHere + 1];
  }
  return pairs;
}

/** More pairs of texts than any section has; beyond that, texts are compared place by place. */
const mostPairs = 1_000_000;

/** Positions of the longest common subsequence. */
function commonTexts(
  model: readonly BlockText[],
  actual: readonly BlockText[],
): [number, number][] {
  if (model.length * actual.length > mostPairs) return [];
  const lengths = model.map(() => actual.map(() => 0));
  const lengthAt = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = model.length - 1; row >= 0; row--) {
    for (let column = actual.length - 1; column >= 0; column--) {
      const cells = lengths[row] as number[];
      cells[column] =
        model[row]?.text === actual[column]?.text
          ? 1 + lengthAt(row + 1, column + 1)
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  const common: [number, number][] = [];
  for (let row = 0, column = 0; row < model.length && column < actual.length; ) {
    if (model[row]?.text === actual[column]?.text) common.push([row++, column++]);
    else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row++;
    else column++;
  }
  return common;
}

function describe(
  label: string,
  there: BlockText | undefined,
  here: BlockText | undefined,
): string {
  const place = inSection(label);
  if (!there) return `${place} steht „${fewWords(here?.text)}“, im Muster nichts.`;
  if (!here) return `${place} fehlt „${fewWords(there.text)}“ aus dem Muster.`;
  if (there.text === here.text) {
    return there.form === here.form
      ? `${place} ist „${fewWords(here.text)}“ anders eingerückt oder nummeriert als im Muster.`
      : `${place} steht „${fewWords(here.text)}“ als ${here.form}, im Muster als ${there.form}.`;
  }
  const [model, actual] = differingWords(there.text.split(" "), here.text.split(" "));
  return `${place} steht ${quote(actual)}, im Muster ${quote(model)}.`;
}

/** What is left between the words that both begin and end with. */
function differingWords(model: readonly string[], actual: readonly string[]): [string, string] {
  let start = 0;
  while (start < model.length && model[start] === actual[start]) start++;
  let end = 0;
  const shorter = Math.min(model.length, actual.length) - start;
  while (end < shorter && model.at(-1 - end) === actual.at(-1 - end)) end++;
  return [model, actual].map((words) => words.slice(start, words.length - end).join(" ")) as [
    string,
    string,
  ];
}

function inSection(label: string): string {
  return label === "Präambel" ? "In der Präambel" : `In ${label}`;
}

function quote(words: string): string {
  return words ? `„${fewWords(words)}“` : "nichts";
}

function fewWords(text = ""): string {
  const words = text.split(" ");
  return excerpt(words.length > 8 ? `${words.slice(0, 8).join(" ")} …` : text);
}

function departure(file: string, line: number, what: string): Problem {
  return {
    code: "template-departure",
    file,
    line,
    field: "Wortlaut",
    message: `${what} Vergleichen Sie die Stelle mit dem Original.`,
  };
}
