import { formatCount } from "#domain/format.ts";
import { formatProblem, sortProblems } from "#domain/problem.ts";
import {
  checkPages,
  listAgreementFiles,
  readAgreement,
  readAgreementSource,
  readRegisters,
  registerProblems,
} from "#loaders/content-files.ts";

const root = process.cwd();
const registers = readRegisters(root);
const files = listAgreementFiles(root);
const problems = sortProblems([
  ...registerProblems(registers),
  ...checkPages(root),
  ...files.flatMap((file) => {
    const source = readAgreementSource(root, file, registers);
    return readAgreement(root, source, registers).problems;
  }),
]);

for (const problem of problems) console.error(formatProblem(problem));
if (problems.length > 0) {
  console.error(`${formatCount(problems.length, "Problem", "Probleme")} in den Inhalten.`);
  process.exitCode = 1;
} else {
  console.log(`${files.length} Vereinbarungen geprüft, keine Probleme.`);
}
