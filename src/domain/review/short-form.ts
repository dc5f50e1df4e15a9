import { formatCount } from "#domain/format.ts";
import type { Change, EntryChange } from "./change.ts";
import { isSpelling } from "./words.ts";

const nouns = {
  amount: ["Betrag", "Beträge"],
  project: ["Projekt", "Projekte"],
  signature: ["Unterschrift", "Unterschriften"],
  field: ["Angabe", "Angaben"],
  passage: ["Absatz", "Absätze"],
  heading: ["Überschrift", "Überschriften"],
  link: ["Link", "Links"],
  repair: ["Berichtigung", "Berichtigungen"],
  companion: ["Beilage", "Beilagen"],
  unreadable: ["unlesbare Fassung", "unlesbare Fassungen"],
} as const;

/** What is said only where nothing above is; the first that holds. */
const remarks = {
  order: "nur Reihenfolge",
  markup: "nur Auszeichnung",
  comment: "nur Anmerkung",
  spelling: "nur Schreibweise",
  mode: "nur Dateirechte",
} as const;

type Sort = keyof typeof nouns | keyof typeof remarks;

/** A change in a few words, for a card: `1 Betrag, 2 Projekte`; `neu`; `nur Schreibweise`. */
export function shortForm({
  entry,
  event,
  from,
  changes,
}: Pick<EntryChange, "entry" | "event" | "from" | "changes">): string {
  if (event === "added") return "neu";
  if (event === "removed") return "entfernt";
  const sorts = changes.map(sortOf);
  const counted = Object.entries(nouns).flatMap(([noun, [singular, plural]]) => {
    const count = sorts.filter((sort) => sort === noun).length;
    return count === 0 ? [] : [formatCount(count, singular, plural)];
  });
  const move = from?.collection === entry.collection ? "umbenannt" : "verschoben";
  const parts = [...(event === "moved" ? [move] : []), ...counted];
  if (parts.length > 0) return parts.join(", ");
  const [, remark = "unverändert"] =
    Object.entries(remarks).find(([sort]) => sorts.some((found) => found === sort)) ?? [];
  return remark;
}

function sortOf(change: Change): Sort | undefined {
  switch (change.kind) {
    case "amount":
      return "amount";
    case "project-changed": {
      const { project, before } = change;
      const isMoved = project.measure !== before.measure;
      return isMoved || !isSpelling(project.title, before.title) ? "project" : "spelling";
    }
    case "project-added":
    case "project-removed":
      return "project";
    case "signature-added":
    case "signature-removed":
    case "signature-changed":
      return "signature";
    case "field":
    case "digest":
    case "draft":
      return "field";
    case "passage-added":
    case "passage-removed":
    case "passage-moved":
    case "passage-changed":
      return change.isHeading ? "heading" : "passage";
    case "division":
      return "passage";
    case "link":
      return "link";
    case "repair":
      return "repair";
    case "companion":
      return sortOfCompanion(change.event);
    case "unreadable":
    case "nature":
      return "unreadable";
    case "order":
      return "order";
    case "emphasis":
    case "structure":
      return "markup";
    case "comment":
      return "comment";
    case "mode":
      return "mode";
    case "passage-spelling":
    case "layout":
    case "lines":
    case "field-order":
      return "spelling";
  }
}

function sortOfCompanion(event: Extract<Change, { kind: "companion" }>["event"]): Sort | undefined {
  if (event === "layout") return "spelling";
  if (event === "mode") return "mode";
  return event === "moved" ? undefined : "companion";
}
