import type { FieldChange, Names } from "./change.ts";
import { formatValue, isData, isList, isSame, type Path } from "./values.ts";

/** What comes or goes with more parts than that is told as a whole. */
const mostNew = 8;

/** Values at the ends of two structures, each with its label. */
export function compareLeaves(
  before: unknown,
  after: unknown,
  label: (path: Path) => string,
  names: Names,
  path: Path = [],
): FieldChange[] {
  if (isSame(before, after)) return [];
  const [old, now] = [childrenOf(before), childrenOf(after)];
  if ((old || before === undefined) && (now || after === undefined) && (old || now)) {
    const keys = new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])]);
    const isPart = (before !== undefined && after !== undefined) || keys.size <= mostNew;
    // Something empty that comes or goes has no ends.
    if (keys.size > 0 && isPart) {
      return [...keys].flatMap((key) =>
        compareLeaves(old?.get(key), now?.get(key), label, names, [...path, key]),
      );
    }
  }
  return [
    {
      label: label(path),
      ...(before !== undefined && { before: formatValue(before, path, names) }),
      ...(after !== undefined && { after: formatValue(after, path, names) }),
    },
  ];
}

function childrenOf(value: unknown): Map<PropertyKey, unknown> | undefined {
  if (isList(value)) return new Map(value.entries());
  return isData(value) ? new Map(Object.entries(value)) : undefined;
}
