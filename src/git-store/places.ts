import { type EntryAddress, entryOf } from "#domain/editing/entries.ts";
import { makeVisible } from "#domain/visible.ts";
import { Refusal } from "./refusal.ts";

/** @throws Refusal where the content has no such place */
export function findEntry(collection: string, slug: string): EntryAddress {
  return entryOf(collection, slug) ?? refuse(unknownPlace(`${collection}/${slug}`));
}

export function unknownPlace(place: string): Refusal {
  return new Refusal(
    403,
    `„${showPlace(place)}“ ist kein Ort des Inhalts. Bearbeitet werden Vereinbarungen, Kommunen, Maßnahmenarten, Programmjahre und Seiten; Namen bestehen aus Kleinbuchstaben, Ziffern und Bindestrichen.`,
  );
}

/** What was asked for, as it can stand in a sentence. */
export function showPlace(place: string): string {
  return makeVisible(place.slice(0, 100));
}

export function noDraft({ collection, slug }: EntryAddress): Refusal {
  return new Refusal(
    404,
    `Zu „${collection}/${slug}“ gibt es keinen Entwurf. Vielleicht wurde er inzwischen veröffentlicht oder verworfen; laden Sie die Seite neu.`,
  );
}

export function notFound({ file }: EntryAddress): Refusal {
  return new Refusal(404, `Die Datei „${file}“ gibt es nicht.`);
}

/** As a branch of an expression. */
export function refuse(refusal: Refusal): never {
  throw refusal;
}
