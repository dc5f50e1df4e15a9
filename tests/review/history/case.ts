/** A change of the real content, and what a reviewer should read of it. */
export interface Case {
  /** What somebody did. */
  readonly name: string;
  /** What the content had been given before. */
  readonly given?: readonly Edit[];
  readonly edits: readonly Edit[];
  /** Each entry with its short form, below it its sentences; indents do not count. */
  readonly report: string;
}

/** What a file holds; a binary one as bytes. */
export interface Content {
  readonly text?: string;
  readonly bytes?: number;
  readonly isProgram?: boolean;
}

/** Changes the files of a project in place; a file is read when it is first asked for. */
export type Edit = (files: Files) => void;

export interface Files {
  get(file: string): Content | undefined;
  set(file: string, content: Content | undefined): void;
}

export const wetterau = "src/content/agreements/2025/wetteraukreis.mdx";
export const darmstadt = "src/content/agreements/2025/darmstadt.mdx";
export const offenbach = "src/content/agreements/2025/offenbach-am-main.mdx";
export const kassel = "src/content/agreements/2024/kassel.mdx";
export const rheingau = "src/content/agreements/2024/rheingau-taunus-kreis.mdx";

/** @param from stands in the file once */
export function replace(file: string, from: string, to: string): Edit {
  return change(file, (text) => {
    if (text.split(from).length !== 2) throw new Error(`${file} does not have once: ${from}`);
    return text.replace(from, () => to);
  });
}

export function replaceAll(file: string, from: string, to: string): Edit {
  return change(file, (text) => text.replaceAll(from, () => to));
}

export function change(file: string, edit: (text: string) => string): Edit {
  return (files) => {
    const content = files.get(file);
    if (content?.text === undefined) throw new Error(`${file} is no text`);
    files.set(file, { ...content, text: edit(content.text) });
  };
}

export function write(file: string, text: string): Edit {
  return (files) => files.set(file, { text });
}

export function writeBytes(file: string, bytes: number): Edit {
  return (files) => files.set(file, { bytes });
}

export function remove(file: string): Edit {
  return (files) => files.set(file, undefined);
}

export function move(from: string, to: string): Edit {
  return (files) => {
    files.set(to, files.get(from));
    files.set(from, undefined);
  };
}

export function makeProgram(file: string): Edit {
  return (files) => files.set(file, { ...files.get(file), isProgram: true });
}
