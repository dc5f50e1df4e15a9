import { readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * Removes the files of a folder that do not belong there, and the folders that are empty then.
 *
 * @param isExpected told a path relative to the folder, with `/`
 */
export function removeUnexpected(folder: string, isExpected: (name: string) => boolean): void {
  const visit = (below: string): number => {
    let kept = 0;
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const name = below ? `${below}/${entry.name}` : entry.name;
      if (entry.isDirectory()) {
        const left = visit(name);
        if (left === 0) rmdirSync(join(folder, name));
        else kept += left;
      } else if (isExpected(name)) kept++;
      else rmSync(join(folder, name));
    }
    return kept;
  };
  visit("");
}
