import { expect, it } from "vitest";
import { excerpt } from "./excerpt.ts";

it.each([
  ["a text that a sentence can hold", "a".repeat(100), "a".repeat(100)],
  ["the beginning of a longer one", "a".repeat(101), `${"a".repeat(100)} …`],
  ["nothing of nothing", "", ""],
])("gives %s", (_, text, expected) => {
  expect(excerpt(text)).toBe(expected);
});
