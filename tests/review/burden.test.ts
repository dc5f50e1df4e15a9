import { readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { printReview, reviewOf } from "./project.ts";

vi.setConfig({ testTimeout: 30_000 });

const wetterau = "src/content/agreements/2025/wetteraukreis.mdx";
const text = readFileSync(wetterau, "utf8");
const [head = ""] = text.split("\n## Präambel");
const long = 1_500_000;
const lines = (word: string) =>
  Array.from({ length: 100_000 }, (_, index) => `${word} ${index}`).join("\n");
const passages = (word: string, count: number) =>
  `${head}\n${Array.from({ length: count }, (_, index) => `Satz ${word} ${index}.`).join("\n\n")}\n`;

it.each([
  ["one word without end", wetterau, text, `${head}\n${"a".repeat(long)}\n`],
  [
    "another word without end",
    wetterau,
    `${head}\n${"a".repeat(long)}b\n`,
    `${head}\n${"a".repeat(long)}c\n`,
  ],
  ["blanks without end", wetterau, text, text.replace("im Herbst", `im${" ".repeat(long)}Herbst`)],
  ["nothing but lines", wetterau, lines("a"), lines("b")],
  ["lines in an original", "public/originals/2025/wetteraukreis.txt", lines("a"), lines("b")],
  ["passages without number", wetterau, passages("a", 3000), passages("b", 3000)],
  [
    "blank lines in a register",
    "src/content/districts/hanau.yaml",
    "name: Hanau\n",
    "\n".repeat(long),
  ],
  [
    "a title of blanks",
    "src/content/measures/ausbildung.yaml",
    "shortTitle: A\n",
    `shortTitle: A${" ".repeat(100_000)}${"x".repeat(200)}"\n`,
  ],
  [
    "a reason of dots",
    "public/originals/2025/darmstadt.repairs.yaml",
    "[]\n",
    `- line: 1\n  found: 'a'\n  published: 'b'\n  reason: ${".".repeat(200_000)}x\n`,
  ],
  [
    "repairs without number",
    "public/originals/2025/darmstadt.repairs.yaml",
    repairs("a", 500),
    repairs("b", 500),
  ],
])("keeps nobody waiting: %s", (_, path, before, after) => {
  const start = performance.now();
  const report = printReview(
    reviewOf([{ path, before: { text: before }, after: { text: after } }]),
  );
  const back = printReview(reviewOf([{ path, before: { text: after }, after: { text: before } }]));
  expect(report.length).toBeGreaterThan(1);
  expect(back.length).toBeGreaterThan(1);
  // Both take a quarter of that at most on a machine with nothing else to do.
  expect(performance.now() - start).toBeLessThan(15_000);
});

function repairs(word: string, count: number): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `- line: ${index + 1}\n  found: '${word}${index}'\n  published: 'x'\n  reason: Grund\n`,
  ).join("");
}
