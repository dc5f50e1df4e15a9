import { Lexer } from "yaml";
import type { z } from "zod";
import { splitFile } from "#domain/file-parts.ts";
import { readFields } from "#domain/read-data.ts";
import type { Change, Names } from "./change.ts";
import { compareBodies } from "./compare-bodies.ts";
import { compareFacts } from "./compare-facts.ts";
import { compareLines, findSilent, isLayout } from "./lines.ts";
import { isReadable } from "./passages.ts";
import { compareWords } from "./words.ts";

/** What the facts and the wording of a file are called by. */
export interface Reading {
  /** Of the facts. */
  readonly schema: z.ZodType;
  readonly names: Names;
  /** Whether a wording follows the facts. */
  readonly hasBody: boolean;
}

/**
 * What differs between two versions of a content file; empty only where they are the same to the
 * byte. Where a part cannot be read, its lines are compared, and the other part as ever.
 */
export function compareTexts(before: string, after: string, reading: Reading): Change[] {
  if (before === after) return [];
  const [old, now] = [divide(before, reading), divide(after, reading)];
  if (!old || !now) return unreadable("file", !old, !now, before, after);
  const changes = [
    ...compareYaml(old.yaml, now.yaml, reading),
    ...compareWordings(old.body, now.body, reading.names),
  ];
  const isLaidOut = changes.some(({ kind }) => kind === "layout");
  // What stands around both parts: line ends of the lines of `---`, a byte order mark.
  if (changes.length === 0) return [{ kind: "layout" }];
  return [
    ...changes.filter(({ kind }) => kind !== "layout"),
    ...(isLaidOut ? [{ kind: "layout" as const }] : []),
  ];
}

/** The facts of a content file; undefined where they cannot be read. */
export function factsOf(
  source: string,
  hasBody: boolean,
): Readonly<Record<string, unknown>> | undefined {
  const yaml = hasBody ? divide(source, { hasBody })?.yaml : source;
  const fields = yaml === undefined ? undefined : readFields(yaml);
  // Something is there, but no fields.
  if (fields && Object.keys(fields).length === 0 && withoutComments(yaml ?? "")) return undefined;
  return fields;
}

function divide(
  source: string,
  { hasBody }: Pick<Reading, "hasBody">,
): { yaml: string; body: string } | undefined {
  if (!hasBody) return { yaml: source, body: "" };
  const parts = splitFile(source, "");
  return "code" in parts ? undefined : parts;
}

function compareYaml(before: string, after: string, { schema, names }: Reading): Change[] {
  if (before === after) return [];
  const [old, now] = [factsOf(before, false), factsOf(after, false)];
  if (!old || !now) return unreadable("facts", !old, !now, before, after);
  const compare = (text: string): Change[] => {
    const facts = text === after ? now : factsOf(text, false);
    if (!facts) return [{ kind: "layout" }];
    return [...compareFacts(old, facts, schema, names), ...compareComments(before, text)];
  };
  const silent = findSilent(before, after, (text) => compare(text).length === 0);
  const changes = compare(after);
  if (silent.words.length > 0) changes.push({ kind: "lines", words: silent.words });
  if (silent.hasLayout) changes.push({ kind: "layout" });
  if (changes.length === 0) changes.push({ kind: "lines", words: compareLines(before, after) });
  return changes;
}

function compareWordings(before: string, after: string, names: Names): Change[] {
  if (before === after) return [];
  const changes = compareBodies(before, after, names);
  if (!changes) {
    return unreadable("body", !isReadable(before), !isReadable(after), before, after);
  }
  const meansSame = (text: string) => compareBodies(before, text, names)?.length === 0;
  // Markdown has several ways to write what is the same for readers.
  const hasLayout =
    changes.length === 0 || findSilent(before, after, meansSame, isLayout).hasLayout;
  return hasLayout ? [...changes, { kind: "layout" }] : changes;
}

function unreadable(
  part: "file" | "facts" | "body",
  isBefore: boolean,
  isAfter: boolean,
  before: string,
  after: string,
): Change[] {
  const side = isBefore && isAfter ? "both" : isAfter ? "after" : "before";
  return [
    { kind: "unreadable", part, side },
    { kind: "lines", words: compareLines(before, after) },
  ];
}

function compareComments(before: string, after: string): Change[] {
  const [old, now] = [commentsOf(before).join("\n"), commentsOf(after).join("\n")];
  return old === now ? [] : [{ kind: "comment", words: compareWords(old, now) }];
}

/** The notes in a YAML text, in order. */
function commentsOf(yaml: string): string[] {
  if (!yaml.includes("#")) return [];
  const scalar = "\u001f";
  const tokens = [...new Lexer().lex(yaml)];
  return tokens
    .filter((token, index) => token.startsWith("#") && tokens[index - 1] !== scalar)
    .map((token) => token.slice(1).trim());
}

function withoutComments(yaml: string): string {
  return yaml.replace(/^[ \t]*#.*$/gm, "").trim();
}
