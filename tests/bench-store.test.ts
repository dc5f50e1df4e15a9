import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSection, writeSection } from "./bench/report/sections.ts";
import { Failure, openClient } from "./bench/store/client.ts";
import { measure, measureInTurn, percentile } from "./bench/store/measure.ts";
import {
  cloneRepository,
  editEntry,
  makeRepository,
  pickEntries,
} from "./bench/store/repositories.ts";
import { type Served, serve, storeOptions } from "./git-store/world.ts";

const folder = mkdtempSync(join(tmpdir(), "bench-store-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("what the benchmark does with the store", () => {
  const [project, clone] = [join(folder, "project"), join(folder, "clone")];
  let served: Served;

  beforeAll(async () => {
    makeRepository(project, 21);
    cloneRepository(project, clone);
    served = await serve(storeOptions(clone));
  });
  afterAll(() => served.close());

  it("saves drafts, shows them on the board and publishes them", async () => {
    const client = openClient(`${served.origin}/api/cms`);
    const entries = pickEntries(project, 3);
    expect(new Set(entries.map(({ collection }) => collection)).size).toBe(3);
    for (const entry of entries) {
      expect(await client.open(entry)).not.toContain("Neufassung");
      await client.save(editEntry(project, entry, "1"));
      const second = editEntry(project, entry, "2");
      await client.save(second);
      expect(await client.openDraft(entry)).toBe(second.raw);
    }
    expect(await client.showBoard()).toBe(3);
    for (const entry of entries) {
      await client.approve(entry);
      await client.publish(entry);
      expect(await client.open(entry)).toContain("Neufassung2");
    }
    expect(await client.showBoard()).toBe(0);
    expect(await client.list("src/content/agreements/2014")).toBe(2);
  });

  it("counts what is refused as a failure", async () => {
    const client = openClient(`${served.origin}/api/cms`);
    const [entry] = pickEntries(project, 1);
    const edit = entry && editEntry(project, entry, "3");
    const samples = await measure(async () => edit && client.save(edit));
    expect(samples).toEqual({ milliseconds: [], failures: [expect.stringContaining("409")] });
  });
});

it("measures each side in turn, the first time for warming up", async () => {
  const done: string[] = [];
  const [a, b] = await measureInTurn(["a", "b"], 2, async (side, time) => {
    done.push(`${side}${time}`);
    return { milliseconds: [time], failures: side === "b" ? ["no"] : [] };
  });
  expect(done).toEqual(["a0", "b0", "a1", "b1", "a2", "b2"]);
  expect(a).toEqual({ milliseconds: [1, 2], failures: [] });
  expect(b?.failures).toEqual(["no", "no"]);
});

it("does not hide mistakes of its own among failures", async () => {
  await expect(measure(() => Promise.reject(new TypeError()))).rejects.toThrow(TypeError);
  expect((await measure(() => Promise.reject(new Failure("no")))).failures).toEqual(["no"]);
});

it.each([
  [0.5, [3, 1, 2], 2],
  [0.95, [5, 1, 4, 2, 3], 5],
  [0.95, Array.from({ length: 100 }, (_, index) => index + 1), 95],
  [0.5, [], Number.NaN],
])("finds the percentile %d of %j", (share, milliseconds, value) => {
  expect(percentile(share, { milliseconds, failures: [] })).toBe(value);
});

it("writes a part of the document and leaves the others as they are", () => {
  const file = join(folder, "benchmarks.md");
  writeSection(file, "npm run a", "Old");
  writeSection(file, "npm run b", "Other");
  writeSection(file, "npm run a", "New $& \n\n## With headings\n");
  expect(readSection(file, "npm run a")).toBe("New $& \n\n## With headings");
  expect(readSection(file, "npm run b")).toBe("Other");
  writeFileSync(file, "By hand.\n");
  expect(readSection(file, "npm run a")).toBe("");
});
