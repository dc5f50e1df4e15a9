import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkApart } from "./check-apart.ts";

it("finds the problems of a folder", async () => {
  const empty = mkdtempSync(join(tmpdir(), "check-apart-"));
  expect(await checkApart(empty)).toContainEqual(
    expect.objectContaining({ code: "file-unreadable", file: "src/content" }),
  );
  rmSync(empty, { recursive: true });
});

it("ends a check that takes too long, and says so", async () => {
  const refused = await checkApart(".", 1).catch((error) => error);
  expect(refused).toMatchObject({ name: "Refusal", status: 503 });
  expect(refused.message).toMatch(/^Die Prüfung der Inhalte war nach zwei Minuten nicht fertig/);
});

it("hands on that the check could not be started", async () => {
  await expect(checkApart(join(tmpdir(), "no-such-folder"))).rejects.toThrow("ENOENT");
});
