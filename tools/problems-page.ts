import { readFileSync } from "node:fs";
import { type Example, writeCatalogue } from "#domain/problem-catalogue.ts";

const broken = "tests/fixtures/broken";

/** `docs/problems.md`: every code with what the gate prints for broken files and folders. */
export function problemsPage(): string {
  return writeCatalogue([...fileExamples(), ...folderExamples()]);
}

/** `2025/hanau/district-not-yet-valid.mdx:2 · …`, under the name that the file would have. */
function fileExamples(): Example[] {
  return linesOf(`${broken}/problems.txt`).map((printed) => {
    const [, place = "", mistake = "", rest = ""] =
      printed.match(/^(\d{4}\/[a-z-]+)\/([a-z0-9.-]+?)(:.*)$/) ?? [];
    const line = mistake.endsWith(".mdx")
      ? `src/content/agreements/${place}.mdx${rest}`
      : `public/originals/${place}${mistake.replace(/^[^.]*/, "")}${rest}`;
    return { line, file: `../${broken}/${place}/${mistake}` };
  });
}

function folderExamples(): Example[] {
  return linesOf(`${broken}/folders.txt`)
    .filter((line) => / · .*\]$/.test(line))
    .map((line) => ({ line }));
}

function linesOf(file: string): string[] {
  return readFileSync(file, "utf8").split("\n").filter(Boolean);
}
