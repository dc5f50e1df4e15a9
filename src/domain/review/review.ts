import {
  type EntryAddress,
  type EntryKind,
  entryAt,
  entryOfCompanion,
} from "#domain/editing/entries.ts";
import { schemaOf } from "#domain/editing/schemas.ts";
import { splitFile } from "#domain/file-parts.ts";
import { readFields } from "#domain/read-data.ts";
import type {
  Change,
  ChangedFile,
  EntryChange,
  FileVersion,
  ForeignArea,
  ForeignChange,
  Names,
  Review,
  Words,
} from "./change.ts";
import { compareFacts } from "./compare-facts.ts";
import { compareLines, compareTexts } from "./compare-texts.ts";
import { likeness } from "./words.ts";

/** An entry with all of its files that changed. */
interface ChangedEntry {
  readonly entry: EntryAddress;
  readonly content?: ChangedFile;
  readonly companions: readonly ChangedFile[];
}

/**
 * What differs between two versions of the project, in substance.
 *
 * @param files those that are not the same to the byte, each once
 * @returns entries in the order of their files; every file is part of an entry or foreign
 */
export function reviewFiles(files: readonly ChangedFile[], names: Names): Review {
  const foreign: ForeignChange[] = [];
  const byFile = new Map<string, ChangedEntry>();
  for (const file of [...files].sort((a, b) => compareNames(a.path, b.path))) {
    const own = entryAt(file.path);
    const entry = own ?? entryOfCompanion(file.path);
    if (!entry) {
      foreign.push({ file: file.path, event: eventOf(file), area: areaOf(file.path) });
      continue;
    }
    const known = byFile.get(entry.file) ?? { entry, companions: [] };
    byFile.set(
      entry.file,
      own ? { ...known, content: file } : { ...known, companions: [...known.companions, file] },
    );
  }
  return {
    entries: joinMoves([...byFile.values()]).map((changed) => describe(changed, names)),
    foreign,
  };
}

/** A moved agreement is removed in one place and added in another. */
interface MovedEntry extends ChangedEntry {
  readonly from?: ChangedEntry;
}

function joinMoves(entries: readonly ChangedEntry[]): MovedEntry[] {
  const gone = entries.filter(({ content }) => content && eventOf(content) === "removed");
  const taken = new Set<ChangedEntry>();
  const joined = entries.map((changed): MovedEntry => {
    const { entry, content } = changed;
    if (!content || eventOf(content) !== "added") return changed;
    const from = gone.find(
      (other) =>
        !taken.has(other) &&
        other.entry.kind === "agreements" &&
        other.entry.slug === entry.slug &&
        likeness(textOf(other.content?.before), textOf(content.after)) > 0.8,
    );
    if (!from) return changed;
    taken.add(from);
    return { ...changed, from };
  });
  return joined.filter((changed) => !taken.has(changed));
}

function describe({ entry, content, companions, from }: MovedEntry, names: Names): EntryChange {
  const title = names.title(entry);
  const before = from ? from.content?.before : content?.before;
  const isMovedAsItWas = from !== undefined && textOf(before) === textOf(content?.after);
  const changes = [
    ...(content && !isMovedAsItWas ? compareVersions(before, content.after, entry.kind) : []),
    ...[...companions, ...(from?.companions ?? [])].map(compareCompanion),
  ];
  if (from) return { entry, title, event: "moved", from: from.entry, changes };
  return { entry, title, event: content ? eventOf(content) : "changed", changes };
}

function compareVersions(
  before: FileVersion | undefined,
  after: FileVersion | undefined,
  kind: EntryKind,
): Change[] {
  if (!before || !after) return whole(before ?? after, kind, after !== undefined);
  if ("text" in before && "text" in after) {
    if (before.text === after.text) return [{ kind: "mode" }];
    return compareTexts(before.text, after.text, schemaOf(kind));
  }
  return [{ kind: "bytes", before: sizeOf(before), after: sizeOf(after) }];
}

/** The facts of an entry that is there on one side only; its wording is not told. */
function whole(version: FileVersion | undefined, kind: EntryKind, isNew: boolean): Change[] {
  if (!version || "bytes" in version) return [];
  const facts = readFacts(version.text);
  if (!facts) return [{ kind: "unreadable", side: isNew ? "after" : "before" }];
  const none = kind === "agreements" ? { projects: [], signatures: [] } : {};
  return isNew
    ? compareFacts(none, facts, schemaOf(kind))
    : compareFacts(facts, none, schemaOf(kind));
}

function readFacts(source: string): Readonly<Record<string, unknown>> | undefined {
  const parts = splitFile(source, "");
  return readFields("code" in parts ? source : parts.yaml);
}

function compareCompanion(file: ChangedFile): Change {
  const { path, before, after } = file;
  const isText = (!before || "text" in before) && (!after || "text" in after);
  const words: Words[] =
    isText && before && after ? compareLines(textOf(before), textOf(after)) : [];
  return { kind: "companion", file: path, event: eventOf(file), words };
}

function textOf(version: FileVersion | undefined): string {
  return version && "text" in version ? version.text : "";
}

function sizeOf(version: FileVersion): number {
  return "text" in version ? new TextEncoder().encode(version.text).length : version.bytes;
}

function eventOf({ before, after }: ChangedFile): "added" | "removed" | "changed" {
  if (!before) return "added";
  return after ? "changed" : "removed";
}

const areas: readonly [RegExp, ForeignArea][] = [
  [/^(src\/content|public\/originals)\//, "Unerwartete Dateien im Inhalt"],
  [/^package(-lock)?\.json$/, "Abhängigkeiten"],
  [/^(\.github|\.ci|deploy)\/|^\.gitlab-ci\.yml$/, "Pipelines"],
  [/^docs\/|^LICENSES\/|\.md$/, "Dokumentation"],
  [/^(src|tools|tests|public)\//, "Programm"],
];

function areaOf(path: string): ForeignArea {
  return areas.find(([pattern]) => pattern.test(path))?.[1] ?? "Konfiguration";
}

function compareNames(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
