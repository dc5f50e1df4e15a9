import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "./content-files.ts";

/**
 * Changes whenever a rule of the domain, of a parser or of what is made beside the pages changes, so
 * that everything is made again by the new rules.
 *
 * @param root the repository's root
 */
export function rulesDigest(root: string): string {
  const folders = ["src/domain", "src/loaders", "src/search-index", "src/build-output"];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .map((name) => join(root, folder, name))
      .sort(),
  );
  // The parsers are rules too; the lockfile names their versions.
  const parsers = join(root, "package-lock.json");
  return digestOf([...files, parsers].map((file) => readFileSync(file, "utf8")).join("\0"));
}
