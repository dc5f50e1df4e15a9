import type { Change } from "./change.ts";
import type { Passage } from "./passages.ts";

/** In a place with more pairs of passages nothing is looked for. */
const mostCompared = 250_000;

/**
 * Finds where Absätze became one, or one became several, word for word.
 *
 * @param removed what stood in one place before, in reading order
 * @param added what stands there now
 * @returns the passages that are left to compare
 */
export function joinDivisions(
  removed: readonly Passage[],
  added: readonly Passage[],
): { changes: Change[]; removed: Passage[]; added: Passage[] } {
  const changes: Change[] = [];
  if (removed.length * added.length > mostCompared) {
    return { changes, removed: [...removed], added: [...added] };
  }
  const left = { removed: [...removed], added: [...added] };
  for (const one of added.filter(isJoinable)) {
    const run = takeRun(left.removed, one.text);
    if (run) changes.push(division(run, [one]));
    if (run) left.added.splice(left.added.indexOf(one), 1);
  }
  for (const one of removed.filter(isJoinable)) {
    if (!left.removed.includes(one)) continue;
    const run = takeRun(left.added, one.text);
    if (run) changes.push(division([one], run));
    if (run) left.removed.splice(left.removed.indexOf(one), 1);
  }
  return { changes, ...left };
}

/** A list or a link is more than its words. */
function isJoinable({ isHeading, text, markup, links }: Passage): boolean {
  return !isHeading && links.length === 0 && letters(text) === letters(markup);
}

/** Takes passages that stand one after another out of a list, where they make up a text. */
function takeRun(passages: Passage[], text: string): Passage[] | undefined {
  for (let start = 0; start < passages.length; start++) {
    let joined = "";
    for (let end = start; end < passages.length; end++) {
      const passage = passages[end];
      if (!passage || !isJoinable(passage)) break;
      joined = joined === "" ? passage.text : `${joined} ${passage.text}`;
      if (!text.startsWith(joined)) break;
      if (joined === text && end > start) return passages.splice(start, end - start + 1);
    }
  }
  return undefined;
}

function division(before: readonly Passage[], after: readonly Passage[]): Change {
  const places = (passages: readonly Passage[]) => passages.map(({ place }) => place);
  return { kind: "division", before: places(before), after: places(after) };
}

/** Escapes of Markdown are no difference. */
function letters(text: string): string {
  return text.replaceAll("\\", "");
}
