import { existsSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const file = join(tmpdir(), `zielvereinbarungen-canary-${process.pid}`);

/** Programs that leave a trace, should anything ever run them. */
export const canaryCode = [
  "globalThis.__canary = 1",
  `process.getBuiltinModule("fs").writeFileSync(${JSON.stringify(file)}, "")`,
  'process.env.CANARY = "1"',
];

/** The traces that are there: none, unless content was run. */
export function canaryTraces(): string[] {
  const traces = [
    "__canary" in globalThis && "globalThis",
    existsSync(file) && "file",
    "CANARY" in process.env && "environment",
  ];
  return traces.filter((trace) => trace !== false);
}

/** Runs the programs and shows that they would be noticed. */
export function provokeCanary(): string[] {
  for (const code of canaryCode) new Function(code)();
  const traces = canaryTraces();
  Reflect.deleteProperty(globalThis, "__canary");
  delete process.env.CANARY;
  rmSync(file, { force: true });
  return traces;
}
