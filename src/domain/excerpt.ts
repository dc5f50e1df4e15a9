/** As much of a text as one sentence can quote. */
export function excerpt(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)} …` : text;
}
