import type { z } from "zod";
import { repairsSchema } from "#domain/agreement/fidelity.ts";
import { fieldLabel, readList } from "#domain/read-data.ts";
import type { Names, RepairChange } from "./change.ts";
import { compareLeaves } from "./leaves.ts";
import { match } from "./match.ts";
import { type Data, isData } from "./values.ts";
import { letterPairs } from "./words.ts";

const schema: z.ZodType = repairsSchema;

/**
 * What differs between two lists of repairs.
 *
 * @param before the text of the file; empty where there is none
 * @returns undefined where one of them cannot be read as a list
 */
export function compareRepairs(
  before: string,
  after: string,
  names: Names,
): RepairChange[] | undefined {
  const [old, now] = [readRepairs(before), readRepairs(after)];
  if (!old || !now) return undefined;
  const found = match(old, now, {
    ranks: [(repair) => JSON.stringify(repair), placeOf, ({ found: typed }) => String(typed)],
    partsOf: (repair) => letterPairs(`${repair.line} ${repair.found} ${repair.published}`),
    least: 0.5,
  });
  const label = (path: readonly PropertyKey[]) => fieldLabel(schema, [0, ...path]).split(" · ")[1];
  return [
    ...found.added.map((repair) => describe(repair, "added")),
    ...found.removed.map((repair) => describe(repair, "removed")),
    ...found.pairs.flatMap(({ before: one, after: other }) => {
      const fields = compareLeaves(one, other, (path) => label(path) ?? String(path[0]), names);
      return fields.length === 0 ? [] : [{ ...describe(other, "changed"), fields }];
    }),
  ];
}

function describe(repair: Data, event: RepairChange["event"]): RepairChange {
  const { line, found, published, reason } = repair;
  const text = (value: unknown) => (value === undefined ? "" : String(value));
  return {
    kind: "repair",
    event,
    line: text(line),
    found: text(found),
    published: text(published),
    reason: text(reason),
    fields: [],
  };
}

function placeOf({ line, found }: Data): string {
  return JSON.stringify([line, found]);
}

function readRepairs(yaml: string): Data[] | undefined {
  const list = readList(yaml);
  return list?.every(isData) ? (list as Data[]) : undefined;
}
