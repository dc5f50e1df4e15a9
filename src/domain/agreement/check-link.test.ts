import type { Link } from "mdast";
import { describe, expect, it } from "vitest";
import { checkLink } from "./check-link.ts";

function link(text: string, url: string): Link {
  return { type: "link", url, children: [{ type: "text", value: text }] };
}

describe("a link whose text is an address", () => {
  it.each([
    ["https://example.org", "https://example.org"],
    ["https://Example.org/", "http://example.org/seite#a"],
    ["www.example.org", "http://www.example.org"],
    ["www.example.org/a", "https://www.example.org/a/b"],
    ["post@example.org", "mailto:post@example.org"],
    ["post@example.org", "mailto:Post@example.org?subject=Frage"],
    ["Seite von https://example.org", "https://example.com"],
    ["Seite", "https://example.com"],
    ["@hessen", "https://example.com"],
  ])("may show %s and lead to %s", (text, url) => {
    expect(checkLink(link(text, url))).toEqual([]);
  });

  it.each([
    ["https://example.org", "https://example.com"],
    ["https://example.org", "https://example.org.example.com"],
    ["https://example.org", "/vereinbarungen/"],
    ["www.example.org", "https://example.org"],
    ["post@example.org", "mailto:post@example.com"],
    ["post@example.org", "https://example.org"],
    ["post@example.org", "mailto:%E0%A4%A"],
  ])("may not show %s and lead to %s", (text, url) => {
    expect(checkLink(link(text, url))).toEqual([
      {
        code: "content-link",
        message: `Der Link zeigt „${text}“ und führt zu „${url}“. Schreiben Sie an beide Stellen dieselbe Adresse.`,
      },
    ]);
  });
});
