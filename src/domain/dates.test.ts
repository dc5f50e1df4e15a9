import { describe, expect, it } from "vitest";
import { isCalendarDate, isoDates } from "./dates.ts";

describe("isoDates", () => {
  it.each([
    // As the five originals and the published wording spell them.
    ["Wiesbaden, den 2. 8. 2025", "Wiesbaden, den 2025-08-02"],
    ["Wiesbaden, den 2.8.2025", "Wiesbaden, den 2025-08-02"],
    ["Darmstadt, den 12. Aug. 2025", "Darmstadt, den 2025-08-12"],
    ["Darmstadt, den 12. August 2025", "Darmstadt, den 2025-08-12"],
    ["am 01.07.2024, dann am 26.7.2024.", "am 2024-07-01, dann am 2024-07-26."],
    ["1. März 2024", "2024-03-01"],
    ["1. Mär. 2024", "2024-03-01"],
    ["31. Dezember 2014", "2014-12-31"],
    ["29.2.2024", "2024-02-29"],
  ])("reads „%s“", (text, expected) => {
    expect(isoDates(text)).toBe(expected);
  });

  it.each([
    "29.2.2025",
    "31. Juni 2025",
    "1. Brumaire 2025",
    "12. Augustiner 2025",
    "5.13.2025",
    "in § 4 Absatz 1 und § 5",
    "die Jahre 2025 bis 2029",
    "1.310.490 Euro",
    "8. 2025",
  ])("leaves „%s“ as it is", (text) => {
    expect(isoDates(text)).toBe(text);
  });

  it.each([
    ["Januar", "01"],
    ["Februar", "02"],
    ["März", "03"],
    ["April", "04"],
    ["Mai", "05"],
    ["Juni", "06"],
    ["Juli", "07"],
    ["August", "08"],
    ["September", "09"],
    ["Oktober", "10"],
    ["November", "11"],
    ["Dezember", "12"],
  ])("knows the month %s", (name, month) => {
    expect(isoDates(`3. ${name} 2025`)).toBe(`2025-${month}-03`);
  });
});

describe("isCalendarDate", () => {
  it.each([
    ["2025-08-02", true],
    ["2024-02-29", true],
    ["2025-02-29", false],
    ["2025-02-30", false],
    ["2025-13-01", false],
    ["2025-00-10", false],
    ["gestern", false],
    ["", false],
  ])("of „%s“ is %s", (date, expected) => {
    expect(isCalendarDate(date)).toBe(expected);
  });
});
