import type { Project } from "#domain/agreement/schema.ts";
import type { EntryAddress } from "#domain/editing/entries.ts";

/** Words of a text that two versions share, or that only one of them has. */
export interface Words {
  readonly text: string;
  readonly side: "both" | "before" | "after";
}

/** A fact with its label, as people read it; a side is absent where it was not there. */
export interface FieldChange {
  readonly label: string;
  readonly before?: string;
  readonly after?: string;
}

/** A passage of the wording: where it stands, and whether it is a heading. */
interface Place {
  readonly place: string;
  readonly isHeading: boolean;
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
  | ({ readonly kind: "field" } & FieldChange)
  /** The digest of the original: letters that tell people nothing. */
  | { readonly kind: "digest" }
  /** Whether a page is now a draft. */
  | { readonly kind: "draft"; readonly isDraft: boolean }
  | { readonly kind: "project-added" | "project-removed"; readonly project: Project }
  /** Its title, its measure or both are others. */
  | { readonly kind: "project-changed"; readonly project: Project; readonly before: Project }
  | {
      readonly kind: "signature-added" | "signature-removed";
      readonly signer: string;
      /** The side that it was given for, as people call it; absent where the file names none. */
      readonly party?: string;
    }
  | {
      readonly kind: "signature-changed";
      readonly name: string;
      readonly fields: readonly FieldChange[];
    }
  /** The same items in another order. */
  | { readonly kind: "order"; readonly label: string }
  /** The same facts in another order, which only the file shows. */
  | { readonly kind: "field-order" }
  | ({ readonly kind: "passage-added" | "passage-removed"; readonly text: string } & Place)
  | ({ readonly kind: "passage-changed"; readonly words: readonly Words[] } & Place)
  /** Case, punctuation, ß or ss, hyphens: the words are the same. */
  | ({ readonly kind: "passage-spelling"; readonly words: readonly Words[] } & Place)
  | ({ readonly kind: "passage-moved"; readonly before: string; readonly text: string } & Place)
  /** Absätze that are joined, divided or both, word for word. */
  | {
      readonly kind: "division";
      readonly before: readonly string[];
      readonly after: readonly string[];
    }
  /** The words are the same; bold type and the like, or lists, quotes and line breaks are not. */
  | { readonly kind: "emphasis" | "structure"; readonly place: string }
  /** Where a link leads; a side is absent where there was none. */
  | {
      readonly kind: "link";
      readonly place: string;
      readonly text: string;
      readonly before?: string;
      readonly after?: string;
    }
  /** Notes in the file that nobody reads but those who edit it. */
  | { readonly kind: "comment"; readonly words: readonly Words[] }
  /** Blank lines, indents, quotation marks of the file: nothing that is published. */
  | { readonly kind: "layout" }
  /** A part that cannot be read as what it should be; its lines are compared as they are. */
  | {
      readonly kind: "unreadable";
      readonly part: "file" | "facts" | "body";
      readonly side: "before" | "after" | "both";
    }
  | { readonly kind: "lines"; readonly words: readonly Words[] }
  /** What may be done with the file is another thing. */
  | { readonly kind: "mode" }
  /** A file that is no text on one side at least; a side is absent where there was no file. */
  | { readonly kind: "nature"; readonly before?: Nature; readonly after?: Nature }
  /** A file that belongs to an agreement: its original, its repairs. */
  | {
      readonly kind: "companion";
      readonly file: string;
      readonly event: "added" | "removed" | "changed" | "moved" | "layout" | "mode";
      readonly words: readonly Words[];
      /** Of a file that is no text. */
      readonly before?: Nature;
      readonly after?: Nature;
    }
  | RepairChange;

/** A place where the published wording departs from the text of the original. */
export interface RepairChange {
  readonly kind: "repair";
  readonly event: "added" | "removed" | "changed";
  /** Of the original's text, as the file names it. */
  readonly line: string;
  readonly found: string;
  readonly published: string;
  readonly reason: string;
  /** Of `changed`. */
  readonly fields: readonly FieldChange[];
}

/** What a file is, and its size. */
export interface Nature {
  readonly is: "text" | "binary" | "link" | "repository";
  readonly bytes: number;
}

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
export type FileVersion = (
  | { readonly text: string }
  | { readonly bytes: number; readonly is?: "link" | "repository" }
) & {
  /** Whether the file may be run. */
  readonly isProgram?: boolean;
};

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
  district(slug: string): string;
}
