/** Text without what people vary when they type: case, accents and umlauts' dots, ß. */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll("ß", "ss").normalize("NFD").replace(/\p{M}/gu, "");
}
