import type { Project } from "#domain/agreement/schema.ts";
import type { Change, Names } from "./change.ts";
import { compareLeaves } from "./leaves.ts";
import { isReordered, type Likeness, match } from "./match.ts";
import { formatValue, isData, isSame } from "./values.ts";
import { letterPairs } from "./words.ts";

const likeProjects: Likeness<Project> = {
  ranks: [({ measure, title }) => `${measure} ${title}`, ({ title }) => title],
  partsOf: ({ title }) => letterPairs(title),
  least: 0.5,
};

/** What differs between two lists of projects, some of which may lack a measure or a title. */
export function compareProjects(
  before: readonly unknown[],
  after: readonly unknown[],
  names: Names,
): Change[] {
  const found = match(before.filter(isProject), after.filter(isProject), likeProjects);
  const stayed = found.pairs.filter((pair) => pair.before.measure === pair.after.measure);
  return [
    ...found.added.map((project) => ({ kind: "project-added" as const, project })),
    ...found.removed.map((project) => ({ kind: "project-removed" as const, project })),
    ...found.pairs.flatMap((pair) => compareProject(pair.before, pair.after, names)),
    ...compareIncomplete(before, after, names),
    // A project that moves to another measure has to move in the list.
    ...(isReordered(stayed) ? [{ kind: "order" as const, label: "Projekte" }] : []),
  ];
}

function compareProject(before: Project, project: Project, names: Names): Change[] {
  const label = (path: readonly PropertyKey[]) =>
    [`Projekt „${project.title}“`, ...path.map(String)].join(", ");
  const isSameProject = before.title === project.title && before.measure === project.measure;
  return [
    ...(isSameProject ? [] : [{ kind: "project-changed" as const, project, before }]),
    ...compareLeaves(withoutKnown(before), withoutKnown(project), label, names).map((field) => ({
      kind: "field" as const,
      ...field,
    })),
  ];
}

/** What a broken file says of a project beside measure and title. */
function withoutKnown({ measure: _, title: __, ...others }: Project): object {
  return others;
}

function compareIncomplete(
  before: readonly unknown[],
  after: readonly unknown[],
  names: Names,
): Change[] {
  const isIncomplete = (item: unknown) => !isProject(item);
  const only = (some: readonly unknown[], others: readonly unknown[]) =>
    some.filter((item) => isIncomplete(item) && !others.some((other) => isSame(item, other)));
  const label = "Unvollständiges Projekt";
  const describe = (item: unknown) =>
    isData(item)
      ? Object.entries(item)
          .map(([key, value]) => `${labels[key] ?? key} ${formatValue(value, [key], names)}`)
          .join(", ")
      : formatValue(item, [], names);
  return [
    ...only(after, before).map((item) => ({
      kind: "field" as const,
      label,
      after: describe(item),
    })),
    ...only(before, after).map((item) => ({
      kind: "field" as const,
      label,
      before: describe(item),
    })),
  ];
}

const labels: Readonly<Record<string, string>> = { measure: "Maßnahmenart", title: "Titel" };

function isProject(value: unknown): value is Project {
  return isData(value) && typeof value.measure === "string" && typeof value.title === "string";
}
