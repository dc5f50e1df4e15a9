import { readFileSync } from "node:fs";

/**
 * Reads what an earlier build kept in the cache.
 *
 * @param otherwise where nothing is known, or what is known cannot be read
 */
export function readKept<Kept>(path: string, otherwise: Kept): Kept {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return otherwise;
  }
}
