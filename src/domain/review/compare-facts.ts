import type { z } from "zod";
import { formatDate, formatEuros } from "#domain/format.ts";
import { fieldLabel } from "#domain/read-data.ts";
import type { Change } from "./change.ts";
import { isReordered, match } from "./match.ts";

type Data = Readonly<Record<string, unknown>>;

/**
 * What differs between the facts of two versions, whatever they are: a fact of the wrong type is
 * compared as it stands.
 *
 * @param schema gives the facts their labels
 */
export function compareFacts(before: Data, after: Data, schema: z.ZodType): Change[] {
  const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...keys].flatMap((key) => {
    const [old, now] = [before[key], after[key]];
    if (isSame(old, now)) return [];
    if (key === "projects" && isList(old) && isList(now) && [...old, ...now].every(isProject)) {
      return compareProjects(old as ProjectFact[], now as ProjectFact[]);
    }
    if (key === "signatures" && isList(old) && isList(now)) {
      return compareNamed(old, now, schema, "signatures", "Unterschrift");
    }
    if (key === "budgets" && isList(old) && isList(now)) {
      return compareNamed(old, now, schema, "budgets", "Budget");
    }
    return compareLeaves(old, now, (path) => fieldLabel(schema, [key, ...path]));
  });
}

interface ProjectFact {
  readonly measure: string;
  readonly title: string;
}

function isProject(value: unknown): value is ProjectFact {
  return isData(value) && typeof value.measure === "string" && typeof value.title === "string";
}

function compareProjects(before: readonly ProjectFact[], after: readonly ProjectFact[]): Change[] {
  const found = match(
    before,
    after,
    [({ measure, title }) => `${measure} ${title}`, ({ title }) => title],
    ({ title }) => title,
    0.5,
  );
  const changed = found.pairs.flatMap(([old, project]): Change[] => [
    ...(old.title === project.title
      ? []
      : [{ kind: "project-renamed" as const, project, before: old.title }]),
    ...(old.measure === project.measure
      ? []
      : [{ kind: "project-moved" as const, project, before: old.measure }]),
    ...compareLeaves(
      rest(old),
      rest(project),
      (path) => `Projekt „${project.title}“ · ${path.join(" · ")}`,
    ),
  ]);
  const stayed = {
    ...found,
    pairs: found.pairs.filter(([old, now]) => old.measure === now.measure),
  };
  return [
    ...found.added.map((project) => ({ kind: "project-added" as const, project })),
    ...found.removed.map((project) => ({ kind: "project-removed" as const, project })),
    ...changed,
    ...(isReordered(stayed, before, after) ? [{ kind: "order" as const, label: "Projekte" }] : []),
  ];
}

/** What a broken file says of a project beside measure and title. */
function rest({ measure: _, title: __, ...others }: ProjectFact): Data {
  return others;
}

/** Signatures and budgets: lists of things that have a name. */
function compareNamed(
  before: readonly unknown[],
  after: readonly unknown[],
  schema: z.ZodType,
  key: string,
  noun: string,
): Change[] {
  const nameOf = (item: unknown) => (isData(item) ? String(item.name ?? "") : String(item));
  const partyOf = (item: unknown) => (isData(item) ? String(item.party ?? "") : "");
  const found = match(before, after, [(item) => partyOf(item) + nameOf(item), nameOf], nameOf, 0.5);
  const label = (name: string, path: readonly PropertyKey[]) => {
    const part = fieldLabel(schema, [key, 0, ...path])
      .split(" · ")
      .slice(1);
    return [`${noun} ${name}`, ...part].join(" · ");
  };
  const whole = (item: unknown, event: "added" | "removed"): Change[] =>
    key === "signatures"
      ? [{ kind: `signature-${event}`, name: describeSigner(item) }]
      : compareLeaves(
          event === "removed" ? item : undefined,
          event === "added" ? item : undefined,
          (path) => label(nameOf(item), path),
        );
  return [
    ...found.added.flatMap((item) => whole(item, "added")),
    ...found.removed.flatMap((item) => whole(item, "removed")),
    ...found.pairs.flatMap(([old, now]) =>
      compareLeaves(old, now, (path) => label(nameOf(now), path)),
    ),
    ...(isReordered(found, before, after)
      ? [{ kind: "order" as const, label: noun === "Budget" ? "Budgets" : "Unterschriften" }]
      : []),
  ];
}

function describeSigner(item: unknown): string {
  if (!isData(item)) return JSON.stringify(item);
  const date = typeof item.date === "string" ? formatValue(item.date) : undefined;
  const parts = [item.role, item.place, date].filter((part) => part !== undefined);
  return parts.length > 0 ? `${item.name}, ${parts.join(", ")}` : String(item.name);
}

/** Values at the ends of two structures, each with its label. */
function compareLeaves(
  before: unknown,
  after: unknown,
  labelOf: (path: readonly PropertyKey[]) => string,
  path: readonly PropertyKey[] = [],
): Change[] {
  if (isSame(before, after)) return [];
  const [old, now] = [childrenOf(before), childrenOf(after)];
  if ((old || before === undefined) && (now || after === undefined) && (old || now)) {
    const keys = new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])]);
    // Something empty that comes or goes has no ends.
    if (keys.size > 0) {
      return [...keys].flatMap((key) =>
        compareLeaves(old?.get(key), now?.get(key), labelOf, [...path, key]),
      );
    }
  }
  const label = labelOf(path);
  if (isMoney(path, label) && typeof before === "number" && typeof after === "number") {
    return [{ kind: "amount", label, before, after }];
  }
  return [
    {
      kind: "field",
      label,
      ...(before !== undefined && { before: formatValue(before, isMoney(path, label)) }),
      ...(after !== undefined && { after: formatValue(after, isMoney(path, label)) }),
    },
  ];
}

function isMoney(path: readonly PropertyKey[], label: string): boolean {
  return path.at(-1) === "amount" || label === "Fördersumme";
}

function childrenOf(value: unknown): Map<PropertyKey, unknown> | undefined {
  if (isList(value)) return new Map(value.entries());
  return isData(value) ? new Map(Object.entries(value)) : undefined;
}

function formatValue(value: unknown, isMoneyValue = false): string {
  if (isMoneyValue && typeof value === "number") return formatEuros(value);
  if (typeof value === "boolean") return value ? "ja" : "nein";
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return JSON.stringify(value) ?? "nichts";
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : `„${value}“`;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
