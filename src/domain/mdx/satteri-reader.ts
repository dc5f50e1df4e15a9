import type { Root } from "mdast";
import { mdxToMdast } from "satteri";
import type { MdxSyntaxError } from "./mdx-syntax-error.ts";

/** Smart punctuation stays off: the quotation marks of a legal text are part of its wording. */
export const mdxFeatures = { gfm: true, smartPunctuation: false } as const;

/**
 * Reads MDX into a tree; nothing in it is compiled or run. The reader of build, command line and
 * server: native and fast. `#mdx-reader` names it in `package.json`, and its counterpart for the
 * browser.
 *
 * @param source MDX without frontmatter
 */
export function readMdx(source: string): Root | MdxSyntaxError {
  try {
    // A program whose quotation mark is left open, with a backslash at the very end, kills satteri
    // 0.10.5 and the process with it.
    return mdxToMdast(`${source}\n`, { features: { ...mdxFeatures, frontmatter: false } }) as Root;
  } catch (error) {
    return syntaxError(error instanceof Error ? error.message : String(error));
  }
}

function syntaxError(message: string): MdxSyntaxError {
  const [, line, reason] = message.match(/^(\d+):\d+: ([\s\S]*)$/) ?? [];
  return { line: Number(line ?? 1), reason: reason ?? message };
}
