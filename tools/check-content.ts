import { parseArgs } from "node:util";
import { formatCount } from "#domain/format.ts";
import { sortProblems, withoutWarnings } from "#domain/problem.ts";
import { type ReportFormat, reportFormats, reportProblems } from "#domain/problem-report.ts";
import { listAgreementFiles } from "#loaders/agreement-files.ts";
import { checkContent } from "#loaders/check-content.ts";

const root = process.cwd();
const format = readFormat();
if (format) {
  const problems = sortProblems(checkContent(root));
  const errors = withoutWarnings(problems).length;
  process.stdout.write(reportProblems(problems, format));
  // Apart from the report, which a program may read.
  console.error(summarise(errors, problems.length - errors));
  if (errors > 0) process.exitCode = 1;
}

function summarise(errors: number, warnings: number): string {
  const agreements = formatCount(listAgreementFiles(root).length, "Vereinbarung", "Vereinbarungen");
  const found = errors > 0 ? formatCount(errors, "Problem", "Probleme") : "keine Probleme";
  const noted = warnings > 0 ? `, ${formatCount(warnings, "Hinweis", "Hinweise")}` : "";
  return `${agreements} geprüft: ${found}${noted}.`;
}

function readFormat(): ReportFormat | undefined {
  try {
    const { values } = parseArgs({ options: { format: { type: "string", default: "text" } } });
    const format = reportFormats.find((name) => name === values.format);
    if (format) return format;
  } catch {
    // An option that does not exist: said below.
  }
  console.error(
    `Das Format gibt es nicht. Schreiben Sie npm run check:content -- --format ${reportFormats.join(", ")}.`,
  );
  process.exitCode = 1;
  return undefined;
}
