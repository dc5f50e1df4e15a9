import { checkCharacters, withoutRepeated } from "#domain/characters.ts";
import { splitFile, yamlOffset } from "#domain/file-parts.ts";
import type { Problem } from "#domain/problem.ts";
import { linesOfFields } from "#domain/read-data.ts";
import { listSlots, type Slot } from "./blocks.ts";
import { readFacts } from "./frontmatter.ts";
import { checkPlaceholders } from "./placeholders.ts";
import { readBody } from "./read-body.ts";
import type { Facts } from "./schema.ts";
import { readSections, type Section, sectionBlocks } from "./sections.ts";

/** An agreement as every part of the system uses it: typed facts and the divided wording. */
export interface Agreement {
  readonly facts: Facts;
  readonly sections: readonly Section[];
}

/**
 * Turns the text of an agreement file into one value and a list of problems.
 *
 * Pure: the same for build, command line, server and browser. Nothing in the text is ever run.
 *
 * @param source the file's content: YAML frontmatter, then MDX
 * @param file path from the repository's root, for problems
 * @returns `agreement` where frontmatter and syntax could be read, even if there are problems, so
 *   that a preview can show what there is
 */
export function parseAgreement(
  source: string,
  file: string,
): { agreement?: Agreement; problems: Problem[] } {
  const { agreement, problems } = readParts(source, file);
  return {
    ...(agreement && { agreement }),
    problems: withoutRepeated([
      ...checkCharacters(source, file),
      ...checkPlaceholders(source, file),
      ...problems,
    ]),
  };
}

function readParts(source: string, file: string): ReturnType<typeof parseAgreement> {
  const parts = splitFile(source, file);
  if ("code" in parts) return { problems: [parts] };
  const { facts, problems } = readFacts(parts.yaml, file);
  const body = readBody(parts.body, {
    file,
    lineOffset: parts.bodyOffset,
    slots: ["Amount", "Projects", "Signatures", "Illegible"],
  });
  problems.push(...body.problems);
  if (body.problems.some(({ code }) => code === "content-syntax")) return { problems };

  const { sections, problems: sectionProblems } = readSections(body.blocks, file);
  problems.push(...sectionProblems);
  if (!facts || sections.length === 0) return { problems };

  const lineOf = linesOfFields(parts.yaml, { lineOffset: yamlOffset });
  problems.push(...slotProblems(listSlots(sectionBlocks(sections)), lineOf, file));
  return { agreement: { facts, sections }, problems };
}

/** No fact is shown twice, amount and signatures once, so that text and data cannot disagree. */
function slotProblems(
  slots: readonly Slot[],
  lineOf: (fact: keyof Facts) => number,
  file: string,
): Problem[] {
  const problems: Problem[] = [];
  const report = (code: Problem["code"], line: number, field: string, message: string) =>
    problems.push({ code, file, line, field, message });

  for (const [name, fact, field] of [
    ["Amount", "amount", "Fördersumme"],
    ["Signatures", "signatures", "Unterschriften"],
  ] as const) {
    const found = slots.filter((slot) => slot.name === name);
    if (found.length === 1) continue;
    report(
      "slot-count",
      found[1]?.line ?? lineOf(fact),
      field,
      found.length === 0
        ? `Der Baustein <${name} /> fehlt im Wortlaut. Setzen Sie ihn an die Stelle des Originals.`
        : `Der Baustein <${name} /> steht ${found.length}-mal im Wortlaut. Lassen Sie ihn einmal stehen.`,
    );
  }

  const projectSlots = slots.filter(({ name }) => name === "Projects");
  const shown = new Set<string>();
  for (const { attributes, line } of projectSlots) {
    const { measure } = attributes;
    if (measure === undefined) continue;
    if (shown.has(measure)) {
      report(
        "slot-count",
        line,
        "Projekte",
        `Der Baustein <Projects measure="${measure}" /> steht mehrfach im Wortlaut. Lassen Sie ihn einmal stehen.`,
      );
    }
    shown.add(measure);
  }
  return problems;
}
