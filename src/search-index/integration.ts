import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { found } from "#domain/found.ts";
import { commonPassages } from "#domain/search/common-wording.ts";
import { agreementRecord, commonRecord, type IndexRecord } from "#domain/search/index-records.ts";
import { makeVocabulary, recordWords } from "#domain/search/vocabulary.ts";
import type { YearTemplate } from "#domain/year/template.ts";
import { digestOf, listBelow } from "#loaders/content-files.ts";
import { readKept } from "#loaders/kept-json.ts";
import { type Registers, readRegisters } from "#loaders/registers.ts";
import {
  listStoredYears,
  parseStored,
  readStoredYear,
  type StoredYear,
} from "#loaders/wording-store.ts";
import { closePagefind, writeIndex } from "./pagefind.ts";

/** Folder of the index within the built site; the browser loads it from there. */
const folder = "pagefind";

/** What the index of a year was made from, and what else is known of it. */
interface IndexedYear {
  readonly digest: string;
  /** Ids of the passages that its agreements share. */
  readonly common: readonly string[];
  /** Words of what its agreements do not share. */
  readonly words: readonly string[];
}

/** What is kept between builds; `src/build-output` takes the files for made. */
interface IndexRecordFile {
  readonly years: Readonly<Record<string, IndexedYear>>;
  /** Relative to the site. */
  readonly files: readonly string[];
}

/**
 * Makes the full-text index: one for each programme year, and one for what the agreements of a year
 * have in common, which is most of their words. A year whose agreements did not change is left
 * alone. The browser merges them.
 */
export function searchIndex(): AstroIntegration {
  let root = "";
  let record = "";
  return {
    name: "search-index",
    hooks: {
      "astro:config:done": ({ config }) => {
        root = fileURLToPath(config.root);
        record = fileURLToPath(new URL("written/search-index.json", config.cacheDir));
      },
      "astro:build:done": async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const output = join(site, folder);
        const known = readKept<IndexRecordFile>(record, { years: {}, files: [] });
        const isWhole =
          known.files.length > 0 && known.files.every((f) => existsSync(join(site, f)));
        // Of an index that is damaged or unknown, nothing is kept.
        if (!isWhole) rmSync(output, { recursive: true, force: true });
        const before = isWhole ? known.years : {};
        const registers = readRegisters(root);
        const after = await indexYears(registers, output, before);
        const changed = Object.keys(after).filter((year) => after[year] !== before[year]);
        const gone = Object.keys(before).filter((year) => !(year in after));
        for (const year of gone) rmSync(join(output, year), { recursive: true });
        const isChanged = changed.length > 0 || gone.length > 0;
        if (isChanged) await indexCommon(registers, output, after);
        await closePagefind();
        const files = isChanged ? listIndex(site) : known.files;
        writeFileSync(record, JSON.stringify({ years: after, files } satisfies IndexRecordFile));
        logger.info(`indexed again: ${changed.join(", ") || "nothing"}`);
      },
    },
  };
}

/** Indexes the years that changed. */
async function indexYears(
  registers: Registers,
  output: string,
  before: Readonly<Record<string, IndexedYear>>,
): Promise<Record<string, IndexedYear>> {
  const after: Record<string, IndexedYear> = {};
  for (const name of listStoredYears()) {
    const stored = readStoredYear(name);
    const digest = digestOf([...stored.keys()].join());
    const known = before[name];
    if (known?.digest === digest) {
      after[name] = known;
      continue;
    }
    const { records, common } = recordsOf(stored, registers);
    rmSync(join(output, name), { recursive: true, force: true });
    await writeIndex(records, join(output, name), { withScripts: false, mostFiles: 26 });
    const words = recordWords(records.map(({ html }) => html));
    after[name] = { digest, common: [...common], words };
  }
  return after;
}

function recordsOf(
  stored: StoredYear,
  { districts, years }: Registers,
): { records: IndexRecord[]; common: Set<string> } {
  const agreements = [...stored.values()].map((json) => {
    const agreement = parseStored(json);
    const district = found(districts.get(agreement.facts.district)?.value);
    return { ...agreement, district };
  });
  const template = found(years.get(agreements[0]?.facts.year ?? 0)?.value);
  const common = commonPassages(agreements, template);
  const records = agreements.map(({ district, ...agreement }) =>
    agreementRecord(agreement, { district, year: template.year }, common),
  );
  return { records, common };
}

/** The index in the folder itself, with the scripts that load and merge the others. */
async function indexCommon(
  { years }: Registers,
  output: string,
  indexed: Readonly<Record<string, IndexedYear>>,
): Promise<void> {
  for (const name of existsSync(output) ? readdirSync(output) : []) {
    if (!(name in indexed)) rmSync(join(output, name), { recursive: true });
  }
  // Without agreements there is nothing to search.
  if (Object.keys(indexed).length === 0) return;
  const all = Object.entries(indexed).map(([year, { common, words }]) => {
    const template = found<YearTemplate>(years.get(Number(year))?.value);
    return { year, words, record: commonRecord(template, new Set(common)) };
  });
  await writeIndex(
    all.map(({ record }) => record),
    output,
    { withScripts: true, mostFiles: 1 },
  );
  const vocabulary = makeVocabulary(
    all.map(({ year, words, record }) => ({
      year,
      own: words,
      common: recordWords([record.html]),
    })),
  );
  writeFileSync(join(output, "vocabulary.json"), JSON.stringify(vocabulary));
}

/** Its files relative to the site. */
function listIndex(site: string): string[] {
  return listBelow(site, folder)
    .filter(({ isFile }) => isFile)
    .map(({ below }) => `${folder}/${below}`);
}
