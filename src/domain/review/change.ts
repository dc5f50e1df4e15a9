import type { Project } from "#domain/agreement/schema.ts";
import type { EntryAddress } from "#domain/editing/entries.ts";

/** Words of a text that two versions share, or that only one of them has. */
export interface Words {
  readonly text: string;
  readonly side: "both" | "before" | "after";
}

/** One change of substance, or the statement that there is none. Texts are as people read them. */
export type Change =
  /** Whole euros. */
  | {
      readonly kind: "amount";
      readonly label: string;
      readonly before: number;
      readonly after: number;
    }
  /** A fact that is neither money nor a project; absent where it was not there. */
  | {
      readonly kind: "field";
      readonly label: string;
      readonly before?: string;
      readonly after?: string;
    }
  | { readonly kind: "project-added" | "project-removed"; readonly project: Project }
  | { readonly kind: "project-renamed"; readonly project: Project; readonly before: string }
  /** `before` is the measure that it stood under. */
  | { readonly kind: "project-moved"; readonly project: Project; readonly before: string }
  | { readonly kind: "signature-added" | "signature-removed"; readonly name: string }
  /** The same items in another order. */
  | { readonly kind: "order"; readonly label: string }
  | {
      readonly kind: "passage-added" | "passage-removed";
      readonly place: string;
      readonly text: string;
    }
  | { readonly kind: "passage-changed"; readonly place: string; readonly words: readonly Words[] }
  /** Case, punctuation, ß or ss, hyphens: the words are the same. */
  | { readonly kind: "passage-spelling"; readonly place: string; readonly words: readonly Words[] }
  | {
      readonly kind: "passage-moved";
      readonly place: string;
      readonly before: string;
      readonly text: string;
    }
  /** The words are the same; headings, lists, emphasis or components are not. */
  | { readonly kind: "markup"; readonly place: string }
  /** Notes in the file that nobody reads but those who edit it. */
  | { readonly kind: "comment"; readonly words: readonly Words[] }
  /** Blank lines, indents, quotation marks of the file: nothing that is published. */
  | { readonly kind: "layout" }
  /** A version that cannot be read as what it should be; the lines are compared as they are. */
  | { readonly kind: "unreadable"; readonly side: "before" | "after" }
  | { readonly kind: "lines"; readonly words: readonly Words[] }
  /** The same text; what may be done with the file is another thing. */
  | { readonly kind: "mode" }
  /** A file that is not text. */
  | { readonly kind: "bytes"; readonly before: number; readonly after: number }
  /** A file that belongs to an agreement: its original, its repairs. */
  | {
      readonly kind: "companion";
      readonly file: string;
      readonly event: "added" | "removed" | "changed";
      readonly words: readonly Words[];
    };

/** What happened to an entry. */
export interface EntryChange {
  readonly entry: EntryAddress;
  /** `Wetteraukreis 2025` */
  readonly title: string;
  /** `changed` where only files beside the content file changed, too. */
  readonly event: "added" | "removed" | "moved" | "changed";
  /** Of `moved`: where it was. */
  readonly from?: EntryAddress;
  readonly changes: readonly Change[];
}

/** A file outside the content: an editorial change should have none. */
export interface ForeignChange {
  readonly file: string;
  readonly event: "added" | "removed" | "changed";
  readonly area: ForeignArea;
}

export type ForeignArea =
  | "Abhängigkeiten"
  | "Pipelines"
  | "Konfiguration"
  | "Programm"
  | "Dokumentation"
  | "Unerwartete Dateien im Inhalt";

/** All that differs between two versions of the project. */
export interface Review {
  readonly entries: readonly EntryChange[];
  readonly foreign: readonly ForeignChange[];
}

/** A version of a file: its text, or its size where it is none. */
export type FileVersion = { readonly text: string } | { readonly bytes: number };

/** A file that is not the same in both versions; a side is absent where it does not exist. */
export interface ChangedFile {
  readonly path: string;
  readonly before?: FileVersion;
  readonly after?: FileVersion;
}

/** What entries and measures are called; the slug where that is not known. */
export interface Names {
  title(entry: EntryAddress): string;
  measure(slug: string): string;
}
