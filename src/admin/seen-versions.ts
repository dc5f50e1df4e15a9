import { entryOf } from "#domain/editing/entries.ts";

/**
 * Which version of each entry this browser has seen. What the form shows and what the board has
 * listed are kept apart: a list that was loaded again must not make an old form look new.
 */
export class SeenVersions {
  readonly #opened = new Map<string, string | undefined>();
  readonly #listed = new Map<string, string | undefined>();
  readonly #published = new Map<string, string>();

  /** An entry was opened in the form; undefined where it does not exist. */
  open(file: string, version: string | undefined): void {
    this.#opened.set(file, version);
    this.#listed.set(file, version);
  }

  list(file: string, version: string | undefined): void {
    this.#listed.set(file, version);
  }

  /** The store told what is published, and that the draft contradicts it. */
  tellPublished(file: string, version: string): void {
    this.#published.set(file, version);
  }

  /** The form's text was saved and is what the store has. */
  save(file: string, version: string | undefined): void {
    this.open(file, version);
    this.#published.delete(file);
  }

  /** What a request has to say about what its sender has seen. */
  forRequest(action: string, params: Readonly<Record<string, unknown>>): object {
    const file = fileOf(params);
    if (file === undefined) return {};
    switch (action) {
      case "persistEntry":
        return { version: this.#opened.get(file), publishedVersion: this.#published.get(file) };
      case "updateUnpublishedEntryStatus":
      case "publishUnpublishedEntry":
      case "deleteUnpublishedEntry":
      case "deleteFiles":
        return { version: this.#listed.get(file) };
      default:
        return {};
    }
  }
}

/** The content file that a request is about; undefined where it is about none, or about several. */
export function fileOf(params: Readonly<Record<string, unknown>>): string | undefined {
  const { dataFiles, paths, path, collection, slug } = params as {
    readonly dataFiles?: readonly { readonly path: string }[];
    readonly paths?: readonly string[];
    readonly path?: string;
    readonly collection?: string;
    readonly slug?: string;
  };
  if (collection !== undefined && slug !== undefined) return entryOf(collection, slug)?.file;
  return dataFiles?.[0]?.path ?? paths?.[0] ?? path;
}
