/** Where and how MDX could not be read; `reason` is the parser's text, not for readers. */
export interface MdxSyntaxError {
  /** 1-based, within the text that was read. */
  readonly line: number;
  readonly reason: string;
}
