import { afterEach, beforeEach, expect, it } from "vitest";
import {
  git,
  makeRepository,
  removeRepository,
  type Served,
  saved,
  serve,
  storeOptions,
  wetterau,
} from "./world.ts";

let root: string;
let store: Served;

beforeEach(async () => {
  root = makeRepository();
  store = await serve(storeOptions(root));
});
afterEach(async () => {
  expect(store.logged).toEqual([]);
  await store.close();
  removeRepository(root);
});

it("smoke", async () => {
  const { body: entry } = await store.ask("getEntry", { path: wetterau.path });
  const { status } = await store.ask(
    "persistEntry",
    saved(wetterau, `${entry.data}\n`, entry.version),
  );
  expect(status).toBe(200);
  expect(git(root, "branch", "--list", "cms/*")).toBe("  cms/agreements/2025/wetteraukreis");
});
