import { stringify } from "yaml";
import type { Slot } from "./blocks.ts";
import type { Agreement } from "./parse.ts";
import { agreementSchema, type Facts, projectSchema, signatureSchema } from "./schema.ts";
import { writeBlocks } from "./write-blocks.ts";
import { writeInline } from "./write-inline.ts";

/**
 * An agreement as the text of its file: what `parseAgreement` reads from it is the same agreement
 * again, but for the numbers of the lines.
 */
export function printAgreement({ facts, sections }: Agreement): string {
  const body = sections.flatMap(({ label, title, intro, paragraphs, outro }) => [
    `## ${[label, writeTitle(title)].filter(Boolean).join(" ")}`,
    ...writeBlocks([...intro, ...paragraphs.flatMap(({ blocks }) => blocks), ...outro], printSlot),
  ]);
  return `---\n${printFacts(facts)}---\n\n${body.join("\n\n")}\n`;
}

/** Fields in the order of the schema; one line for each text. */
function printFacts(facts: Facts): string {
  const { projects, signatures, ...rest } = inOrder(facts, agreementSchema.shape);
  const ordered = inOrder(
    {
      ...rest,
      projects: projects.map((project) => inOrder(project, projectSchema.shape)),
      signatures: signatures.map((signature) => inOrder(signature, signatureSchema.shape)),
    },
    agreementSchema.shape,
  );
  return stringify(ordered, {
    aliasDuplicateObjects: false,
    blockQuote: false,
    lineWidth: 0,
    schema: "core",
  });
}

function inOrder<Value extends object>(value: Value, shape: object): Value {
  const keys = Object.keys(shape) as (keyof Value)[];
  return Object.fromEntries(
    keys.filter((key) => value[key] !== undefined).map((key) => [key, value[key]]),
  ) as Value;
}

function writeTitle(title: string): string {
  return title && writeInline([{ type: "text", value: title }], "heading", () => "");
}

function printSlot({ name, attributes }: Slot): string[] {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`,
  );
  return [`<${name}${written.join("")} />`];
}
