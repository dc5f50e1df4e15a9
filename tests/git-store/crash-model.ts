import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { type EntryAddress, entryAt } from "#domain/editing/entries.ts";
import { statusAfterChange, type WorkflowStatus } from "#domain/editing/workflow.ts";
import type { Running } from "./processes.ts";
import { type Answer, git, saved } from "./world.ts";

/** The files of an entry that belong together: its text, and its original where it has one. */
export interface Content {
  readonly raw: string;
  readonly original?: string;
}

/** What there is of an entry; `content` of a draft is null where it removes the entry. */
export interface State {
  readonly published: Content | null;
  readonly draft: { readonly status: WorkflowStatus; readonly content: Content | null } | null;
}

/** What an editor sees of an entry. */
export interface Seen {
  readonly state: State;
  readonly version: string | undefined;
}

/** An entry that is changed in the test. */
export interface Place extends EntryAddress {
  readonly path: string;
  /** Path of its original; absent where it has none. */
  readonly original?: string;
  /** Its content in a version of that number. */
  write(number: number): Content;
}

export type Change =
  | { readonly what: "save"; readonly content: Content }
  | { readonly what: "change of state"; readonly status: WorkflowStatus }
  | { readonly what: "publication" | "discard" | "proposed deletion" };

/** A page that is not there at the beginning. */
export function newPage(slug: string): Place {
  const write = (number: number) => ({
    raw: `---\ntitle: ${slug}\ndescription: Eine Seite.\n---\n\nFassung ${number}.`,
  });
  return placeAt(`src/content/pages/${slug}.mdx`, write);
}

/** A file that is there, with a line more. */
export function withLine(root: string, path: string, line: (number: number) => string): Place {
  const raw = git(root, "show", `main:${path}`);
  return placeAt(path, (number) => ({ raw: `${raw}\n\n${line(number)}` }));
}

/** An agreement whose original changes with it: the text names the original's checksum. */
export function agreementWithOriginal(root: string, slug: string): Place {
  const path = `src/content/agreements/2025/${slug}.mdx`;
  const original = `public/originals/2025/${slug}.txt`;
  const [text, source] = [path, original].map((file) => git(root, "show", `main:${file}`));
  const write = (number: number) => {
    // Lines without words: the wording stays the same.
    const changed = `${"\n".repeat(number)}${source}`;
    const sha256 = createHash("sha256").update(changed).digest("hex");
    return { raw: `${text}`.replace(/(?<=sha256: )\w+/, sha256), original: changed };
  };
  return { ...placeAt(path, write), original };
}

function placeAt(path: string, write: Place["write"]): Place {
  const entry = entryAt(path);
  if (!entry) throw new Error(`no entry: ${path}`);
  return { ...entry, path, write };
}

/** What a change makes of an entry. */
export function after(state: State, change: Change): State {
  const { published, draft } = state;
  switch (change.what) {
    case "save":
      return {
        published,
        draft: { status: statusAfterChange(draft?.status ?? "draft"), content: change.content },
      };
    case "change of state":
      return { published, draft: draft && { ...draft, status: change.status } };
    case "publication":
      return { published: draft ? draft.content : published, draft: null };
    case "discard":
      return { published, draft: null };
    case "proposed deletion":
      return { published, draft: { status: "draft", content: null } };
  }
}

/** Makes a change, as an editor who sees the entry's version does. */
export function ask(
  server: Running,
  place: Place,
  change: Change,
  version: string | undefined,
): Promise<Answer> {
  const { collection, slug, path, original } = place;
  switch (change.what) {
    case "save": {
      const { raw, original: source } = change.content;
      const assets =
        original !== undefined && source !== undefined
          ? [
              {
                path: original,
                content: Buffer.from(source).toString("base64"),
                encoding: "base64",
              },
            ]
          : [];
      return server.ask("persistEntry", saved(place, raw, version, assets));
    }
    case "change of state": {
      const params = { collection, slug, newStatus: change.status, version };
      return server.ask("updateUnpublishedEntryStatus", params);
    }
    case "publication":
      return server.ask("publishUnpublishedEntry", { collection, slug, version });
    case "discard":
      return server.ask("deleteUnpublishedEntry", { collection, slug, version });
    case "proposed deletion":
      return server.ask("deleteFiles", { paths: [path], version });
  }
}

/** What there is: of drafts as the store tells it, of contents as Git has them. */
export async function readStates(
  root: string,
  server: Running,
  places: readonly Place[],
): Promise<Seen[]> {
  const answers = await Promise.all(
    places.map(async ({ collection, slug, path }) => {
      const draft = await server.ask("unpublishedEntry", { collection, slug });
      return draft.status === 404
        ? { draft, entry: await server.ask("getEntry", { path }) }
        : { draft, entry: draft };
    }),
  );
  // Both at once, so that no branch moves in between.
  const branches = ["main", ...places.map(({ branch }) => branch)];
  const read = readContents(root, branches, places);
  return places.map((place, at) => {
    const { draft, entry } = answers[at] ?? raise(`no answer about ${place.branch}`);
    const published = read("main", place);
    if (draft.status === 404) {
      return { state: { published, draft: null }, version: entry.body.version };
    }
    if (draft.status !== 200) raise(`${place.branch}: ${JSON.stringify(draft)}`);
    const content = read(place.branch, place);
    if ((content === null) !== draft.body.isDeletion) raise(`${place.branch}: a deletion?`);
    return {
      state: { published, draft: { status: draft.body.status, content } },
      version: draft.body.version,
    };
  });
}

/** Reads contents from branches with one git. */
function readContents(
  root: string,
  branches: readonly string[],
  places: readonly Place[],
): (branch: string, place: Place) => Content | null {
  const names = branches.flatMap((branch) =>
    places.flatMap(({ path, original }) =>
      [path, original].filter((file) => file !== undefined).map((file) => `${branch}:${file}`),
    ),
  );
  const output = execFileSync("git", ["cat-file", "--batch"], {
    cwd: root,
    input: names.join("\n"),
    stdio: ["pipe", "pipe", "ignore"],
  });
  const texts = new Map<string, string>();
  let at = 0;
  for (const name of names) {
    const end = output.indexOf(10, at);
    const [, type, size] = output.toString("utf8", at, end).split(" ");
    at = end + 1;
    if (type !== "blob") continue;
    texts.set(name, output.toString("utf8", at, at + Number(size)));
    at += Number(size) + 1;
  }
  return (branch, { path, original }) => {
    const raw = texts.get(`${branch}:${path}`);
    const source = original && texts.get(`${branch}:${original}`);
    if (raw === undefined) {
      return source === undefined ? null : raise(`${branch}: an original without its agreement`);
    }
    return { raw, ...(source !== undefined && { original: source }) };
  };
}

function raise(message: string): never {
  throw new Error(message);
}
