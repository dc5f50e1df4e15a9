import type { EntryAddress } from "#domain/editing/entries.ts";
import { excerpt } from "#domain/excerpt.ts";
import { formatBytes, formatCount, formatEuros, formatList } from "#domain/format.ts";
import type { Change, EntryChange, Names, Words } from "./change.ts";

/** What happened to an entry, each change a sentence; the first says whether it is new or gone. */
export function sentencesOf(changed: EntryChange, names: Names): string[] {
  switch (changed.event) {
    case "added":
      return [`Neu: ${describeWhole(changed.changes)}.`, ...unreadable(changed, names)];
    case "removed":
      return [`Entfernt: ${describeWhole(changed.changes)}.`, ...unreadable(changed, names)];
    case "moved":
      return [
        `Aus dem Programmjahr ${yearOf(changed.from)} hierher verschoben.`,
        ...changed.changes.map((change) => describeChange(change, changed, names)),
      ];
    case "changed":
      return changed.changes.map((change) => describeChange(change, changed, names));
  }
}

function yearOf(entry: EntryAddress | undefined): string {
  return entry?.collection.split("-")[1] ?? "";
}

function unreadable(changed: EntryChange, names: Names): string[] {
  return changed.changes
    .filter(({ kind }) => kind === "unreadable")
    .map((change) => describeChange(change, changed, names));
}

/** `Fördersumme 1.310.490 €, 12 Projekte, 2 Unterschriften, Original als TXT` */
function describeWhole(changes: readonly Change[]): string {
  const amount = changes.find(
    (change) => change.kind === "field" && change.label === "Fördersumme",
  );
  const count = (kinds: readonly Change["kind"][], singular: string, plural: string) => {
    const found = changes.filter(({ kind }) => kinds.includes(kind)).length;
    return found === 0 ? [] : [formatCount(found, singular, plural)];
  };
  const files = changes.flatMap((change) =>
    change.kind === "companion" ? [nameOfCompanion(change.file)] : [],
  );
  const parts = [
    ...(amount?.kind === "field" ? [`Fördersumme ${amount.after ?? amount.before}`] : []),
    ...count(["project-added", "project-removed"], "Projekt", "Projekte"),
    ...count(["signature-added", "signature-removed"], "Unterschrift", "Unterschriften"),
    ...files,
  ];
  if (parts.length > 0) return parts.join(", ");
  const fields = changes.flatMap((change) =>
    change.kind === "field" ? [`${change.label} ${change.after ?? change.before}`] : [],
  );
  return fields.join(", ") || "ohne lesbare Angaben";
}

/** One change as a sentence without the name of its entry. */
export function describeChange(
  change: Change,
  { event }: Pick<EntryChange, "event">,
  names: Names,
): string {
  switch (change.kind) {
    case "amount": {
      const { label, before, after } = change;
      return `${label} ${formatEuros(after)} statt ${formatEuros(before)}${formatChange(before, after)}.`;
    }
    case "field":
      return describeField(change);
    case "project-added":
      return `Projekt neu: „${change.project.title}“ (${names.measure(change.project.measure)}).`;
    case "project-removed":
      return `Projekt entfernt: „${change.project.title}“ (${names.measure(change.project.measure)}).`;
    case "project-renamed":
      return `Projekt umbenannt: „${change.project.title}“ statt „${change.before}“ (${names.measure(change.project.measure)}).`;
    case "project-moved":
      return `Projekt „${change.project.title}“ jetzt unter ${names.measure(change.project.measure)} statt ${names.measure(change.before)}.`;
    case "signature-added":
      return `Unterschrift neu: ${change.name}.`;
    case "signature-removed":
      return `Unterschrift entfernt: ${change.name}.`;
    case "order":
      return `${change.label}: nur die Reihenfolge geändert.`;
    case "passage-added":
      return `${change.place} neu: „${excerpt(change.text)}“.`;
    case "passage-removed":
      return `${change.place} gestrichen: „${excerpt(change.text)}“.`;
    case "passage-moved":
      return `${change.place} stand bisher als ${change.before}: „${excerpt(change.text)}“.`;
    case "passage-changed":
      return `${change.place} geändert: ${describeWords(change.words)}.`;
    case "passage-spelling":
      return `${change.place}: nur die Schreibweise geändert, ${describeWords(change.words)}.`;
    case "markup":
      return `${change.place}: nur Gliederung oder Auszeichnung geändert, kein Wort.`;
    case "comment":
      return `Anmerkung in der Datei geändert: ${describeWords(change.words)}.`;
    case "layout":
      return event === "changed"
        ? "Schreibweise der Datei geändert (Leerzeichen, Zeilen, Anführungszeichen), kein Inhalt."
        : "Auch die Schreibweise der Datei ist eine andere.";
    case "mode":
      return "Nur die Rechte der Datei geändert, kein Inhalt.";
    case "unreadable":
      return change.side === "after"
        ? "Die neue Fassung lässt sich nicht lesen; verglichen sind die Zeilen."
        : "Die bisherige Fassung lässt sich nicht lesen; verglichen sind die Zeilen.";
    case "lines":
      return `Zeilen der Datei geändert: ${describeWords(change.words)}.`;
    case "bytes":
      return `Die Datei ist kein Text: ${formatBytes(change.after)} statt ${formatBytes(change.before)}.`;
    case "companion":
      return describeCompanion(change);
  }
}

function describeField({ label, before, after }: Extract<Change, { kind: "field" }>): string {
  if (before === undefined) return `${label} neu: ${after}.`;
  if (after === undefined) return `${label} entfernt: ${before}.`;
  return `${label} ${after} statt ${before}.`;
}

const events = { added: "neu", removed: "entfernt", changed: "geändert" } as const;

function describeCompanion({ file, event, words }: Extract<Change, { kind: "companion" }>): string {
  const what = `${nameOfCompanion(file)} ${events[event]}`;
  return words.length > 0 ? `${what}: ${describeWords(words)}.` : `${what}.`;
}

/** By the ending of its file. */
function nameOfCompanion(file: string): string {
  if (file.endsWith(".repairs.yaml")) return "Berichtigungen";
  return `Original (${file.endsWith(".pdf") ? "PDF" : "TXT"})`;
}

/** ` (+0,7 %)`; empty where there is no ratio. */
function formatChange(before: number, after: number): string {
  if (before === 0) return "";
  const percent = new Intl.NumberFormat("de-DE", {
    maximumFractionDigits: 1,
    signDisplay: "exceptZero",
  }).format((after / before - 1) * 100);
  return ` (${percent}\u00a0%)`;
}

/** As many places of a text as a sentence can name. */
const mostPlaces = 5;

/** `„zehn“ statt „neun“, „und Frauen“ eingefügt, „sofort“ gestrichen` */
export function describeWords(words: readonly Words[]): string {
  const places = placesOf(words);
  const told = places.slice(0, mostPlaces).map(({ before, after }) => {
    const [old, now] = [quote(before), quote(after)];
    if (!before.trim() && !after.trim()) return "Leerraum geändert";
    if (!before.trim()) return `${now} eingefügt`;
    return after.trim() ? `${now} statt ${old}` : `${old} gestrichen`;
  });
  const others = places.length - told.length;
  return others > 0
    ? `${told.join(", ")} und ${formatCount(others, "weitere Stelle", "weitere Stellen")}`
    : formatList(told);
}

function quote(text: string): string {
  return `„${excerpt(text.trim().replace(/\s+/g, " "))}“`;
}

/** What was replaced, joined where only a blank lies between. */
function placesOf(words: readonly Words[]): { before: string; after: string }[] {
  const places: { before: string; after: string }[] = [];
  let isOpen = false;
  for (const [index, { text, side }] of words.entries()) {
    const next = words[index + 1];
    if (side === "both") {
      const place = places.at(-1);
      // „neue Plätze“ statt „alte Orte“ is one place, not two.
      isOpen = isOpen && place !== undefined && text.trim() === "" && next !== undefined;
      if (isOpen && place) {
        place.before += text;
        place.after += text;
      }
      continue;
    }
    if (!isOpen) places.push({ before: "", after: "" });
    isOpen = true;
    const place = places.at(-1);
    if (place) place[side] += text;
  }
  return places;
}
