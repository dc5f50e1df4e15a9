import type { Block, Inline, Slot } from "#domain/agreement/blocks.ts";
import { readBody } from "#domain/agreement/read-body.ts";
import { readSections, type Section } from "#domain/agreement/sections.ts";
import type { District, DistrictForm } from "#domain/district/schema.ts";
import { districtForms } from "#domain/district/schema.ts";
import { splitFile, yamlOffset } from "#domain/file-parts.ts";
import type { Problem } from "#domain/problem.ts";
import { readData } from "#domain/read-data.ts";
import { type Year, yearSchema } from "./schema.ts";

/** A programme year with its Muster: the wording that the year's agreements share. */
export interface YearTemplate {
  readonly year: Year;
  readonly sections: readonly Section[];
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
  const { sections, problems: sectionProblems } = readSections(body.blocks, file);
  const all = [...problems, ...body.problems, ...sectionProblems];
  return year && all.length === 0
    ? { template: { year, sections }, problems: all }
    : { problems: all };
}

/** Blocks of a Muster with the district's forms in place of `<District form="…" />`. */
export function fillBlocks(blocks: readonly Block[], district: District): Block[] {
  return blocks.map((block) => {
    if (block.type !== "paragraph" && block.type !== "heading") return block;
    return { ...block, children: fillInline(block.children, district) };
  });
}

function fillInline(children: readonly Inline[], district: District): Inline[] {
  return children.map((child, index): Inline => {
    if (child.type !== "slot" || child.name !== "District") return child;
    const value = formOf(district, child);
    return { type: "text", value: index === 0 ? capitalise(value) : value };
  });
}

function formOf(district: District, { attributes }: Slot): string {
  const form = districtForms.find((name) => name === attributes.form) ?? "nominative";
  return district.agreementName[form satisfies DistrictForm];
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
