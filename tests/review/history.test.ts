import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Case, Content, Edit } from "./history/case.ts";
import { factCases } from "./history/facts.ts";
import { fileCases } from "./history/files.ts";
import { projectCases } from "./history/projects.ts";
import { registerCases } from "./history/registers.ts";
import { wordingCases } from "./history/wording.ts";
import { changedFiles, printReview, reviewOf } from "./project.ts";

const chapters: readonly (readonly [string, readonly Case[]])[] = [
  ["money, signatures and source", factCases],
  ["projects", projectCases],
  ["wording", wordingCases],
  ["registers, Muster and pages", registerCases],
  ["files", fileCases],
];

describe.each(chapters)("%s", (_, cases) => {
  it.each(cases)("$name", ({ given = [], edits, report }) => {
    const before = apply(given, () => undefined);
    const after = apply(edits, (file) => before.get(file));
    const files = changedFiles(before, after, readContent);
    expect(printReview(reviewOf(files))).toEqual(linesOf(report));
  });
});

it("has at least 36 changes, none of them twice", () => {
  const all = chapters.flatMap(([, cases]) => cases);
  expect(all.length).toBeGreaterThanOrEqual(36);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});

type Changed = Map<string, Content | undefined>;

/** @param known what was changed before */
function apply(edits: readonly Edit[], known: (file: string) => Content | undefined): Changed {
  const changed: Changed = new Map();
  for (const edit of edits) {
    edit({
      get: (file) => (changed.has(file) ? changed.get(file) : (known(file) ?? readContent(file))),
      set: (file, content) => changed.set(file, content),
    });
  }
  return changed;
}

function readContent(file: string): Content | undefined {
  try {
    return { text: readFileSync(file, "utf8") };
  } catch {
    return undefined;
  }
}

function linesOf(report: string): string[] {
  return report
    .trim()
    .split("\n")
    .map((line) => line.trim());
}
