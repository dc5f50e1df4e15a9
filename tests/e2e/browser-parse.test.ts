import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { parseAgreement } from "#domain/agreement/parse.ts";
import { listAgreementFiles } from "#loaders/agreement-files.ts";
import { bundleForBrowser } from "./bundle.ts";
import { visit } from "./visit.ts";

const files = listAgreementFiles(process.cwd());
const [sample = ""] = files.map((file) => readFileSync(file, "utf8"));
let bundle = "";

// As the CMS will bundle it: for the browser, with its own reader.
beforeAll(async () => {
  bundle = await bundleForBrowser("src/domain/agreement/parse.ts", "domain");
});

it("needs nothing of Node", () => {
  expect(bundle).not.toMatch(/["']node:/);
});

it.each(files)("gives in the browser what it gives in a build, for %s", async (file) => {
  await expectSame(readFileSync(file, "utf8"), file);
});

it.each([
  ["an expression", "Präambel\n\n{globalThis.ran = true}"],
  ["an import", 'Präambel\n\nimport x from "y"\n'],
  ["raw HTML in a line of its own", 'Präambel\n\n<b onclick="run()">t</b>'],
  ["a script link", "Präambel\n\n[a](javascript:alert(1))"],
  ["a bare <", "Präambel\n\nunter <10 %"],
  ["a component that is not closed", "Präambel\n\n<Amount>"],
  ["an unknown section", "Vorwort"],
])("reports the same of %s", async (_, text) => {
  await expectSame(
    sample.replace("Präambel", () => text),
    "a.mdx",
  );
});

it("reports a brace that is not closed, be it at the end of the text", async () => {
  const source = sample.replace("Präambel", () => "Präambel\\n\\n{");
  const { problems } = parseAgreement(source, "a.mdx");
  await visit("/impressum/", async (page) => {
    expect(await parseInBrowser(page, source, "a.mdx")).toEqual({
      problems: problems.map((problem) => ({ ...problem, line: expect.any(Number) })),
    });
  });
});

async function expectSame(source: string, file: string): Promise<void> {
  const expected = parseAgreement(source, file);
  await visit("/impressum/", async (page) => {
    expect(await parseInBrowser(page, source, file)).toEqual(JSON.parse(JSON.stringify(expected)));
  });
}

function parseInBrowser(page: Page, source: string, file: string): Promise<unknown> {
  return page.evaluate(
    `${bundle}; domain.parseAgreement(${JSON.stringify(source)}, ${JSON.stringify(file)})`,
  );
}
