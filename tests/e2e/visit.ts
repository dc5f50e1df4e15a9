import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, expect, inject } from "vitest";

export const origin = inject("origin");

let browser: Promise<Browser> | undefined;

afterAll(async () => {
  await (await browser)?.close();
});

/** A page of the built site that reports what must never happen. */
export interface Visit {
  readonly page: Page;
  /** Console errors, uncaught exceptions and requests to other hosts, in order. */
  readonly complaints: string[];
}

export interface VisitOptions extends BrowserContextOptions {
  /** Where another site than the built one is served. */
  readonly site?: string;
}

/**
 * Opens a path of the built site in a fresh context; afterwards the context is closed and any
 * complaint fails the test.
 */
export async function visit(
  path: string,
  journey: (page: Page) => Promise<void>,
  { site = origin, ...options }: VisitOptions = {},
): Promise<void> {
  browser ??= chromium.connect(inject("browser"));
  const context = await (await browser).newContext({ locale: "de-DE", ...options });
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning")
        complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(`${site}/`)) complaints.push(`Request to ${request.url()}`);
    });
    await page.goto(site + path);
    await journey(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

/** The paths of all pages, as the sitemap lists them. */
export async function listPaths(): Promise<string[]> {
  const sitemap = await (await fetch(`${origin}/sitemap-0.xml`)).text();
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = ""]) => new URL(url).pathname);
}
