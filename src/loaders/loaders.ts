import { fileURLToPath } from "node:url";
import { glob, type Loader, type LoaderContext } from "astro/loaders";
import { type ComparedAgreement, compareAgreements } from "#domain/agreement/compare-agreements.ts";
import type { Facts } from "#domain/agreement/schema.ts";
import { contentFolder, originalsFolder } from "#domain/editing/entries.ts";
import {
  agreementId,
  checkAgreementText,
  listAgreementFiles,
  readAgreementSource,
} from "./agreement-files.ts";
import {
  asCompared,
  checkAgreementLinks,
  checkSurroundings,
  siteAddresses,
} from "./check-content.ts";
import { failOnProblems } from "./content-error.ts";
import { type ContentFile, digestOf, folders } from "./content-files.ts";
import { readDistricts, readMeasures, readRegisters, readYears } from "./registers.ts";
import { rulesDigest } from "./rules-digest.ts";
import {
  printStored,
  pruneStoredYears,
  readStoredYear,
  replaceStoredYear,
  writeStoredYear,
} from "./wording-store.ts";

/**
 * Agreements. This loader asks the gate for all content and fails on every problem at once; the
 * others leave out what has problems.
 *
 * Only agreements whose digest changed are parsed; what they were parsed to is kept on disk. The
 * entries carry the facts, and their `digest` names the stored agreement.
 */
export function agreementsLoader(): Loader {
  return {
    name: "agreements",
    load: (context) =>
      loadAndWatch(context, [contentFolder, originalsFolder], (root) => {
        const { store } = context;
        const registers = readRegisters(root);
        const rules = rulesDigest(root);
        const files = listAgreementFiles(root);
        const addresses = siteAddresses(root, registers, files);
        const problems = checkSurroundings(root, registers, addresses);
        const years = Map.groupBy(files, (file) => agreementId(file).slice(0, 4));
        const changedYears: string[] = [];
        const compared: ComparedAgreement[] = [];
        const changed: Parameters<typeof store.set>[0][] = [];
        for (const [year, members] of years) {
          const before = readStoredYear(year);
          const after = new Map<string, Buffer>();
          for (const file of members) {
            const source = readAgreementSource(root, file, registers);
            if ("problem" in source) {
              problems.push(source.problem);
              continue;
            }
            const digest = digestOf(source.digest + rules);
            const known = store.get(source.id)?.digest === digest && before.get(digest);
            // What a link leads to may have gone without the agreement changing.
            if (known && !mayHaveLinks(source.source)) {
              after.set(digest, known);
              compared.push(asCompared(root, file, store.get(source.id)?.data as Facts));
              continue;
            }
            const checked = checkAgreementText(root, source, registers);
            problems.push(...checked.problems);
            if (!checked.agreement) continue;
            const { agreement, repairs, isCompared } = checked;
            // As they were read, they would keep the file's whole text in memory.
            const facts = structuredClone(agreement.facts);
            compared.push(asCompared(root, file, facts));
            problems.push(...checkAgreementLinks(agreement, file, addresses));
            after.set(digest, printStored({ ...agreement, repairs, isCompared }));
            changed.push({
              id: source.id,
              data: { ...facts },
              digest,
              filePath: file,
            });
          }
          if ([...after.keys()].join() === [...before.keys()].join()) continue;
          writeStoredYear(year, after);
          changedYears.push(year);
        }
        failOnProblems([...problems, ...compareAgreements(compared)]);
        // Nothing is kept of content with problems.
        for (const entry of changed) store.set(entry);
        for (const year of changedYears) replaceStoredYear(year);
        pruneStoredYears(new Set(years.keys()));
        removeMissing(store, new Set(files.map(agreementId)));
      }),
  };
}

function mayHaveLinks(source: string): boolean {
  return source.includes("](");
}

export function districtsLoader(): Loader {
  return registerLoader("districts", readDistricts);
}

export function measuresLoader(): Loader {
  return registerLoader("measures", readMeasures);
}

export function yearsLoader(): Loader {
  return registerLoader("years", (root) =>
    readYears(root).map(({ value, ...rest }) => ({ ...rest, ...(value && { value: value.year }) })),
  );
}

/** Pages are compiled by `@astrojs/mdx`; `src/build-guards/page-gate.ts` stands before it. */
export function pagesLoader(): Loader {
  return glob({ pattern: "*.mdx", base: folders.pages });
}

function registerLoader<Value extends object>(
  name: "districts" | "measures" | "years",
  read: (root: string) => ContentFile<Value>[],
): Loader {
  return {
    name,
    load: (context) =>
      loadAndWatch(context, [folders[name]], (root) => {
        const entries = read(root);
        for (const { id, digest, file, value, problems } of entries) {
          if (!value || problems.length > 0) continue;
          context.store.set({
            id,
            data: Object.fromEntries(Object.entries(value)),
            digest,
            filePath: file,
          });
        }
        removeMissing(context.store, new Set(entries.map(({ id }) => id)));
      }),
  };
}

/** Loads now and, in development, again whenever a file below one of the folders changes. */
async function loadAndWatch(
  { config, watcher, logger }: LoaderContext,
  watched: readonly string[],
  load: (root: string) => void,
): Promise<void> {
  const root = fileURLToPath(config.root);
  load(root);
  watcher?.on("all", (_event, path) => {
    if (!watched.some((folder) => path.replaceAll("\\", "/").includes(`/${folder}/`))) return;
    try {
      load(root);
    } catch (error) {
      logger.error(error instanceof Error ? error.message : String(error));
    }
  });
}

function removeMissing(store: LoaderContext["store"], ids: ReadonlySet<string>): void {
  for (const id of store.keys()) {
    if (!ids.has(id)) store.delete(id);
  }
}
