import type { ChangedFile, FileVersion, Nature } from "./change.ts";

/** Undefined for what is no text, and where there is no file. */
export function textOf(version: FileVersion | undefined): string | undefined {
  return version && "text" in version ? version.text : undefined;
}

export function natureOf(version: FileVersion): Nature {
  if ("text" in version) {
    return { is: "text", bytes: new TextEncoder().encode(version.text).length };
  }
  return { is: version.is ?? "binary", bytes: version.bytes };
}

export function eventOf({ before, after }: ChangedFile): "added" | "removed" | "changed" {
  if (!before) return "added";
  return after ? "changed" : "removed";
}

/** Whether both may be run, or neither; what is on one side only has nothing to differ from. */
export function isSameMode(
  before: FileVersion | undefined,
  after: FileVersion | undefined,
): boolean {
  return !before || !after || (before.isProgram ?? false) === (after.isProgram ?? false);
}
