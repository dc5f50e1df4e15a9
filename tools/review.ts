import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Problem } from "#domain/problem.ts";
import { makeReport, type Report } from "#domain/review/report.ts";
import { writeHtml } from "#domain/review/write-html.ts";
import { writeMarkdown } from "#domain/review/write-markdown.ts";
import { writeText } from "#domain/review/write-text.ts";
import { openGate } from "#git-store/gate.ts";
import { Refusal } from "#git-store/refusal.ts";
import { openRepository, type Repository } from "#git-store/repository.ts";
import { reviewTrees } from "#git-store/review-trees.ts";
import { findRevisions } from "#git-store/revisions.ts";
import { checkContent } from "#loaders/check-content.ts";

const writers = {
  text: writeText,
  markdown: writeMarkdown,
  html: writeHtml,
  json: (report: Report) => `${JSON.stringify(report, null, 2)}\n`,
};
type Format = keyof typeof writers;

const usage =
  "npm run review -- [Vergleichsstand] [neuer Stand] [--format text|markdown|html|json] [--preview https://…]";

try {
  const { base, head, format, preview } = readArguments();
  const report = await compare(process.cwd(), base, head, preview);
  process.stdout.write(writers[format](report));
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
}

/** Compares two versions, in substance, and asks the gate about both. */
async function compare(
  root: string,
  baseName: string | undefined,
  headName: string | undefined,
  preview: string | undefined,
): Promise<Report> {
  const repository = await openRepository(root, "main");
  try {
    const { base, head, gaps } = await findRevisions(repository, baseName, headName);
    const { review, names } = await reviewTrees(repository, base.tree, head.tree);
    const checked = await checkBoth(repository, base.tree, head.tree);
    return makeReport(review, names, {
      base: base.name,
      head: head.name,
      before: checked.before,
      after: checked.after,
      gaps: [...gaps, ...checked.gaps],
      preview,
    });
  } finally {
    repository.objects.close();
  }
}

/** The problems of both versions; what the gate refuses to look at is a gap of the report. */
async function checkBoth(
  repository: Repository,
  base: string,
  head: string,
): Promise<{ before: readonly Problem[]; after?: readonly Problem[]; gaps: string[] }> {
  if (base === head) return { before: [], after: [], gaps: [] };
  mkdirSync(".cache", { recursive: true });
  const folder = mkdtempSync(join(".cache", "review-"));
  try {
    const gate = openGate(repository, join(folder, "content"), async (content) =>
      checkContent(content),
    );
    const after = await gate.check(head);
    // Only what is still wrong may have been wrong before.
    const before = after.length > 0 ? await gate.check(base) : [];
    return { before, after, gaps: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { before: [], gaps: [error.message] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { format: { type: "string", default: "text" }, preview: { type: "string" } },
    });
    const [base, head, ...others] = positionals;
    if (others.length > 0 || !Object.hasOwn(writers, values.format)) throw new Error(usage);
    const preview = values.preview?.replace(/\/$/, "");
    if (preview !== undefined && !/^https?:\/\/[^\s"'<>]+$/.test(preview)) throw new Error(usage);
    return { base, head, format: values.format as Format, preview };
  } catch {
    throw new Refusal(400, `Diese Angaben versteht der Prüfbericht nicht. Schreiben Sie ${usage}.`);
  }
}
