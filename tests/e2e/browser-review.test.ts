import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { wetterau } from "../git-store/world.ts";
import { bundleForBrowser } from "./bundle.ts";
import { visit } from "./visit.ts";

let bundle = "";

beforeAll(async () => {
  bundle = await bundleForBrowser("tests/e2e/review-engine.ts", "engine");
});

it("needs nothing of Node", () => {
  expect(bundle).not.toMatch(/["']node:/);
});

it("says in the browser what changed, as an editor sees it before asking for review", async () => {
  const before = readFileSync(wetterau.path, "utf8");
  const after = before
    .replace("amount: 1310490", "amount: 1400000")
    .replace("Erfolgreiche Arbeitsmarktpolitik", "Gute Arbeitsmarktpolitik");
  await visit("/impressum/", async (page) => {
    // The page's own policy allows no script; what is tested is the engine, not the page.
    const client = await page.context().newCDPSession(page);
    const { result } = await client.send("Runtime.evaluate", {
      expression: `(() => {
        ${bundle.replace(/^var engine/, "const engine")}
        const names = engine.namesFrom(() => undefined);
        const file = { path: ${JSON.stringify(wetterau.path)}, before: { text: ${JSON.stringify(before)} }, after: { text: ${JSON.stringify(after)} } };
        const [changed] = engine.reviewFiles([file], names).entries;
        return [engine.shortForm(changed), ...engine.sentencesOf(changed, names)].join("\\n");
      })()`,
      returnByValue: true,
    });
    expect(result.value).toMatch(
      /^1\s\S+, 1\s\S+\n.*1\.400\.000\s€ statt 1\.310\.490\s€.*\n.*„Gute“ statt „Erfolgreiche“/,
    );
  });
});
