import { describe, expect, it } from "vitest";
import { citation, citedTitle, projectTitles, signatureLines, titleLines } from "./parties.ts";
import { sampleParties } from "./sample-parties.ts";

const parties = {
  district: sampleParties.district,
  year: {
    year: 2025,
    ministry: {
      name: "Hessisches Ministerium für Arbeit",
      dative: "Hessischen Ministerium für Arbeit",
      abbreviation: "HMSI",
    },
    subject: "zur Umsetzung des hessischen Ausbildungs- und Qualifizierungsbudgets",
  },
} as const;
const title =
  "Zielvereinbarung 2025 zwischen dem Hessischen Ministerium für Arbeit und dem Landkreis Wetteraukreis zur Umsetzung des hessischen Ausbildungs- und Qualifizierungsbudgets";
const url = "https://example.org/vereinbarungen/2025/wetteraukreis/";

describe("the title of an agreement", () => {
  it("is one line to cite and six lines on the title page", () => {
    expect(citedTitle(parties)).toBe(title);
    expect(titleLines(parties)).toHaveLength(6);
  });
});

describe("citation", () => {
  it.each([
    ["the whole", "", url, `${title}, ${url}`],
    [
      "an Absatz",
      "§ 4 Absatz 1",
      `${url}#par-4-abs-1`,
      `${title}, § 4 Absatz 1, ${url}#par-4-abs-1`,
    ],
  ])("cites %s", (_, label, address, expected) => {
    expect(citation(parties, label, address)).toBe(expected);
  });
});

describe("signatureLines", () => {
  it("name the ministry for the state", () => {
    const signature = {
      party: "state",
      name: "Heike Hofmann",
      role: "Staatsministerin",
      place: "Wiesbaden",
      date: "2025-08-02",
    } as const;
    expect(signatureLines(signature, parties)).toEqual([
      "Wiesbaden, den 2. August 2025",
      "Heike Hofmann",
      "Staatsministerin",
      "Hessisches Ministerium für Arbeit",
    ]);
  });

  it("name the Gebietskörperschaft for its side and mark a date that cannot be read", () => {
    const signature = {
      party: "district",
      name: "Marion Götz",
      role: "Kreisbeigeordnete",
      place: "Friedberg",
    } as const;
    expect(signatureLines(signature, parties)).toEqual([
      "Friedberg, den [unleserlich]",
      "Marion Götz",
      "Kreisbeigeordnete des Landkreises Wetteraukreis",
    ]);
  });
});

describe("projectTitles", () => {
  const agreement = {
    facts: {
      district: "wetteraukreis",
      year: 2025,
      amount: 1,
      projects: [
        { measure: "ausbildung", title: "B" },
        { measure: "qualifizierung", title: "C" },
        { measure: "ausbildung", title: "A" },
      ],
      signatures: [],
      source: { file: "", sha256: "" },
    },
    sections: [],
  };

  it.each([
    ["ausbildung", ["B", "A"]],
    ["qualifizierung", ["C"]],
    ["weiterbildung", []],
  ])("gives those of %s in the order of § 5", (measure, expected) => {
    expect(projectTitles(agreement, measure)).toEqual(expected);
  });
});
