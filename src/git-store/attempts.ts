import { Refusal } from "./refusal.ts";

const mostAttempts = 30;

/**
 * Repeats a change that begins by reading what there is, until nobody else was faster.
 *
 * @param attempt undefined where a ref had moved in between
 * @throws Refusal where others are always faster
 */
export async function untilFirst<Result>(
  attempt: () => Promise<Result | undefined>,
): Promise<Result> {
  for (let count = 0; count < mostAttempts; count++) {
    const result = await attempt();
    if (result !== undefined) return result;
  }
  throw new Refusal(
    503,
    "Das Repository ändert sich gerade ständig. Nichts ist verändert; versuchen Sie es in einer Minute noch einmal.",
  );
}
