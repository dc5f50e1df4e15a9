import { describe, expect, it } from "vitest";
import {
  companionsOf,
  type EntryAddress,
  entryAt,
  entryOf,
  entryOfCompanion,
  entryOnBranch,
  isEntryFolder,
  isMediaFile,
  isMediaFolder,
  uploadsOf,
} from "./entries.ts";

const places: readonly (readonly [string, string, string, string])[] = [
  [
    "agreements-2025",
    "wetteraukreis",
    "src/content/agreements/2025/wetteraukreis.mdx",
    "cms/agreements/2025/wetteraukreis",
  ],
  ["districts", "hanau", "src/content/districts/hanau.yaml", "cms/districts/hanau"],
  ["measures", "ausbildung", "src/content/measures/ausbildung.yaml", "cms/measures/ausbildung"],
  ["years", "2026", "src/content/years/2026.mdx", "cms/years/2026"],
  [
    "pages",
    "leichte-sprache",
    "src/content/pages/leichte-sprache.mdx",
    "cms/pages/leichte-sprache",
  ],
];

it.each(places)("finds %s/%s by collection, file and branch", (collection, slug, file, branch) => {
  const entry = expect.objectContaining({ collection, slug, file, branch });
  expect(entryOf(collection, slug)).toEqual(entry);
  expect(entryAt(file)).toEqual(entry);
  expect(entryOnBranch(branch)).toEqual(entry);
});

it.each([
  ["agreements", "wetteraukreis"],
  ["agreements-25", "wetteraukreis"],
  ["agreements-2025-1", "wetteraukreis"],
  ["districts-2025", "hanau"],
  ["constructor", "hanau"],
  ["agreements/2025", "wetteraukreis"],
  ["agreements-1999", "wetteraukreis"],
  ["years", "bald"],
  ["years", "1999"],
  ["pages", ""],
  ["pages", "Impressum"],
  ["pages", "straße"],
  ["pages", "../impressum"],
  ["pages", "a--b"],
  ["pages", "con"],
  ["pages", "a".repeat(81)],
])("knows no entry %s/%s", (collection, slug) => {
  expect(entryOf(collection, slug)).toBeUndefined();
});

it.each([
  "src/content/agreements/wetteraukreis.mdx",
  "src/content/agreements/2025/wetteraukreis.yaml",
  "src/content/agreements/2025/alt/wetteraukreis.mdx",
  "src/content/agreements-2025/wetteraukreis.mdx",
  "src/content/agreements/2025/../2024/kassel.mdx",
  "/src/content/pages/impressum.mdx",
  "src/content/pages/impressum.mdx\n",
  "src/content/pages/impressum.alt.mdx",
  "src/content/pages/con.mdx",
  "public/originals/2025/wetteraukreis.txt",
  "package.json",
])("knows no entry at %s", (file) => {
  expect(entryAt(file)).toBeUndefined();
});

describe("what belongs to an entry", () => {
  it("is, for an agreement, its original and the repairs", () => {
    const entry = entryOf("agreements-2025", "wetteraukreis") as EntryAddress;
    expect(companionsOf(entry)).toEqual([
      "public/originals/2025/wetteraukreis.txt",
      "public/originals/2025/wetteraukreis.pdf",
      "public/originals/2025/wetteraukreis.repairs.yaml",
    ]);
    expect(uploadsOf(entry)).toEqual(companionsOf(entry).slice(0, 2));
    for (const file of companionsOf(entry)) expect(entryOfCompanion(file)).toEqual(entry);
  });

  it("is nothing for all others", () => {
    expect(companionsOf(entryOf("pages", "impressum") as EntryAddress)).toEqual([]);
  });
});

it.each([
  "cms",
  "cms/agreements/wetteraukreis",
  "cms/pages/impressum.mdx",
  "cms/pages/2025/impressum",
  "main",
])("knows no entry on %s", (branch) => {
  expect(entryOnBranch(branch)).toBeUndefined();
});

it.each([
  ["public/originals/2025/wetteraukreis.txt", true, true],
  ["public/originals/2025/wetteraukreis.pdf", true, true],
  ["public/originals/2025/wetteraukreis.repairs.yaml", true, false],
  ["public/originals/2025/wetteraukreis.docx", false, false],
  ["public/originals/2025/wetteraukreis.alt.txt", false, false],
  ["public/originals/2025/aux.txt", false, false],
  ["public/originals/1999/wetteraukreis.txt", false, false],
  ["public/originals/wetteraukreis.txt", false, false],
  ["public/originals/2025/alt/wetteraukreis.txt", false, false],
  ["src/content/agreements/2025/wetteraukreis.mdx", false, false],
])("says of %s whether it belongs to an agreement (%s) and is an original (%s)", (...row) => {
  const [file, belongs, isOriginal] = row;
  expect(entryOfCompanion(file) !== undefined).toBe(belongs);
  expect(isMediaFile(file)).toBe(isOriginal);
});

it.each([
  ["public/originals", true],
  ["public/originals/2025", true],
  ["public/originals/", false],
  ["public/originals/1999", false],
  ["public/originals/2025/alt", false],
  ["public", false],
])("says of %s whether it holds originals: %s", (folder, holds) => {
  expect(isMediaFolder(folder)).toBe(holds);
});

it.each([
  ["src/content/agreements/2025", true],
  ["src/content/agreements", true],
  ["src/content/pages", true],
  ["src/content/pages/2025", false],
  ["src/content/agreements/1999", false],
  ["src/content/agreements/2025/alt", false],
  ["src/content", false],
  ["src/content/pages/..", false],
  [".git", false],
])("says of %s whether it holds entries: %s", (folder, holds) => {
  expect(isEntryFolder(folder)).toBe(holds);
});
