import { excerpt } from "#domain/excerpt.ts";
import { formatList } from "#domain/format.ts";
import { isInlineSlot, type SlotName, slotAttributes } from "./blocks.ts";

const types = {
  block: ["Überschriften (2. bis 4. Ebene)", "Absätze", "Listen", "Zitate", "Tabellen"],
  inline: ["Fettes", "Kursives", "Links", "Zeilenumbrüche"],
} as const;

/** The refusal of a node, with what may stand in its place. */
export function unknownNode(
  type: string,
  place: "block" | "inline",
  slots: readonly SlotName[],
): string {
  const refusal = `${describeNode(type)} ist nicht vorgesehen.`;
  if (type.endsWith("Expression")) return `${refusal} ${bracesAdvice}`;
  const names = slots.filter((name) => (place === "inline") === isInlineSlot(name)).map(slotUsage);
  return `${refusal} Verwenden Sie nur ${formatList([...types[place], ...names])}.`;
}

const bracesAdvice = "Schreiben Sie \\{ und \\}, wenn die Zeichen zum Text gehören.";

/** The refusal of an element that is none of the components. */
export function unknownElement(name: string, slots: readonly SlotName[]): string {
  const instead = slots.length > 0 ? ` Erlaubt sind die Bausteine ${slotNames(slots)}.` : "";
  return `Das Element <${excerpt(name)}> ist nicht vorgesehen.${instead} Schreiben Sie \\< statt <, wenn das Zeichen zum Text gehört.`;
}

/** The refusal of a component whose name has other capitals. */
export function misspeltSlot(typed: string, name: SlotName): string {
  return `Der Baustein <${typed} /> heißt <${name} />. Schreiben Sie seinen Namen genau so.`;
}

/** The refusal of the Muster's placeholder in an agreement. */
export const leftOverDistrict =
  "Der Baustein <District … /> ist ein Platzhalter des Musters. Schreiben Sie den Namen der Gebietskörperschaft, wie er im Original steht.";

export const blankHeading =
  "Die Überschrift hat keinen Text. Schreiben Sie ihn hinter die #, oder löschen Sie die Zeile.";

export const blankItem =
  "Der Listenpunkt oder das Zitat hat keinen Text. Schreiben Sie ihn hinter das Zeichen, oder löschen Sie die Zeile.";

/** The refusal of a heading in a list or a quote, where no section or Absatz could begin. */
export const headingWithin =
  "Die Überschrift steht in einer Liste oder einem Zitat. Beginnen Sie die Zeile mit den #, oder löschen Sie sie, wenn es keine Überschrift ist.";

/** The refusal of a component in a list or a quote. */
export function slotWithin(name: SlotName): string {
  return `Der Baustein <${name} /> steht in einer Liste oder einem Zitat. Stellen Sie ihn in eine eigene Zeile ohne Einrückung, mit einer Leerzeile davor und danach.`;
}

/** How a component is written: `<Projects measure="…" />`. */
export function slotUsage(name: SlotName): string {
  const attributes = slotAttributes[name].map((key) => ` ${key}="…"`).join("");
  return `<${name}${attributes} />`;
}

/** A kind of node in an editor's words, as the subject of a sentence. */
function describeNode(type: string): string {
  const names: Record<string, string> = {
    mdxjsEsm: "Eine Zeile, die mit import oder export beginnt,",
    mdxFlowExpression: "Ein Ausdruck in geschweiften Klammern",
    mdxTextExpression: "Ein Ausdruck in geschweiften Klammern",
    image: "Ein Bild",
    imageReference: "Ein Bild",
    code: "Ein Quelltext",
    inlineCode: "Ein Quelltext",
    delete: "Durchgestrichener Text",
    thematicBreak: "Eine Trennlinie",
    footnoteReference: "Eine Fußnote",
    footnoteDefinition: "Eine Fußnote",
    linkReference: "Ein Link mit getrennt genannter Adresse",
    definition: "Eine getrennt genannte Adresse eines Links",
  };
  return names[type] ?? `Ein Element der Art „${type}“`;
}

/** @param reason the parser's code and text */
export function syntaxMessage(reason: string): string {
  const [, tooMany] = reason.match(/^too many (.)$/) ?? [];
  if (tooMany) {
    return `Das Zeichen ${tooMany} steht viel öfter im Text als in jeder Vereinbarung. Prüfen Sie, ob es die richtige Datei ist.`;
  }
  if (/expression|acorn|brace/i.test(reason)) {
    return `Eine geschweifte Klammer lässt sich nicht lesen. ${bracesAdvice}`;
  }
  if (/comment/.test(reason)) {
    return "Ein Kommentar aus <!-- und --> ist nicht vorgesehen. Entfernen Sie ihn.";
  }
  if (/closing tag for/.test(reason)) {
    return "Ein Element ist nicht geschlossen. Schreiben Sie Bausteine mit / am Ende, z. B. <Amount />, und \\< statt <, wenn das Zeichen zum Text gehört.";
  }
  return "Ein < lässt sich nicht lesen. Schreiben Sie \\<, wenn das Zeichen zum Text gehört, z. B. \\<10 %.";
}

function slotNames(slots: readonly SlotName[]): string {
  return slots.map((name) => `<${name} />`).join(", ");
}
