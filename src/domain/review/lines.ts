import { diffLines } from "diff";
import type { Words } from "./change.ts";
import { compareWords } from "./words.ts";

/** Lines that both texts have, or what stands in their place on each side. */
type Stretch = { readonly same: string } | { removed: string; added: string };

/** Words of the lines that differ, with what lies between them left out. */
export function compareLines(before: string, after: string): Words[] {
  return readStretches(before, after).flatMap((stretch) =>
    "same" in stretch
      ? [{ text: "\n", side: "both" as const }]
      : compareWords(stretch.removed, stretch.added),
  );
}

/** So many places are looked at one by one. */
const mostSingle = 10;

/**
 * Whether two texts differ in a place that means the same on both sides: blanks, line ends,
 * quotation marks.
 *
 * @param meansSame tells of the first text and another one whether they do
 */
export function hasLayoutChange(
  before: string,
  after: string,
  meansSame: (other: string) => boolean,
): boolean {
  const stretches = readStretches(before, after);
  const places = stretches.filter(isLayout);
  const alone = (chosen: readonly Stretch[]) =>
    stretches
      .map((stretch) => {
        if ("same" in stretch) return stretch.same;
        return chosen.includes(stretch) ? stretch.added : stretch.removed;
      })
      .join("");
  if (places.length === 0) return false;
  if (meansSame(alone(places))) return true;
  return places.slice(0, mostSingle).some((place) => meansSame(alone([place])));
}

/** Whether nothing but blanks and quotation marks differ. */
function isLayout(stretch: Stretch): boolean {
  const strip = (text: string) => text.replace(/[\s"'\\]/g, "");
  return !("same" in stretch) && strip(stretch.removed) === strip(stretch.added);
}

function readStretches(before: string, after: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { value, added, removed } of diffLines(before, after)) {
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
