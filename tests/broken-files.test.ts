import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { problemCodes } from "#domain/problem-codes.ts";
import { brokenFolder, checkBrokenFile, listBrokenFiles, printProblems, world } from "./world.ts";

const files = listBrokenFiles();
const found = new Map(files.map((file) => [file, checkBrokenFile(file)]));

/** What no single file of an agreement can show; `survival.test.ts` has a case of each. */
const onlyInFolders = [
  "file-too-large",
  "file-unexpected",
  "file-unreadable",
  "register-entry",
  "source-shared",
];

it("the world that the broken files come from has no problem and no warning", () => {
  expect(printProblems(world)).toEqual([]);
});

describe("the broken files", () => {
  it("are at least 60", () => {
    expect(files.length).toBeGreaterThanOrEqual(60);
  });

  it("have one mistake each, and one line that tells it", () => {
    const others = [...found].filter(([, lines]) => lines.length !== 1);
    expect(Object.fromEntries(others)).toEqual({});
  });

  it("print exactly what was agreed on", async () => {
    const printed = [...found.values()].flat().map((line) => `${line}\n`);
    await expect(printed.join("")).toMatchFileSnapshot(`../${brokenFolder}/problems.txt`);
  });

  it("show every code that an agreement can have", () => {
    const golden = readFileSync(`${brokenFolder}/problems.txt`, "utf8");
    const codes = new Set([...golden.matchAll(/\[([a-z-]+)\]$/gm)].map(([, code]) => code));
    expect([...codes, ...onlyInFolders].sort()).toEqual(Object.keys(problemCodes).sort());
  });
});

describe("the messages", () => {
  const messages = [...found.values()].flat();

  it.each(["bitte", "ungültig", "Fehler:", "undefined", "[object"])("never say „%s“", (words) => {
    expect(messages.filter((line) => line.toLowerCase().includes(words.toLowerCase()))).toEqual([]);
  });

  it("say what to do: the last sentence, or the one before, begins with a verb and „Sie“", () => {
    const silent = messages.filter((line) => !/\b\p{Lu}?\p{Ll}+n Sie\b/u.test(line));
    expect(silent).toEqual([]);
  });

  it("fit on one line without invisible characters", () => {
    expect(messages.filter((line) => /[\p{Cc}\p{Cf}]/u.test(line))).toEqual([]);
  });
});
