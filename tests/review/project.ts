import { existsSync, readFileSync } from "node:fs";
import type { ChangedFile, FileVersion, Names, Review } from "#domain/review/change.ts";
import { namesFrom } from "#domain/review/names.ts";
import { describeForeign } from "#domain/review/report.ts";
import { reviewFiles } from "#domain/review/review.ts";
import { sentencesOf } from "#domain/review/sentences.ts";
import { shortForm } from "#domain/review/short-form.ts";
import type { Content } from "./history/case.ts";

/** The files that are not the same; what a side does not change is as `read` gives it. */
export function changedFiles(
  before: ReadonlyMap<string, Content | undefined>,
  after: ReadonlyMap<string, Content | undefined>,
  read: (file: string) => Content | undefined,
): ChangedFile[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) => {
    const old = before.has(path) ? before.get(path) : read(path);
    const now = after.has(path) ? after.get(path) : old;
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    return [
      {
        path,
        ...(old && { before: old as FileVersion }),
        ...(now && { after: now as FileVersion }),
      },
    ];
  });
}

/** The names of the project as it stands, but for files that change. */
export function projectNames(files: readonly ChangedFile[]): Names {
  return namesFrom((file) => {
    const changed = files.find(({ path }) => path === file);
    const version = changed?.after ?? changed?.before;
    if (version && "text" in version) return version.text;
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  });
}

export function reviewOf(files: readonly ChangedFile[]): { review: Review; names: Names } {
  const names = projectNames(files);
  return { review: reviewFiles(files, names), names };
}

/** Files outside the content, then each entry with its sentences; blanks are all alike. */
export function printReview({ review, names }: { review: Review; names: Names }): string[] {
  return [
    ...review.foreign.map(describeForeign),
    ...review.entries.flatMap((changed) => [
      `${changed.title} (${shortForm(changed)})`,
      ...sentencesOf(changed, names),
    ]),
  ].map((line) => line.replaceAll("\u00a0", " "));
}
