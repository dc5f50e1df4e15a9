import { formatCount } from "#domain/format.ts";
import { formatProblem, sortProblems } from "#domain/problem.ts";
import { listAgreementFiles } from "#loaders/agreement-files.ts";
import { checkContent } from "#loaders/check-content.ts";

const root = process.cwd();
const problems = sortProblems(checkContent(root));

for (const problem of problems) console.error(formatProblem(problem));
if (problems.length > 0) {
  console.error(`${formatCount(problems.length, "Problem", "Probleme")} in den Inhalten.`);
  process.exitCode = 1;
} else {
  const count = formatCount(listAgreementFiles(root).length, "Vereinbarung", "Vereinbarungen");
  console.log(`${count} geprüft, keine Probleme.`);
}
