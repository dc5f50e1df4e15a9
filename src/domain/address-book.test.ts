import { describe, expect, it } from "vitest";
import { addressBook } from "./address-book.ts";

const names = {
  agreements: [[2025, "wetteraukreis"]],
  districts: ["wetteraukreis", "hanau"],
  measures: ["ausbildung"],
  years: [2025],
  pages: ["impressum"],
  originals: ["originals/2025/wetteraukreis.txt"],
} as const;
const ids = new Set(["praeambel", "par-1"]);
const addresses = addressBook(names, () => ids);

describe("what content may link to", () => {
  it.each([
    "/",
    "/vereinbarungen/",
    "/vereinbarungen/2025/wetteraukreis/daten.json",
    "/vereinbarungen/2025/wetteraukreis/text.md",
    "/kommunen/",
    "/kommunen/hanau/",
    "/jahre/",
    "/jahre/2025/",
    "/massnahmen/",
    "/massnahmen/ausbildung/",
    "/suche/",
    "/originals/2025/wetteraukreis.txt",
    "/api/v1/agreements.json",
    "/api/v1/agreements.schema.json",
    "/api/v1/agreement.schema.json",
  ])("is %s as a whole", (path) => {
    expect(addresses(path)).toEqual(new Set());
  });

  it("is a section of an agreement", () => {
    expect(addresses("/vereinbarungen/2025/wetteraukreis/")).toBe(ids);
  });

  it("is any heading of a page", () => {
    expect(addresses("/impressum/")).toBe("any");
  });

  it.each([
    "",
    "/vereinbarungen/2025/",
    "/vereinbarungen/2025/hanau/",
    "/vereinbarungen/2025/hanau/daten.json",
    "/kommunen/kassel/",
    "/jahre/2024/",
    "/massnahmen/sport/",
    "/datenschutz/",
    "/originals/2025/hanau.txt",
    "/src/content/agreements/2025/wetteraukreis.mdx",
    "/__proto__/",
  ])("is not %j", (path) => {
    expect(addresses(path)).toBeUndefined();
  });
});

it("reads an agreement once, however many links lead to it, and only if one does", () => {
  const asked: string[] = [];
  const counted = addressBook(names, (year, district) => {
    asked.push(`${year}/${district}`);
    return ids;
  });
  counted("/impressum/");
  expect(asked).toEqual([]);
  for (let link = 0; link < 3; link++) counted("/vereinbarungen/2025/wetteraukreis/");
  expect(asked).toEqual(["2025/wetteraukreis"]);
});
