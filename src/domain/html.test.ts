import { expect, it } from "vitest";
import { escapeHtml } from "./html.ts";

it.each([
  ["R&D <b> \"a\" 'b'", "R&amp;D &lt;b&gt; &quot;a&quot; &#39;b&#39;"],
  ["&amp;", "&amp;amp;"],
  ["„Ä – ß“", "„Ä – ß“"],
])("writes „%s“ so that HTML shows it as text", (text, expected) => {
  expect(escapeHtml(text)).toBe(expected);
});
