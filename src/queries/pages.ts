import { type CollectionEntry, getCollection, render } from "astro:content";

export function listPages(): Promise<CollectionEntry<"pages">[]> {
  return getCollection("pages");
}

/** The compiled content of a page, as a component. */
export async function getEntryContent(page: CollectionEntry<"pages">) {
  return (await render(page)).Content;
}
