import { type Block, listSlots } from "#domain/agreement/blocks.ts";
import type { Section } from "#domain/agreement/sections.ts";
import { blockTexts } from "#domain/agreement/text.ts";
import type { District } from "#domain/district/schema.ts";
import { fillTemplate, type YearTemplate } from "#domain/year/template.ts";

/** A stretch of a section: what precedes its first Absatz, an Absatz, or what follows the last. */
export interface Passage {
  /** `par-4`, `par-4-abs-1` or `par-4-ende`; unique in an agreement. */
  readonly id: string;
  readonly blocks: readonly Block[];
}

/** The passages of a section that have any content, in order. */
export function passagesOf({ id, intro, paragraphs, outro }: Section): Passage[] {
  return [{ id, blocks: intro }, ...paragraphs, { id: `${id}-ende`, blocks: outro }].filter(
    ({ blocks }) => blocks.length > 0,
  );
}

/**
 * The passages that all agreements of a year share, word for word but for the district's name: as
 * the Muster has them, with its headings and lists, and without facts. People who search for one of
 * their words have found every agreement of the year.
 *
 * @returns ids of passages; empty for no agreements
 */
export function commonPassages(
  agreements: readonly { readonly sections: readonly Section[]; readonly district: District }[],
  template: YearTemplate,
): Set<string> {
  let common: Set<string> | undefined;
  for (const { sections, district } of agreements) {
    const model = new Map(
      fillTemplate(template, district)
        .flatMap(passagesOf)
        .filter(isWithoutFacts)
        .map(({ id, blocks }) => [id, textOf(blocks)]),
    );
    const same = sections
      .flatMap(passagesOf)
      .filter(isWithoutFacts)
      .filter(({ id, blocks }) => model.get(id) === textOf(blocks))
      .map(({ id }) => id);
    common = new Set(common ? same.filter((id) => common?.has(id)) : same);
  }
  return common ?? new Set();
}

function isWithoutFacts({ blocks }: Passage): boolean {
  return listSlots(blocks).length === 0;
}

/** What stands in a passage and as what, to be compared. */
function textOf(blocks: readonly Block[]): string {
  return blockTexts(blocks)
    .map(({ text, place }) => `${place} ${text}`)
    .join("\n");
}
