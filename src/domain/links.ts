import type { Block, Inline } from "#domain/agreement/blocks.ts";
import { excerpt } from "./excerpt.ts";
import type { Problem } from "./problem.ts";

/** A link of a wording, with the line of the block that it stands in. */
export interface LocatedLink {
  readonly url: string;
  readonly line: number;
}

/**
 * What can be linked to on this site.
 *
 * @param path `/vereinbarungen/2025/kassel/`
 * @returns the ids on that page that are addresses, `any` where its own headings make them;
 *   undefined for what is no page or file
 */
export type AddressBook = (path: string) => ReadonlySet<string> | "any" | undefined;

/** The links of blocks, in reading order. */
export function listLinks(blocks: readonly Block[]): LocatedLink[] {
  return blocks.flatMap((block): LocatedLink[] => {
    switch (block.type) {
      case "heading":
      case "paragraph":
        return inlineLinks(block.children, block.line);
      case "list":
        return block.items.flatMap(listLinks);
      case "quote":
        return listLinks(block.children);
      case "table":
        return block.rows.flatMap((row) => row.flatMap((cell) => inlineLinks(cell, block.line)));
      case "slot":
        return [];
    }
  });
}

/**
 * Links within the site that lead nowhere.
 *
 * @param page address of the page that has the links: `/vereinbarungen/2025/wetteraukreis/`
 */
export function checkLinks(
  links: readonly LocatedLink[],
  page: string,
  addresses: AddressBook,
  file: string,
): Problem[] {
  const site = "https://site.invalid";
  return links.flatMap(({ url, line }) => {
    if (!URL.canParse(url, site + page)) return [broken(url, line, file)];
    const { origin, pathname, hash } = new URL(url, site + page);
    if (origin !== site) return [];
    const ids = addresses(pathname);
    const leadsSomewhere =
      ids && (ids === "any" || hash.length < 2 || ids.has(decode(hash.slice(1))));
    return leadsSomewhere ? [] : [broken(url, line, file)];
  });
}

function inlineLinks(children: readonly Inline[], line: number): LocatedLink[] {
  return children.flatMap((child): LocatedLink[] => {
    switch (child.type) {
      case "link":
        return [{ url: child.url, line }];
      case "emphasis":
      case "strong":
        return inlineLinks(child.children, line);
      default:
        return [];
    }
  });
}

function broken(url: string, line: number, file: string): Problem {
  return {
    code: "link-broken",
    file,
    line,
    field: "Link",
    message: `Der Link führt zu „${excerpt(url)}“; das gibt es auf dieser Website nicht. Kopieren Sie aus der Adresszeile, was nach dem Namen der Website steht, z. B. /vereinbarungen/2025/wetteraukreis/#par-4.`,
  };
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
