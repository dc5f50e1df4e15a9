// @ts-nocheck Starlight is no package of the project.
import { type CollectionEntry, getCollection } from "astro:content";

let agreements: Promise<CollectionEntry<"docs">[]> | undefined;

/** Reads the collection once. */
export function listAgreements(): Promise<CollectionEntry<"docs">[]> {
  agreements ??= getCollection("docs");
  return agreements;
}
