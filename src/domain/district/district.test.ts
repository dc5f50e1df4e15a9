import { describe, expect, it } from "vitest";
import { compareDistricts, districtKind, isValidIn } from "./district.ts";
import { type District, districtSchema } from "./schema.ts";

function district(name: string): District {
  return {
    slug: name.toLowerCase(),
    ags: "06440",
    kind: "landkreis",
    name,
    officialName: name,
    agreementName: { text: name, nominative: "", genitive: "", dative: "", accusative: "" },
    seat: name,
    regierungsbezirk: "Darmstadt",
  };
}

describe("isValidIn", () => {
  it.each([
    ["Hanau before it left the Main-Kinzig-Kreis", { validFrom: "2026-01-01" }, 2025, false],
    ["Hanau in its first year", { validFrom: "2026-01-01" }, 2026, true],
    ["Hanau later", { validFrom: "2026-01-01" }, 2030, true],
    ["a district that begins on the last day", { validFrom: "2025-12-31" }, 2025, true],
    ["a district that ends on the first day", { validTo: "2025-01-01" }, 2025, true],
    ["a district that ended the year before", { validTo: "2024-12-31" }, 2025, false],
    ["a district without limits", {}, 2014, true],
  ])("knows %s", (_, limits, year, expected) => {
    expect(isValidIn(limits, year)).toBe(expected);
  });
});

describe("compareDistricts", () => {
  it("sorts by place in German, whatever the kind", () => {
    const sorted = [
      "Landkreis Bergstraße",
      "Darmstadt",
      "Fulda",
      "Landkreis Gießen",
      "Groß-Gerau",
      "Odenwaldkreis",
      "Landkreis Offenbach",
      "Offenbach am Main",
    ];
    const districts = [...sorted].reverse().map(district).sort(compareDistricts);
    expect(districts.map(({ name }) => name)).toEqual(sorted);
  });
});

describe("districtKind", () => {
  it.each([
    ["landkreis", "Landkreis"],
    ["kreisfreie-stadt", "kreisfreie Stadt"],
  ] as const)("of %s is %s", (kind, expected) => {
    expect(districtKind({ kind })).toBe(expected);
  });
});

describe("the register's schema", () => {
  const { slug: _, ...entry } = {
    ...district("Wetteraukreis"),
    agreementName: { text: "a", nominative: "a", genitive: "a", dative: "a", accusative: "a" },
  };

  it("accepts an entry", () => {
    expect(districtSchema.safeParse(entry).success).toBe(true);
  });

  it.each([
    ["an AGS of another state", { ags: "05440" }],
    ["an AGS that lost its zero", { ags: "6440" }],
    ["an AGS of a municipality", { ags: "06440008" }],
    ["a missing grammatical form", { agreementName: { ...entry.agreementName, genitive: "" } }],
    ["a date that does not exist", { validFrom: "2026-02-30" }],
    ["a field of its own", { population: 5 }],
  ])("refuses %s", (_, change) => {
    expect(districtSchema.safeParse({ ...entry, ...change }).success).toBe(false);
  });
});
