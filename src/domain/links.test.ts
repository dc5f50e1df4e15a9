import { describe, expect, it } from "vitest";
import { readBody } from "./agreement/read-body.ts";
import { checkLinks, listLinks } from "./links.ts";

const file = "src/content/agreements/2025/wetteraukreis.mdx";
const page = "/vereinbarungen/2025/wetteraukreis/";
const ids: Record<string, ReadonlySet<string> | "any"> = {
  "/": new Set(),
  "/suche/": new Set(),
  "/impressum/": "any",
  [page]: new Set(["par-4", "par-4-abs-1"]),
  "/vereinbarungen/2024/kassel/": new Set(["praeambel"]),
  "/originals/2025/wetteraukreis.txt": new Set(),
};

function check(url: string) {
  return checkLinks([{ url, line: 30 }], page, (path) => ids[path], file);
}

describe("listLinks", () => {
  it("gives the links of all blocks in reading order, with the line of their block", () => {
    const body =
      "## [a](/a)\n\nText **[b](/b) und *[c](/c)***\n\n- [d](/d)\n  - [e](/e)\n\n> [f](/f)\n\n| [g](/g) |\n|---|\n| [h](/h) |\n\nhttps://example.org\n";
    const { blocks } = readBody(body, { file, lineOffset: 10, slots: [] });
    expect(listLinks(blocks).map(({ url, line }) => `${line} ${url}`)).toEqual([
      "11 /a",
      "13 /b",
      "13 /c",
      "15 /d",
      "16 /e",
      "18 /f",
      "20 /g",
      "20 /h",
      "24 https://example.org",
    ]);
  });
});

describe("a link", () => {
  it.each([
    "/",
    "#par-4",
    "#par-4-abs-1",
    "#",
    "?q=1#par-4",
    "/vereinbarungen/2025/wetteraukreis/#par-4",
    "/vereinbarungen/2024/kassel/",
    "/vereinbarungen/2024/kassel/#praeambel",
    "../../2024/kassel/#praeambel",
    "../../2024/./kassel/",
    "/suche/?q=Teilzeit",
    "/impressum/#anschrift",
    "/originals/2025/wetteraukreis.txt",
    "#par%2D4",
    "https://example.org/gibt-es-nicht",
    "http://example.org",
    "mailto:post@example.org",
  ])("may lead to %s", (url) => {
    expect(check(url)).toEqual([]);
  });

  it.each([
    "/vereinbarungen/2025/kassel/",
    "/vereinbarungen/2025/wetteraukreis",
    "#par-5",
    "#PAR-4",
    "#par-4-abs-2",
    "#%",
    "#%E0%A4%A",
    "/vereinbarungen/2024/kassel/#par-4",
    "/suche/#par-4",
    "daten",
    "../kassel/",
    "/impressum",
    "/public/originals/2025/wetteraukreis.txt",
    "https://",
    "http://[",
  ])("may not lead to %s", (url) => {
    expect(check(url)).toEqual([
      {
        code: "link-broken",
        file,
        line: 30,
        field: "Link",
        message: `Der Link führt zu „${url}“; das gibt es auf dieser Website nicht. Kopieren Sie aus der Adresszeile, was nach dem Namen der Website steht, z. B. /vereinbarungen/2025/wetteraukreis/#par-4.`,
      },
    ]);
  });
});
