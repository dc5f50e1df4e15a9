import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { type Problem, withoutWarnings } from "#domain/problem.ts";

/**
 * Runs the gate in a process of its own, so that the server goes on answering, whatever a text does
 * to a parser.
 *
 * @param folder holds `src/content` and `public/originals`
 * @returns the problems without the warnings
 */
export async function checkApart(folder: string): Promise<readonly Problem[]> {
  const command = [resolve("tools/check-content.ts"), "--format=json"];
  const child = spawn(process.execPath, command, { cwd: folder });
  const [printed, complaint] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  try {
    return withoutWarnings(JSON.parse(printed));
  } catch {
    throw new Error(`the check of the content failed: ${complaint}`);
  }
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += chunk;
  return text;
}
