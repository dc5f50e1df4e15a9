import { describe, expect, it } from "vitest";
import type { Problem } from "./problem.ts";
import { reportFormats, reportProblems } from "./problem-report.ts";

const error: Problem = {
  code: "amount-not-digits",
  file: "src/content/agreements/2025/wetteraukreis.mdx",
  line: 4,
  field: "Fördersumme",
  message: "„1.310.490“ enthält Punkte. Schreiben Sie 1310490.",
};
const warning: Problem = {
  code: "template-departure",
  file: "src/content/agreements/2025/kassel.mdx",
  line: 30,
  field: "Wortlaut",
  message: "100 % anders: a,\nb",
};

describe("a report", () => {
  it("is empty without problems, or an empty list", () => {
    expect(reportFormats.map((format) => [format, reportProblems([], format)])).toEqual([
      ["text", ""],
      ["json", "[]\n"],
      ["github", ""],
      ["gitlab", "[]\n"],
    ]);
  });

  it("has for people a line for each problem", () => {
    expect(reportProblems([error, warning], "text")).toBe(
      "src/content/agreements/2025/wetteraukreis.mdx:4 · Fördersumme: „1.310.490“ enthält Punkte. Schreiben Sie 1310490. [amount-not-digits]\nsrc/content/agreements/2025/kassel.mdx:30 · Hinweis · Wortlaut: 100 % anders: a,\ufffdb [template-departure]\n",
    );
  });

  it("has for programs every part of a problem, and its severity", () => {
    expect(JSON.parse(reportProblems([error, warning], "json"))).toEqual([
      { severity: "error", ...error },
      { severity: "warning", ...warning },
    ]);
  });

  it("has for GitHub an annotation of each line", () => {
    expect(reportProblems([error, warning], "github")).toBe(
      "::error file=src/content/agreements/2025/wetteraukreis.mdx,line=4,title=Fördersumme [amount-not-digits]::„1.310.490“ enthält Punkte. Schreiben Sie 1310490.\n::warning file=src/content/agreements/2025/kassel.mdx,line=30,title=Wortlaut [template-departure]::100 %25 anders: a,%0Ab\n",
    );
  });

  it("lets no file's name or text become a command to GitHub", () => {
    const evil = {
      ...error,
      file: "a,line=9::\n::error::b",
      field: "x::y,z",
      message: "a\r\n::set-output name=a::b",
    };
    expect(reportProblems([evil], "github")).toBe(
      "::error file=a%2Cline=9%3A%3A%0A%3A%3Aerror%3A%3Ab,line=4,title=x%3A%3Ay%2Cz [amount-not-digits]::a%0D%0A::set-output name=a::b\n",
    );
  });

  it("has for GitLab what its report of code quality needs", () => {
    expect(JSON.parse(reportProblems([error, warning], "gitlab"))).toEqual([
      {
        description: "Fördersumme: „1.310.490“ enthält Punkte. Schreiben Sie 1310490.",
        check_name: "amount-not-digits",
        fingerprint: "src/content/agreements/2025/wetteraukreis.mdx#amount-not-digits#1",
        severity: "blocker",
        location: { path: error.file, lines: { begin: 4 } },
      },
      {
        description: "Wortlaut: 100 % anders: a,\nb",
        check_name: "template-departure",
        fingerprint: "src/content/agreements/2025/kassel.mdx#template-departure#1",
        severity: "minor",
        location: { path: warning.file, lines: { begin: 30 } },
      },
    ]);
  });
});

describe("the fingerprint of a problem for GitLab", () => {
  const fingerprints = (problems: readonly Problem[]) =>
    JSON.parse(reportProblems(problems, "gitlab")).map(
      ({ fingerprint }: { fingerprint: string }) => fingerprint,
    );

  it("is different for each", () => {
    const all = [error, { ...error, line: 9 }, { ...error, file: "b.mdx" }, warning, error];
    expect(new Set(fingerprints(all)).size).toBe(all.length);
  });

  it("stays the same when text above it changes", () => {
    const moved = [error, warning].map((problem) => ({ ...problem, line: problem.line + 7 }));
    expect(fingerprints(moved)).toEqual(fingerprints([error, warning]));
  });
});
