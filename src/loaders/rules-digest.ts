import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "./content-files.ts";

/**
 * Changes whenever a rule of the domain, of the loaders or of a parser changes, so that what was parsed by older
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
  // The parsers are rules too; the lockfile names their versions.
  const parsers = join(root, "package-lock.json");
  return digestOf([...files, parsers].map((file) => readFileSync(file, "utf8")).join("\0"));
}
