import { formatCount } from "#domain/format.ts";
import type { Change, EntryChange } from "./change.ts";

const nouns: readonly (readonly [
  kinds: readonly Change["kind"][],
  singular: string,
  plural: string,
])[] = [
  [["amount"], "Betrag", "Beträge"],
  [["project-added", "project-removed", "project-renamed", "project-moved"], "Projekt", "Projekte"],
  [["signature-added", "signature-removed"], "Unterschrift", "Unterschriften"],
  [["field", "lines"], "Angabe", "Angaben"],
  [["passage-added", "passage-removed", "passage-moved", "passage-changed"], "Absatz", "Absätze"],
  [["companion"], "Beilage", "Beilagen"],
  [["unreadable", "bytes"], "unlesbare Fassung", "unlesbare Fassungen"],
];

/** A change in a few words, for a card: `1 Betrag, 2 Projekte`; `neu`; `nur Schreibweise`. */
export function shortForm({ event, changes }: Pick<EntryChange, "event" | "changes">): string {
  if (event === "added") return "neu";
  if (event === "removed") return "entfernt";
  const counted = nouns.flatMap(([kinds, singular, plural]) => {
    const count = changes.filter(({ kind }) => kinds.includes(kind)).length;
    return count === 0 ? [] : [formatCount(count, singular, plural)];
  });
  const parts = [...(event === "moved" ? ["verschoben"] : []), ...counted];
  if (parts.length > 0) return parts.join(", ");
  if (changes.some(({ kind }) => kind === "order")) return "nur Reihenfolge";
  return changes.length === 0 ? "unverändert" : "nur Schreibweise";
}
