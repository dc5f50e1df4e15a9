import { formatProblem, sortProblems } from "#domain/problem.ts";
import {
  checkPages,
  listAgreementFiles,
  readAgreement,
  readAgreementSource,
  readRegisters,
} from "#loaders/content-files.ts";

const root = process.cwd();
const registers = readRegisters(root);
const files = listAgreementFiles(root);
const problems = sortProblems([
  ...[registers.districts, registers.measures, registers.years].flatMap((register) =>
    [...register.values()].flatMap((entry) => entry.problems),
  ),
  ...checkPages(root),
  ...files.flatMap((file) => {
    const source = readAgreementSource(root, file, registers);
    return readAgreement(root, source, registers).problems;
  }),
]);

for (const problem of problems) console.error(formatProblem(problem));
if (problems.length > 0) {
  console.error(`${problems.length} Probleme in den Inhalten.`);
  process.exitCode = 1;
} else {
  console.log(`${files.length} Vereinbarungen geprüft, keine Probleme.`);
}
