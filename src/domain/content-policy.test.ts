import { expect, it } from "vitest";
import { contentPolicy } from "./content-policy.ts";

it("lets a page for reading run no script and fetch nothing", () => {
  const policy = contentPolicy("none");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/script-src|connect-src/);
});

it("lets the search run its own scripts and WebAssembly, and nothing inline", () => {
  const policy = contentPolicy("search");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
});
