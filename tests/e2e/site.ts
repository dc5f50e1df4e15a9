import type { AddressInfo } from "node:net";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { buildSite } from "#tools/build.ts";
import { ensureChromium } from "#tools/chromium.ts";
import { listen, serveFolder } from "#tools/serve.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the built site is served, without a slash at the end. */
    origin: string;
    /** The one browser of all browser tests. */
    browser: string;
  }
}

/** Builds the site, serves it and starts a browser, once for all browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildSite();
  const server = await listen(0, serveFolder("dist"));
  const browser = await chromium.launchServer({
    executablePath: ensureChromium(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  project.provide("origin", `http://localhost:${(server.address() as AddressInfo).port}`);
  project.provide("browser", browser.wsEndpoint());
  return async () => {
    await browser.close();
    server.close();
  };
}
