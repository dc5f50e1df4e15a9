import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseAgreement } from "#domain/agreement/parse.ts";
import { splitFile } from "#domain/file-parts.ts";
import { printAgreement } from "./agreements.ts";

/**
 * Renames the first project of a generated agreement, in its file and in its original, so that the
 * gate accepts it.
 *
 * @param title from the title as it is
 */
export function renameProject(root: string, file: string, title: (old: string) => string): void {
  const source = readFileSync(join(root, file), "utf8");
  const parts = splitFile(source, file);
  const facts = parseAgreement(source, file).agreement?.facts;
  const [project, ...others] = facts?.projects ?? [];
  if ("code" in parts || !facts || !project) throw new Error(`${file} could not be read`);
  const renamed = { ...project, title: title(project.title) };
  const original = join(root, "public", facts.source.file);
  const text = readFileSync(original, "utf8").replace(
    `- ${project.title}\n`,
    () => `- ${renamed.title}\n`,
  );
  writeFileSync(original, text);
  const sha256 = createHash("sha256").update(text).digest("hex");
  const changed = {
    ...facts,
    projects: [renamed, ...others],
    source: { ...facts.source, sha256 },
  };
  writeFileSync(join(root, file), printAgreement(changed, parts.body));
}
