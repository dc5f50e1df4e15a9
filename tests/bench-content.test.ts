import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { listAgreementFiles } from "#loaders/agreement-files.ts";
import { checkContent } from "#loaders/check-content.ts";
import { folders } from "#loaders/content-files.ts";
import { generateContent } from "./bench/generate.ts";

const [first, second] = [generate(), generate()];

function generate(): string {
  const root = mkdtempSync(join(tmpdir(), "bench-content-"));
  generateContent(root, 41);
  return root;
}

function readContent(root: string): [string, string][] {
  return ["src/content", folders.originals].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file): [string, string] => [file.slice(root.length), readFileSync(file, "latin1")])
      .sort(),
  );
}

afterAll(() => {
  for (const root of [first, second]) rmSync(root, { recursive: true });
});

describe("the content for benchmarks", () => {
  it("has as many agreements as asked for, of 20 years", () => {
    const files = listAgreementFiles(first);
    expect(files).toHaveLength(41);
    expect(new Set(files.map((file) => file.split("/").at(-2))).size).toBe(20);
  });

  it("has no problems but the slips of the real agreements", () => {
    const problems = checkContent(first).filter(({ code }) => `${code}` !== "template-departure");
    expect(problems).toEqual([]);
  });

  it("is the same each time", () => {
    expect(readContent(second)).toEqual(readContent(first));
  });
});
