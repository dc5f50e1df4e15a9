import type { Root } from "mdast";
import { readMdx } from "#mdx-reader";
import type { MdxSyntaxError } from "./mdx-syntax-error.ts";

/** Each of these makes the readers look at all that follows; a wording has a dozen `<`, no `{`. */
const most = { "{": 200, "<": 500, "&": 500 } as const;

/**
 * Reads MDX unless it would take seconds.
 *
 * @param source MDX without frontmatter
 */
export function readBounded(source: string): Root | MdxSyntaxError {
  for (const [character, count] of Object.entries(most)) {
    const parts = source.split(character);
    if (parts.length - 1 <= count) continue;
    const before = parts.slice(0, count + 1).join(character);
    return { line: before.split("\n").length, reason: `too many ${character}` };
  }
  return readMdx(source);
}
