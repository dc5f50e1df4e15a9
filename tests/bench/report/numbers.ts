const format = (digits: number) =>
  new Intl.NumberFormat("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });

export const printCount = (count: number) => format(0).format(count);
export const printSeconds = (seconds: number) => format(seconds < 10 ? 2 : 1).format(seconds);
export const printRatio = (ratio: number) => format(2).format(ratio);
/** Of 10⁹ bytes. */
export const printGigabytes = (bytes: number) => format(2).format(bytes / 1e9);
/** Of 1,000 bytes. */
export const printKilobytes = (bytes: number) => format(1).format(bytes / 1e3);

/** A Markdown table whose first column is text and whose others are numbers. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, index) => (index === 0 ? "---" : "--:"));
  return [head, rule, ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
