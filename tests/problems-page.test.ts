import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { problemCodes } from "#domain/problem-codes.ts";
import { problemsPage } from "#tools/problems-page.ts";

const page = problemsPage();

it("docs/problems.md is what npm run write:problems writes", () => {
  expect(readFileSync("docs/problems.md", "utf8")).toBe(page);
});

it("shows each code with an example, in alphabetical order", () => {
  const entries = page.split(/^## /m).slice(1);
  expect(entries.map((entry) => entry.split("\n")[0])).toEqual(Object.keys(problemCodes).sort());
  for (const entry of entries) {
    const [code = ""] = entry.split("\n");
    expect(entry).toContain(`[${code}]\n\`\`\``);
  }
});

it("links to files that exist", () => {
  const links = [...page.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, file = ""]) => file);
  expect(links.filter((file) => !existsSync(file))).toEqual([]);
});
