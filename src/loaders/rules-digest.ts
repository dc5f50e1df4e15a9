import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "./content-files.ts";

/**
 * Changes whenever a rule of the domain or of the loaders changes, so that what was parsed by older
 * rules is parsed again.
 *
 * @param root the repository's root
 */
export function rulesDigest(root: string): string {
  const files = ["src/domain", "src/loaders"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .map((name) => join(root, folder, name))
      .sort(),
  );
  return digestOf(files.map((file) => readFileSync(file, "utf8")).join("\0"));
}
