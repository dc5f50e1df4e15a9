import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";

const head = `# Benchmarks

Each part is written by its own command. Figures change with the machine and with what else it does; compare ratios.
`;

/** What a command wrote into a document last; empty where it has not yet. */
export function readSection(file: string, command: string): string {
  const document = existsSync(file) ? readFileSync(file, "utf8") : "";
  const { begin, end } = marks(command);
  const [start, stop] = [document.indexOf(begin), document.indexOf(end)];
  return start < 0 || stop < 0 ? "" : document.slice(start + begin.length, stop).trim();
}

/** Writes a command's part of a document, at the end where it is new; all else stays as it is. */
export function writeSection(file: string, command: string, text: string): void {
  const document = existsSync(file) ? readFileSync(file, "utf8") : head;
  const { begin, end } = marks(command);
  const section = `${begin}\n\n${text.trim()}\n\n${end}`;
  const [start, stop] = [document.indexOf(begin), document.indexOf(end)];
  const changed =
    start < 0 || stop < 0
      ? `${document.trimEnd()}\n\n${section}\n`
      : document.slice(0, start) + section + document.slice(stop + end.length);
  writeFileSync(file, changed);
}

/** What all figures depend on. */
export function printMachine(): string {
  const cores = cpus();
  const memory = Math.round(totalmem() / 1e9);
  return `- Machine: ${cores[0]?.model.trim()}, ${cores.length} cores, ${memory} GB of memory
- Node.js ${process.versions.node}`;
}

function marks(command: string) {
  return { begin: `<!-- ${command} -->`, end: `<!-- end of ${command} -->` };
}
