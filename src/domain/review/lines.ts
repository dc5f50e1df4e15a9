import { diffLines } from "diff";
import type { Words } from "./change.ts";
import { compareWords } from "./words.ts";

/** Texts that differ in more lines are compared as wholes, so that none can hold up a review. */
const maxEditLength = 4000;

/** Lines that both texts have, or what stands in their place on each side. */
type Stretch = { readonly same: string } | Place;
interface Place {
  removed: string;
  added: string;
}

/** Words of the lines that differ, with what lies between them left out. */
export function compareLines(before: string, after: string): Words[] {
  return readStretches(before, after).flatMap((stretch) =>
    "same" in stretch
      ? [{ text: "\n", side: "both" as const }]
      : compareWords(stretch.removed, stretch.added),
  );
}

/** Changes that mean nothing: whether some are of layout, and the words of the others. */
export interface Silent {
  readonly hasLayout: boolean;
  readonly words: readonly Words[];
}

/** So many places are looked at one by one. */
const mostSingle = 10;

/**
 * Finds places in which two texts differ and yet mean the same: blanks, line ends and quotation
 * marks, or a number that is written in another way.
 *
 * @param meansSame tells of the first text and another one whether they do
 * @param isCandidate which places are looked at
 */
export function findSilent(
  before: string,
  after: string,
  meansSame: (other: string) => boolean,
  isCandidate: (place: Place) => boolean = () => true,
): Silent {
  const stretches = readStretches(before, after);
  const alone = (chosen: readonly Stretch[]) =>
    stretches
      .map((stretch) => {
        if ("same" in stretch) return stretch.same;
        return chosen.includes(stretch) ? stretch.added : stretch.removed;
      })
      .join("");
  const places = stretches.flatMap((stretch) =>
    "same" in stretch || !isCandidate(stretch) ? [] : [stretch],
  );
  const layout = places.filter(isLayout);
  const silent = places.slice(0, mostSingle).filter((place) => meansSame(alone([place])));
  const isAllLayout = layout.length > mostSingle && meansSame(alone(layout));
  return {
    hasLayout: isAllLayout || silent.some(isLayout),
    words: silent
      .filter((place) => !isLayout(place))
      .flatMap(({ removed, added }) => compareWords(removed, added)),
  };
}

/** Whether nothing but blanks and quotation marks differ. */
export function isLayout({ removed, added }: Place): boolean {
  const strip = (text: string) => text.replace(/[\s"'\\]/g, "");
  return strip(removed) === strip(added);
}

function readStretches(before: string, after: string): Stretch[] {
  const stretches: Stretch[] = [];
  const parts = diffLines(before, after, { maxEditLength });
  if (!parts) return [{ removed: before, added: after }];
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      stretches.push({ same: value });
      continue;
    }
    const last = stretches.at(-1);
    const open = last && !("same" in last) ? last : { removed: "", added: "" };
    if (open !== last) stretches.push(open);
    open[added ? "added" : "removed"] += value;
  }
  return stretches;
}
