import type { z } from "zod";
import type { Change, Names } from "./change.ts";
import { compareLeaves } from "./leaves.ts";
import { isReordered, type Likeness, match } from "./match.ts";
import { formatValue, isData, isList, isSame, labelOf, type Path } from "./values.ts";
import { letterPairs } from "./words.ts";

/** From this likeness on, two titles or names are one that was changed. */
const least = 0.5;

const likeNamed: Likeness<unknown> = {
  ranks: [(item) => `${partyOf(item)} ${nameOf(item)}`, nameOf],
  partsOf: (item) => letterPairs(nameOf(item)),
  least,
};

export function compareSignatures(
  before: readonly unknown[],
  after: readonly unknown[],
  schema: z.ZodType,
  names: Names,
): Change[] {
  const found = match(before, after, likeNamed);
  const whole = (item: unknown) => {
    const party = isData(item) && item.party;
    return {
      signer: describeSigner(item, names),
      ...(typeof party === "string" && { party: formatValue(party, ["party"], names) }),
    };
  };
  const label = (path: Path) =>
    path.length === 0
      ? "Angabe"
      : labelOf(schema, ["signatures", 0, ...path])
          .split(", ")
          .slice(1)
          .join(", ");
  return [
    ...found.added.map((item) => ({ kind: "signature-added" as const, ...whole(item) })),
    ...found.removed.map((item) => ({ kind: "signature-removed" as const, ...whole(item) })),
    ...found.pairs.flatMap(({ before: old, after: now }) => {
      const fields = compareLeaves(old, now, label, names);
      if (fields.length === 0) return [];
      return [{ kind: "signature-changed" as const, name: nameOf(now), fields }];
    }),
    ...orderOf(found.pairs, "Unterschriften"),
  ];
}

export function compareBudgets(
  before: readonly unknown[],
  after: readonly unknown[],
  names: Names,
): Change[] {
  const found = match(before, after, likeNamed);
  const describe = (item: unknown) =>
    isData(item)
      ? Object.entries(item)
          .map(([key, value]) => formatValue(value, [key], names))
          .join(", ")
      : formatValue(item, [], names);
  return [
    ...found.added.map((item) => ({
      kind: "field" as const,
      label: "Budget",
      after: describe(item),
    })),
    ...found.removed.map((item) => ({
      kind: "field" as const,
      label: "Budget",
      before: describe(item),
    })),
    ...found.pairs.flatMap(({ before: old, after: now }): Change[] => {
      const label = `Budget „${nameOf(now)}“`;
      const [from, to] = [amountOf(old), amountOf(now)];
      if (isSame(old, now)) return [];
      if (from !== undefined && to !== undefined && isSame(withAmount(old, to), now)) {
        return [{ kind: "amount", label, before: from, after: to }];
      }
      return [{ kind: "field", label: "Budget", before: describe(old), after: describe(now) }];
    }),
    ...orderOf(found.pairs, "Budgets"),
  ];
}

function orderOf(pairs: Parameters<typeof isReordered>[0], label: string): Change[] {
  return isReordered(pairs) ? [{ kind: "order", label }] : [];
}

function nameOf(item: unknown): string {
  if (!isData(item)) return isList(item) ? JSON.stringify(item) : String(item);
  return typeof item.name === "string" ? item.name : JSON.stringify(item.name ?? "");
}

function partyOf(item: unknown): string {
  return isData(item) ? String(item.party ?? "") : "";
}

function amountOf(item: unknown): number | undefined {
  return isData(item) && typeof item.amount === "number" ? item.amount : undefined;
}

function withAmount(item: unknown, amount: number): unknown {
  return isData(item) ? { ...item, amount } : item;
}

/** `Heike Hofmann, Staatsministerin, Wiesbaden, ohne Datum` */
function describeSigner(item: unknown, names: Names): string {
  if (!isData(item)) return formatValue(item, [], names);
  const parts = [item.role, item.place].filter((part) => typeof part === "string");
  const date = item.date === undefined ? "ohne Datum" : formatValue(item.date, ["date"], names);
  return [nameOf(item), ...parts, date].join(", ");
}
