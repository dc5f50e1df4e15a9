import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { found } from "#domain/found.ts";
import { agreementFiles } from "#domain/open-data/agreement-files.ts";
import { readRegisters } from "#loaders/registers.ts";
import { listStoredYears, parseStored, readStoredYear } from "#loaders/wording-store.ts";
import { readWritten, saveWritten, type WrittenFiles } from "./written-files.ts";

/**
 * Writes the files beside the agreements' pages, where they changed. As routes of Astro they would
 * cost as much as the pages themselves.
 *
 * @param record where to keep what was written
 * @returns all of their paths, relative to the output
 */
export function writeOpenData(
  root: string,
  output: string,
  site: string,
  record: string,
): string[] {
  const { districts, years } = readRegisters(root);
  const before = readWritten(record);
  const after: WrittenFiles = {};
  for (const name of listStoredYears()) {
    for (const [digest, json] of readStoredYear(name)) {
      const key = `${digest} ${site}`;
      const names = before[key]?.split(" ") ?? [];
      if (names.length > 0 && names.every((file) => existsSync(join(output, file)))) {
        after[key] = names.join(" ");
        continue;
      }
      const agreement = parseStored(json);
      const { facts } = agreement;
      const district = found(districts.get(facts.district)?.value);
      const { year } = found(years.get(facts.year)?.value);
      const files = agreementFiles(agreement, { district, year }, site);
      for (const [path, content] of files) {
        const target = join(output, path);
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, content);
      }
      after[key] = files.map(([path]) => path.slice(1)).join(" ");
    }
  }
  saveWritten(record, after);
  return Object.values(after).flatMap((names) => names.split(" "));
}
