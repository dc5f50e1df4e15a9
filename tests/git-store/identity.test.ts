import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openGit } from "#git-store/git.ts";
import { configuredPerson } from "#git-store/identity.ts";
import { git } from "./world.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "identity-"));
  git(root, "init", "-q");
  // Else the configuration of whoever runs the test would count.
  vi.stubEnv("HOME", root);
  vi.stubEnv("XDG_CONFIG_HOME", root);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

it.each<[string, readonly (readonly string[])[], object | undefined]>([
  ["nobody, where nothing is configured", [], undefined],
  ["nobody, where the name is missing", [["user.email", "erika@example.org"]], undefined],
  ["nobody, where the address is missing", [["user.name", "Erika Muster"]], undefined],
  [
    "whoever is named in the repository before whoever is named for the account",
    [
      ["--global", "user.name", "Anna Beispiel"],
      ["--global", "user.email", "anna@example.org"],
      ["user.name", "Erika Muster"],
    ],
    { name: "Erika Muster", email: "anna@example.org" },
  ],
])("takes for the editor %s", async (_, settings, person) => {
  for (const setting of settings) git(root, "config", ...setting);
  expect(await configuredPerson(openGit(root))).toEqual(person);
});
