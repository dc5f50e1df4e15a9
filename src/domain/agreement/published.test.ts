import { describe, expect, it } from "vitest";
import type { District } from "#domain/district/schema.ts";
import { listProjects, neighbours } from "./published.ts";
import type { Facts } from "./schema.ts";

function agreement(slug: string, year: number, projects: Facts["projects"] = []) {
  return {
    facts: { district: slug, year, amount: year, projects } as Facts,
    district: { slug, name: slug.toUpperCase() } as District,
  };
}

describe("neighbours", () => {
  const agreements = [
    agreement("kassel", 2025),
    agreement("kassel", 2024),
    agreement("kassel", 2021),
  ];

  it.each([
    ["the newest", 2025, 2024, undefined],
    ["one between, over a gap", 2024, 2021, 2025],
    ["the oldest", 2021, undefined, 2024],
  ])("of %s are the nearest in time", (_, year, previous, next) => {
    const found = neighbours(agreements, agreement("kassel", year));
    expect([found.previous?.year, found.next?.year]).toEqual([previous, next]);
  });

  it("are none where the district has one agreement", () => {
    const only = agreement("wetteraukreis", 2025);
    expect(neighbours([only], only)).toEqual({ previous: undefined, next: undefined });
  });
});

it("lists a measure's projects in the order of the agreements", () => {
  const agreements = [
    agreement("a", 2025, [
      { measure: "ausbildung", title: "eins" },
      { measure: "weiterbildung", title: "zwei" },
    ]),
    agreement("b", 2024, [{ measure: "ausbildung", title: "drei" }]),
  ];
  expect(listProjects(agreements, "ausbildung")).toEqual([
    { title: "eins", year: 2025, district: { slug: "a", name: "A" } },
    { title: "drei", year: 2024, district: { slug: "b", name: "B" } },
  ]);
});
