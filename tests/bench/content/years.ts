/**
 * Moves a text to another programme year; „für die Jahre 2020 bis 2024“ and „2025 bis 2029“ stay,
 * in a Muster as in its agreements.
 */
export function moveYear(text: string, from: number, to: number): string {
  return text.replaceAll(new RegExp(`(?<!Jahre |bis )\\b${from}\\b`, "g"), String(to));
}
