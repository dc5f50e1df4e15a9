/** What a page may run: nothing, scripts of its own, or the search with its WebAssembly. */
export type PageScripts = "none" | "own" | "search";

const scriptDirectives: Record<PageScripts, readonly string[]> = {
  none: [],
  own: ["script-src 'self'"],
  search: ["script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'"],
};

/**
 * The Content Security Policy of a page: everything is refused but what this kind of page needs.
 * `frame-ancestors` only works as a header; `tools/serve.ts` and `deploy/` send it.
 */
export function contentPolicy(scripts: PageScripts): string {
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "font-src 'self'",
    "form-action 'self'",
    "img-src 'self'",
    "style-src 'self'",
    ...scriptDirectives[scripts],
  ].join("; ");
}
