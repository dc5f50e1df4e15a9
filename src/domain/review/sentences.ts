import { yearOf } from "#domain/editing/entries.ts";
import { formatList } from "#domain/format.ts";
import type { Change, EntryChange, Names, Words } from "./change.ts";
import { describeAmount, describeField, describeFields } from "./describe-fields.ts";
import {
  describeCompanion,
  describeNature,
  describeRepair,
  describeUnreadable,
  nameOfCompanion,
} from "./describe-files.ts";
import { describePassage } from "./describe-passage.ts";
import { describeWhole } from "./describe-whole.ts";
import { describeWords } from "./describe-words.ts";
import { endSentence, quote, shorten } from "./quote.ts";
import { isSpelling } from "./words.ts";

/** What happened to an entry, each change a sentence; the first says whether it is new or gone. */
export function sentencesOf(changed: EntryChange, names: Names): string[] {
  const { event, changes } = changed;
  const tell = (told: readonly Change[]) => told.map((change) => describeChange(change, names));
  switch (event) {
    case "added":
    case "removed": {
      const word = event === "added" ? "Neu" : "Entfernt";
      return [endSentence(`${word}: ${describeWhole(changes)}`), ...unreadable(changes)];
    }
    case "moved":
      return [describeMove(changed), ...tell(changes.filter((change) => !isCarried(change)))];
    case "changed":
      return tell(changes);
  }
}

function unreadable(changes: readonly Change[]): string[] {
  return changes.flatMap((change) => {
    if (change.kind === "unreadable") return [describeUnreadable(change, true)];
    return change.kind === "nature" ? [describeNature(change)] : [];
  });
}

/** Whether a file only went along with its agreement. */
function isCarried(change: Change): boolean {
  return change.kind === "companion" && change.event === "moved";
}

function describeMove({ entry, from, changes }: EntryChange): string {
  const carried = changes
    .filter(isCarried)
    .flatMap((change) => (change.kind === "companion" ? [nameOfCompanion(change.file)] : []));
  const beside = carried.length > 0 ? `, mit ${formatList(carried)}` : "";
  if (from && from.collection !== entry.collection) {
    const name = from.slug === entry.slug ? "" : ` („${from.slug}“)`;
    return `Aus dem Programmjahr ${yearOf(from)}${name} hierher verschoben${beside}.`;
  }
  const [old, now] = [from?.file, entry.file].map((file) => file?.replace(/^.*\//, ""));
  return `Datei umbenannt: „${now}“ statt „${old}“${beside}. Die Adresse auf der Website ändert sich mit.`;
}

/** One change as a sentence without the name of its entry. */
export function describeChange(change: Change, names: Names): string {
  switch (change.kind) {
    case "amount":
      return describeAmount(change);
    case "field":
      return describeField(change);
    case "digest":
      return "Prüfsumme des Originals geändert.";
    case "draft":
      return change.isDraft
        ? "Wieder ein Entwurf: Über dem Text steht ein Hinweis."
        : "Kein Entwurf mehr: Der Hinweis über dem Text entfällt.";
    case "project-added":
    case "project-removed": {
      const { title, measure } = change.project;
      const word = change.kind === "project-added" ? "neu" : "entfernt";
      return `Projekt ${word}: „${shorten(title, 200)}“ (${names.measure(measure)}).`;
    }
    case "project-changed":
      return describeProject(change, names);
    case "signature-added":
    case "signature-removed":
      return describeSignature(change);
    case "signature-changed":
      return endSentence(`Unterschrift von ${change.name}: ${describeFields(change.fields)}`);
    case "order":
      return `Reihenfolge der ${change.label} geändert.`;
    case "field-order":
      return "Reihenfolge der Angaben in der Datei geändert, kein Inhalt.";
    case "comment":
      return describeComment(change.words);
    case "layout":
      return "Schreibweise der Datei geändert (Leerzeichen, Zeilenenden oder Anführungszeichen), kein Inhalt.";
    case "mode":
      return "Rechte der Datei geändert, kein Inhalt.";
    case "unreadable":
      return describeUnreadable(change, false);
    case "lines":
      return endSentence(`Zeilen geändert: ${describeWords(change.words)}`);
    case "nature":
      return describeNature(change);
    case "companion":
      return describeCompanion(change);
    case "repair":
      return describeRepair(change);
    default:
      return describePassage(change);
  }
}

function describeProject(
  { project, before }: Extract<Change, { kind: "project-changed" }>,
  names: Names,
): string {
  const [title, old] = [project.title, before.title].map((text) => `„${shorten(text, 200)}“`);
  const [measure, left] = [names.measure(project.measure), names.measure(before.measure)];
  const isMoved = project.measure !== before.measure;
  const place = isMoved ? `jetzt unter ${measure} statt unter ${left}` : `(${measure})`;
  if (project.title === before.title) return `Projekt ${title} ${place}.`;
  if (!isMoved && isSpelling(project.title, before.title)) {
    return `Projekt ${title}: nur die Schreibweise geändert, bisher ${old} ${place}.`;
  }
  return `Projekt umbenannt: ${title} statt ${old}${isMoved ? "," : ""} ${place}.`;
}

function describeSignature(
  change: Extract<Change, { kind: "signature-added" | "signature-removed" }>,
): string {
  const { kind, signer, party } = change;
  const word = kind === "signature-added" ? "neu" : "entfernt";
  const article = party === "Land" ? "das " : party === "Gebietskörperschaft" ? "die " : "";
  const side = party === undefined ? "" : ` für ${article}${party}`;
  return endSentence(`Unterschrift${side} ${word}: ${signer}`);
}

/** Whole notes that come or go are quoted as they are. */
function describeComment(words: readonly Words[]): string {
  const [only] = words.length === 1 ? words : [];
  if (!only) return endSentence(`Anmerkung in der Datei geändert: ${describeWords(words)}`);
  const word = only.side === "after" ? "neu" : "gestrichen";
  return endSentence(`Anmerkung in der Datei ${word}: ${quote(only.text)}`);
}
