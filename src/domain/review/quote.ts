/** As many characters as a sentence quotes of a text. */
const longest = 100;

/** The beginning of a text that is too long for a sentence, to the end of a word. */
export function shorten(text: string, most = longest): string {
  const line = text.trim().replace(/\s+/g, " ");
  if (line.length <= most) return line;
  const cut = line.slice(0, most + 1);
  const end = cut.lastIndexOf(" ");
  return `${end > most / 2 ? cut.slice(0, end) : cut.slice(0, most)} …`;
}

export function quote(text: string): string {
  return `„${shorten(text)}“`;
}

/** With the full stop that a sentence needs, unless what it quotes at its end has one. */
export function endSentence(text: string): string {
  return /[.!?]“$/.test(text) ? text : `${text}.`;
}
