/** What could command a terminal, turn a line around or hide something; half characters. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A text in which nothing is invisible: a mark stands for each such character. */
export function makeVisible(text: string): string {
  return text.replace(invisible, "\ufffd");
}
