import { type Block, type Inline, listSlots, type Slot } from "#domain/agreement/blocks.ts";
import { readBody } from "#domain/agreement/read-body.ts";
import { readSections, type Section } from "#domain/agreement/sections.ts";
import { checkCharacters, withoutRepeated } from "#domain/characters.ts";
import type { District, DistrictForm } from "#domain/district/schema.ts";
import { districtForms } from "#domain/district/schema.ts";
import { splitFile, yamlOffset } from "#domain/file-parts.ts";
import { capitalise } from "#domain/format.ts";
import type { Problem } from "#domain/problem.ts";
import { readData } from "#domain/read-data.ts";
import { type Year, yearSchema } from "./schema.ts";

/** A programme year with its Muster: the wording that the year's agreements share. */
export interface YearTemplate {
  readonly year: Year;
  /** With `<District form="…" />` where an agreement names its district. */
  readonly blocks: readonly Block[];
}

/** Reads the file of a programme year; the same rules as for an agreement. */
export function parseYear(
  source: string,
  file: string,
): { template?: YearTemplate; problems: Problem[] } {
  const parts = splitFile(source, file);
  if ("code" in parts) return { problems: [parts] };
  const { data: year, problems } = readData(parts.yaml, yearSchema, {
    file,
    lineOffset: yamlOffset,
  });
  const body = readBody(parts.body, {
    file,
    lineOffset: parts.bodyOffset,
    slots: ["Amount", "Projects", "Signatures", "District"],
  });
  const { problems: sectionProblems } = readSections(body.blocks, file);
  const all = withoutRepeated([
    ...checkCharacters(source, file),
    ...problems,
    ...body.problems,
    ...unknownForms(body.blocks, file),
    ...sectionProblems,
  ]);
  return year && all.length === 0
    ? { template: { year, blocks: body.blocks }, problems: all }
    : { problems: all };
}

type NamedDistrict = Pick<District, "agreementName">;

/** The Muster as the agreement of a district would have it, divided into the same sections. */
export function fillTemplate({ year, blocks }: YearTemplate, district: NamedDistrict): Section[] {
  const filled = blocks.map((block) => fillBlock(block, district));
  return readSections(filled, `${year.year}.mdx`).sections;
}

function fillBlock(block: Block, district: NamedDistrict): Block {
  const inner = (blocks: readonly Block[]) => blocks.map((child) => fillBlock(child, district));
  switch (block.type) {
    case "heading":
    case "paragraph":
      return { ...block, children: fillInline(block.children, district) };
    case "list":
      return { ...block, items: block.items.map(inner) };
    case "quote":
      return { ...block, children: inner(block.children) };
    case "table":
      return { ...block, rows: block.rows.map((row) => row.map((c) => fillInline(c, district))) };
    case "slot":
      return block;
  }
}

/** @param begins whether the text begins a sentence */
function fillInline(children: readonly Inline[], district: NamedDistrict, begins = true): Inline[] {
  return children.map((child, index): Inline => {
    const isFirst = begins && index === 0;
    if ("children" in child) {
      return { ...child, children: fillInline(child.children, district, isFirst) };
    }
    if (child.type !== "slot" || child.name !== "District") return child;
    const value = formOf(district, child);
    return { type: "text", value: isFirst ? capitalise(value) : value };
  });
}

function formOf(district: NamedDistrict, slot: Slot): string {
  return district.agreementName[readForm(slot) ?? "nominative"];
}

function readForm({ attributes }: Slot): DistrictForm | undefined {
  return districtForms.find((name) => name === attributes.form);
}

function unknownForms(blocks: readonly Block[], file: string): Problem[] {
  return listSlots(blocks)
    .filter((slot) => slot.name === "District" && !readForm(slot))
    .map(({ attributes, line }) => ({
      code: "content-markup",
      file,
      line,
      field: "Wortlaut",
      message: `Die Form „${attributes.form}“ gibt es nicht. Schreiben Sie ${districtForms.join(" oder ")}.`,
    }));
}
