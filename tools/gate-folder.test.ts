import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ownGateFolder } from "./gate-folder.ts";

it("removes what servers left that run no more, and nothing of those that do", () => {
  const parent = mkdtempSync(join(tmpdir(), "gate-folder-"));
  const { pid: ended } = spawnSync(process.execPath, ["--version"]);
  for (const name of [ended, process.ppid, process.pid])
    mkdirSync(join(parent, `${name}/src`), { recursive: true });
  writeFileSync(join(parent, "4321.tree"), "");
  expect(ownGateFolder(parent)).toBe(join(parent, String(process.pid)));
  expect(readdirSync(parent).sort()).toEqual([`${process.pid}`, `${process.ppid}`].sort());
  rmSync(parent, { recursive: true });
});
