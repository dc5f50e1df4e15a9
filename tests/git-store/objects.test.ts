import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { openGit } from "#git-store/git.ts";
import { openObjects } from "#git-store/objects.ts";
import { makeSmallRepository } from "./editing.ts";
import { git, removeRepository } from "./world.ts";

it("puts a large object together once, and the small ones after it stay whole", async () => {
  const root = makeSmallRepository();
  const large = Buffer.alloc(20_000_000, "Zielvereinbarung ");
  writeFileSync(join(root, "large"), large);
  const names = [git(root, "hash-object", "-w", "large"), "HEAD", "0".repeat(40)];
  const objects = openObjects(openGit(root));
  const concat = vi.spyOn(Buffer, "concat");
  const [first, head, missing] = await Promise.all(names.map((name) => objects.read(name)));
  const copied = concat.mock.results.reduce((sum, { value }) => sum + value.length, 0);
  concat.mockRestore();
  expect(first?.content.equals(large)).toBe(true);
  expect(head?.content.toString()).toBe(`${git(root, "cat-file", "commit", "HEAD")}\n`);
  expect(missing).toBeUndefined();
  expect(copied).toBeLessThan(3 * large.length);
  objects.close();
  removeRepository(root);
});
