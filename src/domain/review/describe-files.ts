import { formatBytes } from "#domain/format.ts";
import type { Change, Nature, RepairChange } from "./change.ts";
import { describeFields } from "./describe-fields.ts";
import { describeWords } from "./describe-words.ts";
import { endSentence, quote, shorten } from "./quote.ts";

/** As many characters as a sentence has of a repair's reason. */
const longestReason = 300;

type Of<Kind extends Change["kind"]> = Extract<Change, { kind: Kind }>;

const parts = {
  file: ["Die", "Fassung", "verglichen sind die Zeilen"],
  facts: ["Die Angaben am Anfang der", "Fassung", "verglichen sind ihre Zeilen"],
  body: ["Der Wortlaut der", "Fassung", "verglichen sind seine Zeilen"],
} as const;

/** That a part of a file cannot be read, on which side, and what is told in its place. */
export function describeUnreadable({ part, side }: Of<"unreadable">, isWhole: boolean): string {
  const [beginning, , told] = parts[part];
  const verb = part === "facts" ? ["lassen", "ließen"] : ["lässt", "ließ"];
  const rest = isWhole ? "" : `; ${told}`;
  switch (side) {
    case "after":
      return `${beginning} neue${part === "file" ? "" : "n"} Fassung ${verb[0]} sich nicht lesen${rest}.`;
    case "before":
      return `${beginning} bisherige${part === "file" ? "" : "n"} Fassung ${verb[1]} sich nicht lesen${rest}.`;
    case "both": {
      const subject = { file: "Die Datei", facts: "Die Angaben am Anfang", body: "Der Wortlaut" };
      return `${subject[part]} ${verb[0]} sich in beiden Fassungen nicht lesen${rest}.`;
    }
  }
}

/** That an entry's file is, or was, no text. */
export function describeNature({ before, after }: Of<"nature">): string {
  if (after?.is === "link") return "Statt der Datei steht hier ein Verweis auf eine andere Datei.";
  if (after?.is === "repository") return "Statt der Datei steht hier ein anderes Git-Repository.";
  if (!before || !after) return `Die Datei ist kein Text (${sizeOf(after ?? before)}).`;
  const sizes = `(${sizeOf(after)} statt ${sizeOf(before)})`;
  if (after.is === "text") {
    return `Die Datei ist jetzt Text; die bisherige Fassung war keiner und lässt sich nicht vergleichen ${sizes}.`;
  }
  return before.is === "text"
    ? `Die Datei ist kein Text mehr und lässt sich nicht vergleichen ${sizes}.`
    : `Die Datei ist kein Text, sie lässt sich nicht vergleichen ${sizes}.`;
}

const events = { added: "neu", removed: "entfernt", changed: "geändert", moved: "mit verschoben" };

export function describeCompanion(change: Of<"companion">): string {
  const { file, event, words, before, after } = change;
  const name = nameOfCompanion(file);
  if (event === "layout") return `${name}: nur die Schreibweise der Datei geändert, kein Inhalt.`;
  if (event === "mode") return `${name}: Rechte der Datei geändert, kein Inhalt.`;
  if (words.length > 0) return endSentence(`${name} geändert: ${describeWords(words)}`);
  const sizes = before && after ? ` (${sizeOf(after)} statt ${sizeOf(before)})` : "";
  return `${name} ${events[event]}${sizes}.`;
}

export function describeRepair(change: RepairChange): string {
  const { event, line, found, published, reason, fields } = change;
  const beginning = `Berichtigung ${events[event]}, Zeile ${line || "?"} des Originals:`;
  if (event === "changed") return endSentence(`${beginning} ${describeFields(fields)}`);
  const what =
    published === "" ? `${quote(found)} gestrichen` : `${quote(published)} statt ${quote(found)}`;
  const proof =
    reason === ""
      ? "ohne Grund"
      : `Grund: ${shorten(reason, longestReason).replace(/[.\s]+$/, "")}`;
  return `${beginning} ${what}. ${proof}.`.replace(" ohne", " Ohne");
}

/** By the ending of its file. */
export function nameOfCompanion(file: string): string {
  if (file.endsWith(".repairs.yaml")) return "Berichtigungen";
  return `Original (${file.endsWith(".pdf") ? "PDF" : "TXT"})`;
}

function sizeOf(nature: Nature | undefined): string {
  if (nature?.is === "link") return "ein Verweis auf eine andere Datei";
  if (nature?.is === "repository") return "ein anderes Git-Repository";
  return formatBytes(nature?.bytes ?? 0);
}
