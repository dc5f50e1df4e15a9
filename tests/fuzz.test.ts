import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { mdxToJs } from "satteri";
import { afterAll, describe, expect, it, vi } from "vitest";
import { type Agreement, parseAgreement } from "#domain/agreement/parse.ts";
import { printAgreement } from "#domain/agreement/print.ts";
import { readSections } from "#domain/agreement/sections.ts";
import { splitFile } from "#domain/file-parts.ts";
import * as micromark from "#domain/mdx/micromark-reader.ts";
import * as satteri from "#domain/mdx/satteri-reader.ts";
import { checkPage } from "#domain/page/check-page.ts";
import { formatProblem, type Problem, withoutWarnings } from "#domain/problem.ts";
import { problemCodes } from "#domain/problem-codes.ts";
import { parseYear } from "#domain/year/template.ts";
import { checkAgreementText, listAgreementFiles, readAgreement } from "#loaders/agreement-files.ts";
import { folders, listFiles } from "#loaders/content-files.ts";
import { readRegisters } from "#loaders/registers.ts";
import { expectAllowed, isAllowedTree } from "./fuzz/allow-list.ts";
import { blockTrees, mutations, noise, type SourceFile, soup } from "./fuzz/arbitraries.ts";
import { canaryTraces, provokeCanary } from "./fuzz/canary.ts";
import { harmless } from "./fuzz/snippets.ts";
import { copyWorld } from "./world.ts";

/** `FUZZ_RUNS=100000 npx vitest run --project unit tests/fuzz.test.ts` looks longer. */
const runs = Number(process.env.FUZZ_RUNS ?? 1500);
const seed = Number(process.env.FUZZ_SEED ?? 20250802);
vi.setConfig({ testTimeout: Math.max(60_000, runs * 100) });

const root = process.cwd();
const registers = readRegisters(root);
const agreements = sourcesOf(listAgreementFiles(root));
const years = sourcesOf(listFiles(root, folders.years, ".mdx"));
const pages = sourcesOf(listFiles(root, folders.pages, ".mdx"));
const agreementFile = `${folders.agreements}/2025/wetteraukreis.mdx`;

const counts = new Map<string, number>();
const codes = new Map<string, number>();

afterAll(() => {
  const told = [counts, codes].map((map) =>
    [...map]
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => `${name} ${count}`)
      .join(", "),
  );
  console.log(`Fuzz, seed ${seed}: ${told.join("\n")}`);
});

describe("anything at all is reported, never thrown", () => {
  const others = fc.oneof(
    soup,
    soup.map((body) => withHead(agreements[0]?.source ?? "", body)),
    noise,
  );
  const likely = (files: readonly SourceFile[]) =>
    fc.oneof(
      { weight: 8, arbitrary: mutations(files) },
      { weight: 2, arbitrary: others.map((source) => ({ file: files[0]?.file ?? "", source })) },
    );

  it("as an agreement", () => {
    check(0.5, likely(agreements), ({ file, source }) => {
      const { problems } = checkAgreementText(root, { file, source }, registers);
      expectSound("agreements", problems, file, source);
    });
  });

  it("as a year", () => {
    check(0.1, likely(years), ({ file, source }) => {
      expectSound("years", parseYear(source, file).problems, file, source);
    });
  });

  it("as a page", () => {
    check(0.1, likely(pages), ({ file, source }) => {
      expectSound(
        "pages",
        checkPage(source, file, () => undefined),
        file,
        source,
      );
    });
  });

  it("as bytes in a file", () => {
    const world = copyWorld();
    const worldRegisters = readRegisters(world);
    const intact = readFileSync(join(world, agreementFile));
    const oneByte = fc
      .tuple(fc.nat(intact.length - 1), fc.nat(255))
      .map(([at, byte]) => intact.with(at, byte));
    check(0.1, fc.oneof(oneByte, fc.uint8Array({ maxLength: 300 })), (bytes) => {
      writeFileSync(join(world, agreementFile), bytes);
      const { problems } = readAgreement(world, agreementFile, worldRegisters);
      expectSound("bytes", problems, agreementFile, new TextDecoder().decode(bytes));
    });
    rmSync(world, { recursive: true });
  });
});

describe("an agreement that is printed", () => {
  it.each(agreements)("is read as the same again: $file", ({ file, source }) => {
    expectSameAgain(parseAgreement(source, file).agreement);
  });

  it("is read as the same again, whatever was accepted", () => {
    const mild = mutations(agreements, { put: harmless, most: 2 });
    check(0.5, mild, ({ file, source }) => {
      const { agreement, problems } = parseAgreement(source, file);
      count(problems.length > 0 ? "mild changes refused" : "mild changes accepted and printed");
      if (problems.length === 0) expectSameAgain(agreement);
    });
  });

  it("is read as the same again, whatever its wording", () => {
    const { agreement } = parseAgreement(agreements[0]?.source ?? "", agreementFile);
    if (!agreement) throw new Error("The first agreement cannot be read");
    check(0.5, blockTrees, (blocks) => {
      const heading = { type: "heading", depth: 2, line: 1 } as const;
      const praeambel = { ...heading, children: [{ type: "text", value: "Präambel" }] } as const;
      const { sections } = readSections([praeambel, ...blocks], agreementFile);
      count("wordings made up and printed");
      expectSameAgain({ ...agreement, sections });
    });
  });
});

describe("what is accepted", () => {
  it("is nothing but what the allow-list names, to both readers", () => {
    check(0.3, mutations(agreements, { most: 3 }), ({ file, source }) => {
      const { agreement, problems } = parseAgreement(source, file);
      const parts = splitFile(source, file);
      if ("code" in parts) return;
      const [native, browser] = [satteri.readMdx(parts.body), micromark.readMdx(parts.body)];
      const [isNative, isBrowser] = [isAllowedTree(native), isAllowedTree(browser)];
      count(isNative === isBrowser ? "readers agree" : `only ${isNative ? "native" : "browser"}`);
      if (!agreement || problems.length > 0) return;
      expect(isNative).toBe(true);
      for (const section of agreement.sections) expectAllowed(section);
    });
  });

  it("has no program in it when it is compiled as a page", () => {
    const head = "---\ntitle: Impressum\ndescription: Wer sie herausgibt.\n---\n\n";
    const made = soup.map((body) => ({ file: pages[0]?.file ?? "", source: head + body }));
    check(0.3, fc.oneof(made, mutations(pages, { most: 3 })), ({ file, source }) => {
      if (checkPage(source, file).length > 0) return;
      count("pages compiled");
      const { code } = mdxToJs(source, { features: { ...satteri.mdxFeatures, frontmatter: true } });
      const withoutTexts = code.replace(/"(?:[^"\\]|\\.)*"/g, '""');
      expect(withoutTexts).not.toMatch(/canary|process|globalThis|import\s*\(|script/i);
    });
  });

  it("never ran: the canary is still there, and would have been noticed", () => {
    expect(canaryTraces()).toEqual([]);
    expect(provokeCanary()).toEqual(["globalThis", "file", "environment"]);
    expect(canaryTraces()).toEqual([]);
  });
});

function sourcesOf(files: readonly string[]): SourceFile[] {
  return files.map((file) => ({ file, source: readFileSync(file, "utf8") }));
}

function check<Value>(share: number, values: fc.Arbitrary<Value>, look: (value: Value) => void) {
  fc.assert(fc.property(values, look), { numRuns: Math.ceil(runs * share), seed });
}

function count(what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

/** A sound head above any body. */
function withHead(source: string, body: string): string {
  const parts = splitFile(source, agreementFile);
  return "code" in parts ? body : `---\n${parts.yaml}---\n${body}`;
}

/** Problems as people can use them: known, at a line that exists, in German, on one line. */
function expectSound(
  kind: string,
  problems: readonly Problem[],
  file: string,
  source: string,
): void {
  count(`${kind} ${withoutWarnings(problems).length === 0 ? "accepted" : "refused"}`);
  const lines = source.split(/\r\n?|\n/).length;
  for (const problem of problems) {
    codes.set(problem.code, (codes.get(problem.code) ?? 0) + 1);
    const isSound =
      problem.code in problemCodes &&
      Number.isInteger(problem.line) &&
      problem.line >= 1 &&
      (problem.file !== file || problem.line <= lines) &&
      problem.field.length > 0 &&
      /^[„A-ZÄÖÜ§\d].*\.$/su.test(problem.message) &&
      problem.message.length < 1000 &&
      !/[\p{Cc}\p{Cf}]/u.test(formatProblem(problem));
    if (!isSound) throw new Error(`A problem that no one can use: ${JSON.stringify(problem)}`);
  }
}

function expectSameAgain(agreement: Agreement | undefined): void {
  if (!agreement) throw new Error("There is no agreement");
  const printed = printAgreement(agreement);
  const again = parseAgreement(printed, agreementFile).agreement;
  expect(withoutLines(again), printed).toEqual(withoutLines(agreement));
  expect(again && printAgreement(again)).toBe(printed);
}

function withoutLines(agreement: Agreement | undefined): unknown {
  return (
    agreement && JSON.parse(JSON.stringify(agreement, (key, value) => (key === "line" ? 0 : value)))
  );
}
