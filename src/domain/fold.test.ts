import { expect, it } from "vitest";
import { fold } from "./fold.ts";

it.each([
  ["Groß-Gerau", "gross-gerau"],
  ["Werra-Meißner-Kreis", "werra-meissner-kreis"],
  ["Sprachcafé", "sprachcafe"],
  ["ÜBERGANG", "ubergang"],
])("reads „%s“ as „%s“", (text, folded) => {
  expect(fold(text)).toBe(folded);
});
