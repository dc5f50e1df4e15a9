import { formatCount, formatList } from "#domain/format.ts";
import type { Words } from "./change.ts";
import { quote } from "./quote.ts";

/** As many places of a text as a sentence can name. */
const mostPlaces = 5;

/** `„zehn“ statt „neun“, „und Frauen“ eingefügt, „sofort“ gestrichen (2-mal)` */
export function describeWords(words: readonly Words[]): string {
  const counts = new Map<string, number>();
  for (const place of placesOf(words)) {
    const told = describePlace(place);
    counts.set(told, (counts.get(told) ?? 0) + 1);
  }
  const told = [...counts].map(([text, count]) => (count === 1 ? text : `${text} (${count}-mal)`));
  const others = told.length - mostPlaces;
  return others > 0
    ? `${told.slice(0, mostPlaces).join(", ")} und ${formatCount(others, "weitere Stelle", "weitere Stellen")}`
    : formatList(told);
}

/** So many characters beside a place are looked at. */
const mostBeside = 200;

interface Place {
  readonly before: string;
  readonly after: string;
}

function describePlace({ before, after }: Place): string {
  const [old, now] = [quote(before), quote(after)];
  if (!before.trim() && !after.trim()) return "Leerraum geändert";
  if (oneLine(before) === oneLine(after)) return `Leerraum in ${now} geändert`;
  if (old === now) return `${now} geändert`;
  if (!before.trim()) return `${now} eingefügt`;
  return after.trim() ? `${now} statt ${old}` : `${old} gestrichen`;
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

/** What was replaced, as far as it takes to understand it. */
function placesOf(words: readonly Words[]): Place[] {
  const places: Place[] = [];
  for (let index = 0; index < words.length; index++) {
    if (words[index]?.side === "both") continue;
    const place = { before: "", after: "" };
    const start = index;
    for (; index < words.length && isWithin(words, index); index++) {
      const { text, side } = words[index] as Words;
      if (side !== "after") place.before += text;
      if (side !== "before") place.after += text;
    }
    const [previous = "", next = ""] = [words[start - 1]?.text, words[index]?.text];
    places.push(widen(place, previous.slice(-mostBeside), next.slice(0, mostBeside)));
  }
  return places;
}

/** Changes with no more than a short word between them are one: „neue und alte“, not two. */
function isWithin(words: readonly Words[], index: number): boolean {
  const { text = "", side } = words[index] ?? {};
  if (side !== "both") return true;
  const isShort = text.trim().length <= 4 && !text.includes("\n");
  return isShort && index + 1 < words.length;
}

/**
 * Takes in the rest of a word or bracket that was changed, and a neighbour of what is too short to be
 * understood: „§ 6“ statt „§ 5“, „Ziel“ statt „Ziel,“.
 */
function widen({ before, after }: Place, previous: string, next: string): Place {
  const around = (left: string, right: string) => ({
    before: left + before + right,
    after: left + after + right,
  });
  const [head = "", tail = ""] = [previous.match(/\S+$/)?.[0], next.match(/^\S+/)?.[0]];
  if (!before.trim() && !after.trim()) return around(head, tail);
  const opening = previous.match(/\[[^\][]*$/)?.[0];
  const closing = next.match(/^[^\][]*\]/)?.[0];
  if (opening && closing) return around(opening, closing);
  const edges = before && after ? [before, after] : [before || after];
  const left = edges.some((text) => /^[\p{L}\p{N}-]/u.test(text))
    ? (previous.match(/[\p{L}\p{N}][\p{L}\p{N}.:@/-]*$/u)?.[0] ?? "")
    : "";
  const right = edges.some((text) => /[\p{L}\p{N}-]$/u.test(text))
    ? (next.match(/^-?[\p{L}\p{N}]+/u)?.[0] ?? "")
    : "";
  const wide = around(left, right);
  if (isClear(wide.before) || isClear(wide.after)) return wide;
  if (head) return around(head, right);
  if (tail && !/^[.,;:!?)“]/.test(tail)) return around(left, tail);
  const word = previous.match(/\S+\s*$/)?.[0];
  return word ? around(word, right) : around(left, next.match(/^\s*\S+/)?.[0] ?? "");
}

/** Three letters or digits are enough to find a place by. */
function isClear(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).length > 2;
}
