import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { chromium } from "playwright-core";
import { expect, inject, it } from "vitest";

const report = readFileSync("tests/review/golden/report.html.txt", "utf8");

it("is accessible and fits, at 320 and 1280 px, light and dark", async () => {
  const browser = await chromium.connect(inject("browser"));
  try {
    const page = await (await browser.newContext()).newPage();
    await page.setContent(report);
    await page.getByText("im Wortlaut").click();
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
        expect(violations.map(({ id }) => id)).toEqual([]);
      }
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(excess).toBe(0);
    }
  } finally {
    await browser.close();
  }
});
