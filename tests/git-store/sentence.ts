import { tmpdir } from "node:os";
import { expect } from "vitest";
import type { Answer } from "./world.ts";

/**
 * Expects a refusal as a person may read it: German, whole sentences, nothing of the machine.
 *
 * @returns the sentence
 */
export function expectRefusal({ status, body }: Answer, expected: number): string {
  expect({ status, body }).toMatchObject({ status: expected });
  expect(Object.keys(body)).toContain("error");
  expectSentence(body.error);
  return body.error;
}

export function expectSentence(sentence: unknown): void {
  expect(sentence).toMatch(/^[A-ZÄÖÜ„].*[a-zäöüß].*[.“]$/su);
  for (const secret of [tmpdir(), process.cwd(), "node_modules", "node:", "at Object."]) {
    expect(sentence).not.toContain(secret);
  }
  expect(sentence).not.toMatch(
    /expected|invalid|received|required|too (big|small)|undefined|fatal|error:|\bat \w+ \(/i,
  );
  expect(sentence).toSatisfy((text: string) => text.length < 500);
}
