import { type EntryKind, entryAt, entryOfCompanion } from "#domain/editing/entries.ts";
import { schemaOf } from "#domain/editing/schemas.ts";
import type {
  Change,
  ChangedFile,
  EntryChange,
  FileVersion,
  ForeignArea,
  ForeignChange,
  Names,
  Review,
} from "./change.ts";
import { compareCompanion, movedCompanions } from "./companions.ts";
import { compareFacts } from "./compare-facts.ts";
import { compareTexts, factsOf } from "./compare-texts.ts";
import { type ChangedEntry, joinMoves, type MovedEntry } from "./moves.ts";
import { eventOf, isSameMode, natureOf, textOf } from "./versions.ts";

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
    entries: joinMoves([...byFile.values()])
      .map((changed) => describe(changed, names))
      .sort((a, b) => compareNames(a.entry.file, b.entry.file)),
    foreign,
  };
}

function describe(changed: MovedEntry, names: Names): EntryChange {
  const { entry, content, companions, from } = changed;
  const title = names.title(entry);
  if (from) {
    const before = from.content?.before;
    const { moved, others } = movedCompanions(from.companions, companions);
    const isAsItWas = textOf(before) === textOf(content?.after) && textOf(before) !== undefined;
    const changes = [
      ...moved,
      ...(isAsItWas ? [] : compareVersions(before, content?.after, entry.kind, names)),
      ...others.flatMap((file) => compareCompanion(file, names)),
    ];
    return { entry, title, event: "moved", from: from.entry, changes };
  }
  const changes = [
    ...(content ? compareVersions(content.before, content.after, entry.kind, names) : []),
    ...companions.flatMap((file) => compareCompanion(file, names)),
  ];
  return { entry, title, event: content ? eventOf(content) : "changed", changes };
}

function compareVersions(
  before: FileVersion | undefined,
  after: FileVersion | undefined,
  kind: EntryKind,
  names: Names,
): Change[] {
  const [old, now] = [textOf(before), textOf(after)];
  if ((before && old === undefined) || (after && now === undefined)) {
    const natures = {
      ...(before && { before: natureOf(before) }),
      ...(after && { after: natureOf(after) }),
    };
    return [{ kind: "nature", ...natures }];
  }
  if (old === undefined || now === undefined) {
    return whole(old ?? now ?? "", kind, now !== undefined, names);
  }
  const mode = isSameMode(before, after) && old !== now ? [] : [{ kind: "mode" as const }];
  const reading = { schema: schemaOf(kind), names, hasBody: hasBody(kind) };
  return [...compareTexts(old, now, reading), ...mode];
}

/** The facts of an entry that is there on one side only; its wording is not told. */
function whole(text: string, kind: EntryKind, isNew: boolean, names: Names): Change[] {
  const facts = factsOf(text, hasBody(kind));
  if (!facts) return [{ kind: "unreadable", part: "file", side: isNew ? "after" : "before" }];
  return isNew
    ? compareFacts({}, facts, schemaOf(kind), names)
    : compareFacts(facts, {}, schemaOf(kind), names);
}

/** Whether a wording follows the facts in the files of a kind. */
function hasBody(kind: EntryKind): boolean {
  return kind === "agreements" || kind === "years" || kind === "pages";
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
