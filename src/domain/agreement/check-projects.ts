import { excerpt } from "#domain/excerpt.ts";
import { fold } from "#domain/fold.ts";
import { closestMeasure } from "#domain/measure/closest-measure.ts";
import type { Measure } from "#domain/measure/schema.ts";
import type { Problem } from "#domain/problem.ts";
import { type Block, listSlots, type Slot } from "./blocks.ts";
import type { CheckContext } from "./check.ts";
import type { Agreement } from "./parse.ts";
import { sectionBlocks } from "./sections.ts";
import { inlineText } from "./text.ts";

/** Checks the projects of an agreement: their Maßnahmenarten, titles, and places in § 5. */
export function checkProjects(agreement: Agreement, context: CheckContext): Problem[] {
  return [
    ...unknownMeasures(agreement, context),
    ...doubledProjects(agreement, context),
    ...missingProjects(agreement, context),
    ...headingProblems(agreement, context),
    ...straySlots(agreement, context),
  ];
}

/** Each unknown measure once, at the line of its first use. */
function unknownMeasures(
  { facts, sections }: Agreement,
  { file, measures, lineOf }: CheckContext,
): Problem[] {
  const known = measures.map(({ slug }) => slug);
  const unknown = new Map<string, number>();
  for (const [index, { measure }] of facts.projects.entries()) {
    if (known.includes(measure) || unknown.has(measure)) continue;
    unknown.set(measure, lineOf("projects", index, "measure"));
  }
  for (const { attributes, line } of projectSlots(sections)) {
    const { measure } = attributes;
    if (measure && !known.includes(measure) && !unknown.has(measure)) unknown.set(measure, line);
  }
  return [...unknown].map(([measure, line]) => ({
    code: "measure-unknown",
    file,
    line,
    field: "Projekte · Maßnahmenart",
    message: `„${excerpt(measure)}“ steht nicht im Verzeichnis. Verwenden Sie ${known.join(" oder ")}.`,
  }));
}

/** Projects whose title stands twice in one Maßnahmenart. */
function doubledProjects({ facts }: Agreement, { file, lineOf }: CheckContext): Problem[] {
  const seen = new Set<string>();
  return facts.projects.flatMap(({ measure, title }, index): Problem[] => {
    const key = `${measure} ${fold(title).replace(/\s+/g, " ")}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      {
        code: "project-doubled",
        file,
        line: lineOf("projects", index, "title"),
        field: `Projekte ${index + 1} · Titel`,
        message: `„${excerpt(title)}“ steht schon weiter oben in derselben Maßnahmenart. Entfernen Sie einen der beiden Einträge.`,
      },
    ];
  });
}

/** Projects that no component shows, at the line of the first one of each Maßnahmenart. */
function missingProjects(agreement: Agreement, context: CheckContext): Problem[] {
  const { file, lineOf } = context;
  const measures = agreement.facts.projects.map(({ measure }) => measure);
  return [...new Set(measures)]
    .filter((measure) => isMissing(measure, agreement, context))
    .map((measure) => ({
      code: "projects-missing",
      file,
      line: lineOf("projects", measures.indexOf(measure), "measure"),
      field: "Projekte",
      message: `Die Projekte der Maßnahmenart „${measure}“ kommen im Wortlaut nicht vor. Setzen Sie <Projects measure="${measure}" /> unter ihre Überschrift in § 5.`,
    }));
}

/** Whether nothing shows the projects of a Maßnahmenart that exists; a slot may lack its measure. */
function isMissing(
  measure: string,
  { facts, sections }: Agreement,
  { measures }: CheckContext,
): boolean {
  return (
    measures.some(({ slug }) => slug === measure) &&
    facts.projects.some((project) => project.measure === measure) &&
    projectSlots(sections).every(
      ({ attributes }) => attributes.measure !== undefined && attributes.measure !== measure,
    )
  );
}

/** Each heading of § 5 that names a Maßnahmenart is followed by that measure's projects. */
function headingProblems(agreement: Agreement, context: CheckContext): Problem[] {
  return agreement.sections.flatMap((section) => {
    const blocks = sectionBlocks([section]);
    const showsProjects = projectSlots([section]).length > 0;
    return blocks.flatMap((block, index) =>
      showsProjects ? checkHeading(block, blocks[index + 1], agreement, context) : [],
    );
  });
}

function checkHeading(
  block: Block,
  next: Block | undefined,
  agreement: Agreement,
  context: CheckContext,
): Problem[] {
  const measure = namedMeasure(block, context.measures)?.slug;
  // Where it stands in a list or a quote, that is told by itself.
  const slot = next && listSlots([next]).find(({ name }) => name === "Projects");
  const isKnown =
    slot?.attributes.measure === measure || (slot && slot.attributes.measure === undefined);
  if (block.type !== "heading" || !measure || isKnown) return [];
  if (isMissing(measure, agreement, context)) return [];
  const heading = inlineText(block.children);
  const shown = slot
    ? `stehen die Projekte von „${excerpt(slot.attributes.measure ?? "")}“`
    : "stehen keine Projekte";
  return [
    {
      code: "projects-heading",
      file: context.file,
      line: next?.line ?? block.line,
      field: "Projekte",
      message: `Unter der Überschrift „${excerpt(heading)}“ ${shown}. Schreiben Sie darunter <Projects measure="${measure}" />.`,
    },
  ];
}

/**
 * Projects that do not stand directly below the heading of their Maßnahmenart. Where a heading
 * names it, or another heading stands above them, `headingProblems` tells it.
 */
function straySlots({ sections }: Agreement, { file, measures }: CheckContext): Problem[] {
  const isNamed = (slug: string) =>
    sections.some(
      (section) =>
        projectSlots([section]).length > 0 &&
        sectionBlocks([section]).some((block) => namedMeasure(block, measures)?.slug === slug),
    );
  return sections.flatMap((section) => {
    const blocks = sectionBlocks([section]);
    return blocks.flatMap((block, index): Problem[] => {
      if (block.type !== "slot" || block.name !== "Projects") return [];
      const measure = measures.find(({ slug }) => slug === block.attributes.measure);
      const above = blocks[index - 1];
      if (!measure || namedMeasure(above, measures) || isNamed(measure.slug)) return [];
      // An empty heading is told by itself.
      if (above?.type === "heading" && !inlineText(above.children).trim()) return [];
      return [
        {
          code: "projects-heading",
          file,
          line: block.line,
          field: "Projekte",
          message: `Die Projekte von „${measure.slug}“ stehen nicht gleich unter der Überschrift ihrer Maßnahmenart. Setzen Sie <Projects measure="${measure.slug}" /> unter die Überschrift „${excerpt(measure.title)}“.`,
        },
      ];
    });
  });
}

/** The Maßnahmenart that a block names as a heading. */
function namedMeasure(
  block: Block | undefined,
  measures: CheckContext["measures"],
): Measure | undefined {
  return block?.type === "heading"
    ? closestMeasure(inlineText(block.children), measures)
    : undefined;
}

function projectSlots(sections: Agreement["sections"]): Slot[] {
  return listSlots(sectionBlocks(sections)).filter(({ name }) => name === "Projects");
}
