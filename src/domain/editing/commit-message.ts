/** A commit message: subject, paragraphs, trailers. */
export interface CommitMessage {
  readonly subject: string;
  readonly body?: string | undefined;
  /** `Status: In Prüfung`, in the order given; names of letters and hyphens, values of one line. */
  readonly trailers: Readonly<Record<string, string>>;
}

/** As `git interpret-trailers` and `git log --format=%(trailers)` read it. */
export function formatCommitMessage({ subject, body, trailers }: CommitMessage): string {
  const listed = Object.entries(trailers).map(([name, value]) => `${name}: ${oneLine(value)}`);
  return `${[oneLine(subject), body, listed.join("\n")].filter(Boolean).join("\n\n")}\n`;
}

/**
 * The trailers of a message: its last paragraph, if that is not also its first and every line of it
 * is one. Of a name that comes twice, the last counts.
 */
export function readTrailers(message: string): Map<string, string> {
  const paragraphs = message.trimEnd().split(/\n{2,}/);
  const lines = paragraphs.length > 1 ? (paragraphs.at(-1) ?? "").split("\n") : [];
  const trailers = lines.map((line) => line.match(/^([A-Za-z0-9-]+): (.*)$/));
  if (trailers.includes(null)) return new Map();
  return new Map(trailers.map((match) => [match?.[1] ?? "", match?.[2] ?? ""]));
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
