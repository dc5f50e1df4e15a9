import { resolve } from "node:path";
import { type Problem, withoutWarnings } from "#domain/problem.ts";
import { Refusal } from "#git-store/refusal.ts";
import { runApart, TookTooLong } from "./run-apart.ts";

/**
 * Runs the gate in a process of its own, so that the server goes on answering, whatever a text does
 * to a parser.
 *
 * @param folder holds `src/content` and `public/originals`
 * @param patience milliseconds; thousands of agreements take seconds
 * @returns the problems without the warnings
 * @throws Refusal where it is not done in time
 */
export async function checkApart(folder: string, patience = 120_000): Promise<readonly Problem[]> {
  const script = [resolve("tools/check-content.ts"), "--format=json"];
  const { stdout, stderr } = await runApart(script, folder, patience).catch((error) => {
    throw error instanceof TookTooLong ? tookTooLong() : error;
  });
  try {
    return withoutWarnings(JSON.parse(stdout));
  } catch {
    throw new Error(`the check of the content failed: ${stderr}`);
  }
}

function tookTooLong(): Refusal {
  return new Refusal(
    503,
    "Die Prüfung der Inhalte war nach zwei Minuten nicht fertig und ist abgebrochen; veröffentlicht ist nichts. Versuchen Sie es noch einmal; hilft das nicht, zeigt npm run check:content, woran es liegt.",
  );
}
