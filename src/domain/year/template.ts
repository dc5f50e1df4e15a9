import type { Block, Inline, Slot } from "#domain/agreement/blocks.ts";
import { readBody } from "#domain/agreement/read-body.ts";
import { readSections, type Section } from "#domain/agreement/sections.ts";
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
  const all = [...problems, ...body.problems, ...sectionProblems];
  return year && all.length === 0
    ? { template: { year, blocks: body.blocks }, problems: all }
    : { problems: all };
}

/** The Muster as the agreement of a district would have it, divided into the same sections. */
export function fillTemplate({ year, blocks }: YearTemplate, district: District): Section[] {
  const filled = blocks.map((block) =>
    block.type === "paragraph" || block.type === "heading"
      ? { ...block, children: fillInline(block.children, district) }
      : block,
  );
  return readSections(filled, `${year.year}.mdx`).sections;
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
