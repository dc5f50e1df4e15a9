import type { Change, ChangedFile, Names, Nature } from "./change.ts";
import { compareRepairs } from "./compare-repairs.ts";
import { compareLines } from "./lines.ts";
import { eventOf, isSameMode, natureOf, textOf } from "./versions.ts";

type Companion = Extract<Change, { kind: "companion" }>;

/** What differs in a file that belongs to an agreement; at least one change. */
export function compareCompanion(file: ChangedFile, names: Names): Change[] {
  const { path, before, after } = file;
  const [old, now] = [textOf(before), textOf(after)];
  const isText = (!before || old !== undefined) && (!after || now !== undefined);
  const event = eventOf(file);
  if (!isText) return [companion(path, event, before, after)];
  if (event === "changed" && old === now) return [{ ...companion(path, event), event: "mode" }];
  const mode = isSameMode(before, after)
    ? []
    : [{ ...companion(path, event), event: "mode" as const }];
  if (!path.endsWith(".yaml")) {
    return [
      { ...companion(path, event), words: event === "changed" ? wordsOf(old, now) : [] },
      ...mode,
    ];
  }
  const repairs = event === "removed" ? [] : compareRepairs(old ?? "", now ?? "", names);
  if (event !== "changed") return [companion(path, event), ...(repairs ?? [])];
  if (!repairs) return [{ ...companion(path, event), words: wordsOf(old, now) }, ...mode];
  return [
    ...(repairs.length > 0 ? repairs : [{ ...companion(path, event), event: "layout" as const }]),
    ...mode,
  ];
}

/** Pairs files that went along with an agreement that moved; those that did not change on the way. */
export function movedCompanions(
  gone: readonly ChangedFile[],
  come: readonly ChangedFile[],
): { moved: Companion[]; others: ChangedFile[] } {
  const moved: Companion[] = [];
  const others = [...gone];
  for (const file of come) {
    const at = others.findIndex(
      (other) =>
        eventOf(file) === "added" &&
        eventOf(other) === "removed" &&
        endingOf(other.path) === endingOf(file.path),
    );
    const [origin] = at < 0 ? [] : others.splice(at, 1);
    if (!origin?.before) others.push(file);
    else if (JSON.stringify(origin.before) === JSON.stringify(file.after)) {
      moved.push({ kind: "companion", file: file.path, event: "moved", words: [] });
    } else others.push({ ...file, before: origin.before });
  }
  return { moved, others };
}

function endingOf(path: string): string {
  return path.replace(/^[^.]*/, "");
}

function companion(
  file: string,
  event: Companion["event"],
  before?: ChangedFile["before"],
  after?: ChangedFile["after"],
): Companion {
  const natures: { before?: Nature; after?: Nature } = {
    ...(before && { before: natureOf(before) }),
    ...(after && { after: natureOf(after) }),
  };
  return { kind: "companion", file, event, words: [], ...natures };
}

function wordsOf(before: string | undefined, after: string | undefined) {
  return compareLines(before ?? "", after ?? "");
}
