import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeSmallRepository } from "./editing.ts";
import { expectRefusal } from "./sentence.ts";
import { git, removeRepository, serve, storeOptions } from "./world.ts";

it("sends no more originals at once than a browser can take, and lists them all", async () => {
  const root = makeSmallRepository();
  for (const [file, size] of [
    ["2024/kassel.pdf", 9],
    ["2025/hanau.pdf", 24_000_000],
    ["2025/kassel.pdf", 26_000_000],
  ] as const) {
    const path = join(root, "public/originals", file);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, Buffer.alloc(size));
  }
  git(root, "add", "-A");
  git(root, "commit", "-q", "-m", "Originale");
  const store = await serve(storeOptions(root));

  const all = { mediaFolder: "public/originals" };
  const sentence = expectRefusal(await store.ask("getMedia", all), 413);
  expect(sentence).toMatch(/^Die Originale in „public\/originals“ haben zusammen 51\s?MB/);
  const { body: listed } = await store.ask("getMedia", { ...all, withContent: false });
  expect(listed.map(({ path, size }: { path: string; size: number }) => [path, size])).toEqual([
    ["public/originals/2024/kassel.pdf", 9],
    ["public/originals/2025/hanau.pdf", 24_000_000],
    ["public/originals/2025/kassel.pdf", 26_000_000],
  ]);
  const year = { mediaFolder: "public/originals/2024" };
  expect((await store.ask("getMedia", year)).body).toEqual([
    expect.objectContaining({ name: "kassel.pdf", content: "AAAAAAAAAAAA", encoding: "base64" }),
  ]);
  expect(store.logged).toEqual([]);
  await store.close();
  removeRepository(root);
});
