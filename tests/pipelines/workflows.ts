import { readdirSync, readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "yaml";

const folder = ".github/workflows";

export interface Step {
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
  readonly "continue-on-error"?: boolean;
}

export interface Job {
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

export const workflowFiles = readdirSync(folder).sort();

export function textOf(file: string): string {
  return readFileSync(`${folder}/${file}`, "utf8");
}

export function readWorkflow(file: string): Workflow {
  return parse(textOf(file));
}

/** What the editor of GitHub would say, with GitHub's own schema: `line: message`. */
export async function lintWorkflow(name: string, text: string): Promise<string[]> {
  const validate = await loadValidator();
  // It keeps what it has read by address.
  const document = TextDocument.create(`file:///${folder}/${name}`, "yaml", 0, text);
  const found = await validate(document);
  return found.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
}

async function loadValidator() {
  // The package imports its schema as browsers' tools do, without the attribute that Node asks for.
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      return found.url.endsWith(".json") ? { ...found, importAttributes: { type: "json" } } : found;
    },
  });
  const { validate } = await import("@actions/languageservice");
  hooks.deregister();
  return validate;
}
