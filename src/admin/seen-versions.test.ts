import { expect, it } from "vitest";
import { SeenVersions } from "./seen-versions.ts";

const file = "src/content/agreements/2025/wetteraukreis.mdx";
const save = { dataFiles: [{ path: file }] };
const entry = { collection: "agreements-2025", slug: "wetteraukreis" };

it("saves what was opened, however often lists were loaded since", () => {
  const versions = new SeenVersions();
  versions.open(file, "old");
  versions.list(file, "new");
  expect(versions.forRequest("persistEntry", save)).toMatchObject({ version: "old" });
  expect(versions.forRequest("publishUnpublishedEntry", entry)).toEqual({ version: "new" });
});

it("says of a new entry that nothing was there", () => {
  const versions = new SeenVersions();
  versions.open(file, undefined);
  expect(versions.forRequest("persistEntry", save)).toMatchObject({ version: undefined });
});

it("says once that the published version was taken into account", () => {
  const versions = new SeenVersions();
  versions.open(file, "draft");
  versions.tellPublished(file, "published");
  expect(versions.forRequest("persistEntry", save)).toEqual({
    version: "draft",
    publishedVersion: "published",
  });
  versions.save(file, "saved");
  expect(versions.forRequest("persistEntry", save)).toEqual({ version: "saved" });
});

it("adds nothing to requests that only read", () => {
  const versions = new SeenVersions();
  versions.open(file, "old");
  expect(versions.forRequest("getEntry", { path: file })).toEqual({});
  expect(versions.forRequest("unpublishedEntries", {})).toEqual({});
});
