import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { mdxFromMarkdown } from "mdast-util-mdx";
import { gfm } from "micromark-extension-gfm";
import { mdxjs } from "micromark-extension-mdxjs";
import type { MdxSyntaxError } from "./mdx-syntax-error.ts";

/**
 * The same reading as `satteri-reader.ts` in plain JavaScript, for the browser, where the native
 * one cannot run. What is published is decided by the native one; a test compares the two.
 *
 * @param source MDX without frontmatter
 */
export function readMdx(source: string): Root | MdxSyntaxError {
  try {
    return fromMarkdown(source, {
      extensions: [gfm(), mdxjs()],
      mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()],
    });
  } catch (error) {
    return syntaxError(error);
  }
}

/**
 * micromark throws `VFileMessage`s (https://github.com/vfile/vfile-message); those about a tag that
 * is not closed name its place in the text only: „(3:1-3:9)“.
 */
function syntaxError(error: unknown): MdxSyntaxError {
  const { line, reason = String(error) } = error as { line?: number; reason?: string };
  const [, named] = reason.match(/\((\d+):\d+/) ?? [];
  return { line: line ?? Number(named ?? 1), reason };
}
