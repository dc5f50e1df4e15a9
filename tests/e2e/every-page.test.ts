import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { listPaths, visit } from "./visit.ts";

const widths = [320, 1280];
const schemes = ["light", "dark"] as const;
const paths = [...(await listPaths()), "/suche/", "/suche/?q=Teilzeit"];

it("lists every kind of page in the sitemap", () => {
  expect(paths).toEqual(
    expect.arrayContaining([
      "/",
      "/vereinbarungen/",
      "/vereinbarungen/2025/wetteraukreis/",
      "/vereinbarungen/2024/kassel/",
      "/kommunen/",
      "/kommunen/hanau/",
      "/jahre/2025/",
      "/massnahmen/qualifizierung/",
      "/impressum/",
      "/barrierefreiheit/",
    ]),
  );
});

it.each(paths)("%s is accessible and fits, at 320 and 1280 px, light and dark", async (path) => {
  await visit(path, async (page) => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      expect(await excessWidth(page), `sideways scrolling at ${width} px`).toBe(0);
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        // Legacy mode spares a second page; there are no frames to look into.
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
        expect(
          violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
          `axe at ${width} px, ${colorScheme}`,
        ).toEqual([]);
      }
    }
  });
});

function excessWidth(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
