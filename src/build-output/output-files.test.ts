import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { copyPublicFiles } from "./public-files.ts";
import { removeUnexpected } from "./unexpected-files.ts";

let root = "";
const at = (name: string) => join(root, name);
const copy = () => copyPublicFiles(at("public"), at("site"), at("record.json")).sort();

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "output-"));
  mkdirSync(at("public/originals/2025"), { recursive: true });
  writeFileSync(at("public/favicon.svg"), "<svg/>");
  writeFileSync(at("public/originals/2025/kassel.txt"), "eins");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it("copies public files once, and again when they change or are gone", () => {
  expect(copy()).toEqual(["favicon.svg", "originals/2025/kassel.txt"]);
  const { mtimeMs } = statSync(at("site/originals/2025/kassel.txt"));
  expect(copy()).toHaveLength(2);
  expect(statSync(at("site/originals/2025/kassel.txt")).mtimeMs).toBe(mtimeMs);

  writeFileSync(at("public/originals/2025/kassel.txt"), "zwei");
  rmSync(at("site/favicon.svg"));
  copy();
  expect(readFileSync(at("site/originals/2025/kassel.txt"), "utf8")).toBe("zwei");
  expect(existsSync(at("site/favicon.svg"))).toBe(true);
});

it("removes what is not expected, with the folders that are empty then", () => {
  copy();
  mkdirSync(at("site/alt/tief"), { recursive: true });
  writeFileSync(at("site/alt/tief/x.html"), "");
  removeUnexpected(at("site"), (name) => name === "originals/2025/kassel.txt");
  expect(existsSync(at("site/alt"))).toBe(false);
  expect(existsSync(at("site/favicon.svg"))).toBe(false);
  expect(existsSync(at("site/originals/2025/kassel.txt"))).toBe(true);
});
