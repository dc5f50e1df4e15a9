import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type EntryKind, folderOf, originalsFolder } from "#domain/editing/entries.ts";
import { formatBytes } from "#domain/format.ts";
import type { Problem } from "#domain/problem.ts";

/** The folder of each collection, from the repository's root. */
export const folders = {
  agreements: folderOf("agreements"),
  districts: folderOf("districts"),
  measures: folderOf("measures"),
  years: folderOf("years"),
  pages: folderOf("pages"),
  originals: originalsFolder,
} as const satisfies Record<EntryKind | "originals", string>;

/** A content file that was read: its value where it has one, and what is wrong with it. */
export interface ContentFile<Value> {
  /** Path from the repository's root. */
  readonly file: string;
  /** File name without extension; for agreements `<year>/<district>`. */
  readonly id: string;
  /** SHA-256 of the text, shortened. */
  readonly digest: string;
  readonly value?: Value;
  readonly problems: readonly Problem[];
}

/** Short SHA-256, enough to tell contents apart. */
export function digestOf(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 20);
}

/** Paths from the root of the files in a folder, in the order of their names; no links. */
export function listFiles(root: string, folder: string, extension: string): string[] {
  if (!isFolder(root, folder)) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map(({ name }) => `${folder}/${name}`)
    .sort();
}

/** Something in a folder, however deep; what is neither file nor folder is a link or a device. */
export interface Below {
  /** `2025/wetteraukreis.txt` */
  readonly below: string;
  readonly isFile: boolean;
  readonly isFolder: boolean;
}

/** What lies in a folder itself; links are not followed. */
export function listEntries(root: string, folder: string): Below[] {
  if (!isFolder(root, folder)) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).map((entry) => ({
    below: entry.name,
    isFile: entry.isFile(),
    isFolder: entry.isDirectory(),
  }));
}

/** All that lies in a folder and the folders in it; links are not followed. */
export function listBelow(root: string, folder: string): Below[] {
  // `recursive: true` would follow links.
  return listEntries(root, folder).flatMap((entry) => [
    entry,
    ...(entry.isFolder
      ? listBelow(root, `${folder}/${entry.below}`).map(({ below, ...kind }) => ({
          below: `${entry.below}/${below}`,
          ...kind,
        }))
      : []),
  ]);
}

/** Whether a folder lies there, and no link to one. */
export function isFolder(root: string, folder: string): boolean {
  return lstatSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Bytes of the largest file of each kind; real texts have about 8,000. */
export const largest = { text: 64_000, original: 1_000_000, pdf: 50_000_000 } as const;

/** What lies in a file, or why it cannot be used. */
export type FileContent<Content> = { readonly content: Content } | { readonly problem: Problem };

/**
 * Reads a file that people supply. It may be anything: gone, a link, huge.
 *
 * @param limit bytes; a larger file is not read
 */
export function readBytes(root: string, file: string, limit: number): FileContent<Buffer> {
  const path = join(root, file);
  try {
    const status = lstatSync(path);
    // A link could lead anywhere, and reading a device need not end.
    if (!status.isFile()) return { problem: unreadable(file) };
    if (status.size > limit) return { problem: tooLarge(file, status.size, limit) };
    return { content: readFileSync(path) };
  } catch {
    return { problem: unreadable(file) };
  }
}

/** Reads a text file in UTF-8; a byte order mark stays, so that the rules can name it. */
export function readTextFile(
  root: string,
  file: string,
  limit: number = largest.text,
): FileContent<string> {
  const read = readBytes(root, file, limit);
  if ("problem" in read) return read;
  const { content } = read;
  return isUtf8(content) && !content.includes(0)
    ? { content: content.toString("utf8") }
    : { problem: noText(file, content) };
}

function unreadable(file: string): Problem {
  return fileProblem(
    "file-unreadable",
    file,
    "Die Datei lässt sich nicht öffnen, oder sie ist ein Ordner oder eine Verknüpfung. Legen Sie die Datei selbst an diese Stelle.",
  );
}

function tooLarge(file: string, size: number, limit: number): Problem {
  return fileProblem(
    "file-too-large",
    file,
    `Die Datei hat ${formatBytes(size)}, vorgesehen sind höchstens ${formatBytes(limit)}. Prüfen Sie, ob es die richtige Datei ist.`,
  );
}

function noText(file: string, bytes: Buffer): Problem {
  if (bytes.includes(0)) {
    const message =
      "Die Datei ist keine Textdatei in UTF-8. Speichern Sie den Text als UTF-8, oder legen Sie die richtige Datei an diese Stelle.";
    return fileProblem("file-encoding", file, message);
  }
  const line = firstBadLine(bytes);
  const message =
    "Die Zeile enthält ein Zeichen, das nicht in UTF-8 gespeichert ist. Speichern Sie die Datei als UTF-8, und prüfen Sie Umlaute und Anführungszeichen.";
  return { ...fileProblem("file-encoding", file, message), line };
}

/** A file that is called a PDF and is none. */
export function noPdf(file: string): Problem {
  return fileProblem(
    "file-encoding",
    file,
    "Die Datei heißt PDF, ist aber keines. Legen Sie das Original als PDF an diese Stelle.",
  );
}

function firstBadLine(bytes: Buffer): number {
  let [line, start] = [1, 0];
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    if (!isUtf8(bytes.subarray(start, end))) return line;
    [line, start] = [line + 1, end + 1];
  }
  return line;
}

function fileProblem(code: Problem["code"], file: string, message: string): Problem {
  return { code, file, line: 1, field: "Datei", message };
}

/** Undefined for what is no file, or too large for any of ours. */
export function hashFile(path: string): string | undefined {
  const status = lstatSync(path, { throwIfNoEntry: false });
  return status?.isFile() && status.size <= largest.pdf ? digestOf(readFileSync(path)) : undefined;
}
