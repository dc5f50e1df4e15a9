import { type SlotName, slotAttributes } from "./blocks.ts";

const blockTypes = "Überschriften (2. bis 4. Ebene), Absätze, Listen, Zitate, Tabellen";
const inlineTypes = "fett, kursiv, Links, Zeilenumbrüche";

/** What may stand in the place of something that may not: one sentence. */
export function allowedInstead(place: "block" | "inline", slots: readonly SlotName[]): string {
  const types = place === "block" ? blockTypes : inlineTypes;
  if (slots.length === 0) return `Erlaubt sind ${types}.`;
  return `Erlaubt sind ${types} und die Bausteine ${slotNames(slots)}.`;
}

/** The refusal of an element that is none of the components. */
export function unknownElement(name: string, slots: readonly SlotName[]): string {
  const instead = slots.length > 0 ? ` Erlaubt sind die Bausteine ${slotNames(slots)}.` : "";
  return `Das Element <${name}> ist nicht vorgesehen.${instead} Schreiben Sie \\< statt <, wenn das Zeichen zum Text gehört.`;
}

/** How a component is written: `<Projects measure="…" />`. */
export function slotUsage(name: SlotName): string {
  const attributes = slotAttributes[name].map((key) => ` ${key}="…"`).join("");
  return `<${name}${attributes} />`;
}

/** A kind of node in an editor's words, as the subject of a sentence. */
export function describeNode(type: string): string {
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
  return /expression|acorn|brace/i.test(reason)
    ? "Eine geschweifte Klammer lässt sich nicht lesen. Schreiben Sie \\{ und \\}, wenn die Zeichen zum Text gehören."
    : "Ein < lässt sich nicht lesen. Schreiben Sie \\<, wenn das Zeichen zum Text gehört, z. B. \\<10 %.";
}

function slotNames(slots: readonly SlotName[]): string {
  return slots.map((name) => `<${name} />`).join(", ");
}
