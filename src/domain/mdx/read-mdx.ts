import type { Root } from "mdast";
import { mdxToMdast } from "satteri";

/** Where and how MDX could not be read; `reason` is the parser's code, not for readers. */
export interface MdxSyntaxError {
  /** 1-based, within the text that was read. */
  readonly line: number;
  readonly reason: string;
}

/** Smart punctuation stays off: the quotation marks of a legal text are part of its wording. */
export const mdxFeatures = { gfm: { footnotes: false }, smartPunctuation: false } as const;

/**
 * Reads MDX into a tree; nothing in it is compiled or run.
 *
 * @param source MDX without frontmatter
 */
export function readMdx(source: string): Root | MdxSyntaxError {
  try {
    return mdxToMdast(source, {
      features: { ...mdxFeatures, frontmatter: false },
    }) as Root;
  } catch (error) {
    return syntaxError(error instanceof Error ? error.message : String(error));
  }
}

function syntaxError(message: string): MdxSyntaxError {
  const [, line, reason] = message.match(/^(\d+):\d+: ([\s\S]*)$/) ?? [];
  return { line: Number(line ?? 1), reason: reason ?? message };
}
