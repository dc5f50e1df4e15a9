import { excerpt } from "#domain/excerpt.ts";
import { formatEuros } from "#domain/format.ts";
import type { Problem } from "#domain/problem.ts";
import { listSlots } from "./blocks.ts";
import type { Agreement } from "./parse.ts";
import { type Section, sectionBlocks } from "./sections.ts";
import { blockTexts } from "./text.ts";

/** A sum of money as a text writes it. */
interface WrittenAmount {
  /** `1.301.490 Euro` */
  readonly typed: string;
  readonly line: number;
  /** In euros. */
  readonly value: number;
  /** How far the exact sum may lie from it: half a unit of the last digit. */
  readonly tolerance: number;
  /** Whether its sentence calls it a part of a sum, a limit or a rate. */
  readonly isPart: boolean;
}

const decimals = String.raw`(?:,(?:\d+|[-–—]{1,2}))?`;
const number = String.raw`(?:\d{1,3}(?:[.\s'’]\d{3}){1,4}|\d+)${decimals}`;
const unit = String.raw`Mrd\.?|Milliarden?|Mio\.?|Million(?:en)?|Tsd\.?|[Tt]ausend|T(?=€|EUR)`;
const currency = String.raw`€|(?:EURO?|Euros?)(?!\p{L})`;
/** „EUR 1.310.490“ and „1,31 Mio. Euro“; after „in Euro“ a year is no sum. */
const written = new RegExp(
  [
    String.raw`(?<![\w€])(?:${currency})\s?(?!20\d\d(?![\d.,]))(?<after>${number})(?!\d)(?:\s?(?<afterUnit>${unit}))?`,
    String.raw`(?<![\d.,])(?<before>${number})\s?(?<beforeUnit>${unit})?\s?(?:${currency})`,
  ].join("|"),
  "gu",
);

const part =
  /(?<!\p{L})(?:davon|darunter|hiervon|darin|daraus|einschließlich|inklusive|inkl\.|zuzüglich|zzgl\.|abzüglich|abzgl\.|je|jede[mnrs]?|jeweils|pro|bis zu|mindestens|höchstens|maximal)(?!\p{L})/iu;
const rate = /^\s*(?:je|pro)(?!\p{L})/u;
/** Between a word of two letters or more with its dot, and a capital: not „ca. 5“, not „Mio. Euro“. */
const sentenceEnd = /(?<=\p{Ll}{2}[.!?])\s+(?=[\p{Lu}„])(?!EUR|Euro)/u;
/** Characters; what a sentence said before that is forgotten. */
const longestMemory = 400;

/**
 * Sums of money in the wording that contradict the Fördersumme: in the section that shows it
 * (`<Amount />`), each sum but the Budgets and those called a part; elsewhere, sums beyond it.
 */
export function checkWrittenAmounts({ facts, sections }: Agreement, file: string): Problem[] {
  const known = [facts.amount, ...(facts.budgets ?? []).map(({ amount }) => amount)];
  return sections.flatMap((section) => {
    const isHome = showsAmount(section);
    return readAmounts(section)
      .filter(
        ({ value, tolerance, isPart }) =>
          !known.some((amount) => Math.abs(amount - value) <= tolerance) &&
          (value - tolerance > facts.amount || (isHome && !isPart)),
      )
      .map(({ typed, line }) => ({
        code: "amount-in-wording" as const,
        file,
        line,
        field: "Fördersumme",
        message: `Der Wortlaut nennt „${excerpt(typed)}“, die Fördersumme ist ${formatEuros(facts.amount)}. Berichtigen Sie, was vom Original abweicht; die Fördersumme selbst zeigt <Amount />.`,
      }));
  });
}

function showsAmount(section: Section): boolean {
  return listSlots(sectionBlocks([section])).some(({ name }) => name === "Amount");
}

function readAmounts(section: Section): WrittenAmount[] {
  const texts = [
    { text: section.title, line: section.line },
    ...blockTexts(sectionBlocks([section])),
  ];
  // „Davon entfallen auf:“ goes on in the list that follows.
  let begun = "";
  return texts.flatMap(({ text, line }) => {
    const before = begun;
    begun = /[.!?]\s*$/.test(text) ? "" : lastSentence(`${before}${text} `);
    return [...text.matchAll(written)].map((match) => ({
      ...readAmount(match),
      line,
      isPart:
        part.test(lastSentence(before + text.slice(0, match.index))) ||
        rate.test(text.slice(match.index + match[0].length)),
    }));
  });
}

function readAmount({ 0: typed, groups = {} }: RegExpExecArray) {
  const digits = groups.after ?? groups.before ?? "";
  const factor = factorOf(groups.afterUnit ?? groups.beforeUnit ?? "");
  const places = digits.match(/,(\d+)$/)?.[1]?.length ?? 0;
  const plain = digits.replace(/,[-–—]+$/, "").replace(/[.\s'’]/g, "");
  return {
    typed,
    value: factor * Number(plain.replace(",", ".")),
    tolerance: factor === 1 ? 0 : factor / 10 ** places / 2,
  };
}

function factorOf(unit: string): number {
  if (/^(?:Mrd|Milliarde)/.test(unit)) return 1e9;
  if (unit.startsWith("M")) return 1e6;
  return unit ? 1e3 : 1;
}

function lastSentence(text: string): string {
  return text.slice(-longestMemory).split(sentenceEnd).at(-1) ?? "";
}
