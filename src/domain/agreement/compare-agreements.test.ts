import { describe, expect, it } from "vitest";
import { type ComparedAgreement, compareAgreements } from "./compare-agreements.ts";

const lines: Record<string, number> = { district: 2, year: 3, amount: 4 };

function agreement(
  year: number,
  district: string,
  amount: number,
  file = `src/content/agreements/${year}/${district}.mdx`,
): ComparedAgreement {
  return { file, facts: { year, district, amount }, lineOf: (field) => lines[field] ?? 1 };
}

describe("the Fördersumme beside that of the year before", () => {
  it.each([
    [1_000_000, 1_500_001, "1.500.001\u00a0€ statt 1.000.000\u00a0€ im Jahr 2024 (+50\u00a0%)."],
    [1_000_000, 499_999, "499.999\u00a0€ statt 1.000.000\u00a0€ im Jahr 2024 (−50\u00a0%)."],
    [1_000_000, 10_000_000, "10.000.000\u00a0€ statt 1.000.000\u00a0€ im Jahr 2024 (+900\u00a0%)."],
    [1_310_490, 131_049, "131.049\u00a0€ statt 1.310.490\u00a0€ im Jahr 2024 (−90\u00a0%)."],
    [120, 120_000, "120.000\u00a0€ statt 120\u00a0€ im Jahr 2024 (+99.900\u00a0%)."],
  ])("is worth a look where %d becomes %d", (before, after, message) => {
    const compared = [agreement(2025, "kassel", after), agreement(2024, "kassel", before)];
    expect(compareAgreements(compared)).toEqual([
      {
        code: "amount-jump",
        file: "src/content/agreements/2025/kassel.mdx",
        line: 4,
        field: "Fördersumme",
        message: `${message} Vergleichen Sie die Zahl mit dem Original.`,
      },
    ]);
  });

  it.each([
    [1_000_000, 1_000_000],
    [1_000_000, 1_500_000],
    [1_000_000, 500_000],
    [3, 4],
  ])("is not where %d becomes %d", (before, after) => {
    const compared = [agreement(2024, "kassel", before), agreement(2025, "kassel", after)];
    expect(compareAgreements(compared)).toEqual([]);
  });

  it("is compared with nothing else: not another district, not the year before last", () => {
    const compared = [
      agreement(2023, "kassel", 1),
      agreement(2024, "fulda", 1),
      agreement(2025, "kassel", 1_000_000),
      agreement(2026, "fulda", 1_000_000),
    ];
    expect(compareAgreements(compared)).toEqual([]);
  });

  it("is told of each year that jumps", () => {
    const compared = [2023, 2024, 2025].map((year) => agreement(year, "kassel", 10 ** (year % 10)));
    expect(compareAgreements(compared).map(({ file }) => file)).toEqual([
      "src/content/agreements/2024/kassel.mdx",
      "src/content/agreements/2025/kassel.mdx",
    ]);
  });
});

describe("an agreement that stands in two files", () => {
  it("is told in the second one, with the name of the first", () => {
    const [first, second] = [
      agreement(2025, "kassel", 5),
      agreement(2025, "kassel", 5, "src/content/agreements/2025/kassel-neu.mdx"),
    ] as const;
    expect(compareAgreements([first, second])).toEqual([
      {
        code: "agreement-doubled",
        file: second.file,
        line: 2,
        field: "Gebietskörperschaft",
        message: `Die Vereinbarung 2025 mit „kassel“ steht schon in ${first.file}. Löschen Sie eine der beiden Dateien, oder berichtigen Sie Programmjahr und Gebietskörperschaft.`,
      },
    ]);
  });

  it("is told in every further one, always with the name of the first", () => {
    const files = ["a.mdx", "b.mdx", "c.mdx"];
    const compared = files.map((file) => agreement(2025, "kassel", 5, file));
    expect(compareAgreements(compared)).toMatchObject([
      { file: "b.mdx", message: expect.stringContaining("schon in a.mdx.") },
      { file: "c.mdx", message: expect.stringContaining("schon in a.mdx.") },
    ]);
  });

  it("is no double in another year or of another district", () => {
    const compared = [
      agreement(2024, "kassel", 5),
      agreement(2025, "kassel", 5),
      agreement(2025, "landkreis-kassel", 5),
    ];
    expect(compareAgreements(compared)).toEqual([]);
  });
});
