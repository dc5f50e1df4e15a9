import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "build-turns-"));
  mkdirSync(join(folder, ".cache"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it("lets the builds of several processes take turns, each saying once that it waits", async () => {
  const builds = [1, 2, 3].map(() => startBuild());
  const said = (await Promise.all(builds)).flat();
  expect(said.filter((line) => line.startsWith("In diesem Ordner baut schon"))).toHaveLength(2);
  const times = said.filter((line) => /^\d/.test(line)).map((line) => line.split(" ").map(Number));
  const inOrder = times.sort(([a = 0], [b = 0]) => a - b).flat();
  expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
  expect(readdirSync(join(folder, ".cache"))).toEqual([]);
});

it("takes over what a killed build left", async () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  symlinkSync(String(pid), join(folder, ".cache/build.lock"), "junction");
  expect(await startBuild()).toHaveLength(1);
});

/** @returns what it says, and last from when to when it built */
async function startBuild(): Promise<string[]> {
  const script = `
    import { buildInTurn } from ${JSON.stringify(resolve("tools/build-turns.ts"))};
    await buildInTurn(async () => {
      const begin = Date.now();
      await new Promise((done) => setTimeout(done, 300));
      console.log(begin, Date.now());
    }, console.log);
  `;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { cwd: folder });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  await once(child, "close");
  return said.trim().split("\n");
}
