import { diffLines } from "diff";
import { Lexer } from "yaml";
import type { z } from "zod";
import { splitFile } from "#domain/file-parts.ts";
import { readFields } from "#domain/read-data.ts";
import type { Change, Words } from "./change.ts";
import { compareFacts } from "./compare-facts.ts";
import { compareBodies } from "./passages.ts";
import { compareWords } from "./words.ts";

/**
 * What differs between two versions of a content file; empty only where they are the same to the
 * byte.
 *
 * @param schema of its facts
 */
export function compareTexts(before: string, after: string, schema: z.ZodType): Change[] {
  if (before === after) return [];
  const [old, now] = [divide(before), divide(after)];
  const facts = old.fields && now.fields && compareFacts(old.fields, now.fields, schema);
  const body = compareBodies(old.body, now.body);
  if (!facts || !body) {
    const isReadable = old.fields && compareBodies(old.body, old.body);
    return [
      { kind: "unreadable", side: isReadable ? "after" : "before" },
      { kind: "lines", words: compareLines(before, after) },
    ];
  }
  const changes = [...facts, ...body, ...compareComments(old.yaml, now.yaml)];
  const hunks = readHunks(before, after);
  if (hunks.some(isLayout)) changes.push({ kind: "layout" });
  // A number may be written in two ways that mean the same; what was typed is a change too.
  if (changes.length === 0) changes.push({ kind: "lines", words: compareLines(before, after) });
  return changes;
}

/** Stretches of lines that only one side has, with a mark for what lies between them. */
export function compareLines(before: string, after: string): Words[] {
  return readHunks(before, after).flatMap(([removed, added]) => compareWords(removed, added));
}

/** A file of facts alone has no `---` lines. */
function divide(source: string) {
  const parts = splitFile(source, "");
  const { yaml, body } = "code" in parts ? { yaml: source, body: "" } : parts;
  return { yaml, body, fields: readFields(yaml) };
}

/** Pairs of what was removed and what was added in one place, in order. */
function readHunks(before: string, after: string): [removed: string, added: string][] {
  const hunks: [string, string][] = [];
  let isOpen = false;
  for (const { value, added, removed } of diffLines(before, after)) {
    if (!added && !removed) {
      isOpen = false;
      continue;
    }
    if (!isOpen) hunks.push(["", ""]);
    isOpen = true;
    const hunk = hunks.at(-1);
    if (hunk) hunk[removed ? 0 : 1] += value;
  }
  return hunks;
}

/** Whether nothing but blanks, quotation marks and marks of Markdown and YAML differ. */
function isLayout([removed, added]: readonly [string, string]): boolean {
  const strip = (text: string) => text.replace(/[\s"'\\]/g, "");
  return strip(removed) === strip(added);
}

function compareComments(before: string, after: string): Change[] {
  const [old, now] = [commentsOf(before), commentsOf(after)];
  return old === now ? [] : [{ kind: "comment", words: compareWords(old, now) }];
}

/** The notes in a YAML text, a line each. */
function commentsOf(yaml: string): string {
  const scalar = "\u001f";
  const tokens = [...new Lexer().lex(yaml)];
  return tokens
    .filter((token, index) => token.startsWith("#") && tokens[index - 1] !== scalar)
    .map((token) => token.slice(1).trim())
    .join("\n");
}
