import { fileURLToPath } from "node:url";
import { glob, type Loader, type LoaderContext } from "astro/loaders";
import type { Problem } from "#domain/problem.ts";
import { failOnProblems } from "./content-error.ts";
import {
  type ContentFile,
  checkPages,
  digestOf,
  folders,
  listAgreementFiles,
  readAgreement,
  readAgreementSource,
  readDistricts,
  readMeasures,
  readRegisters,
  readYears,
  registerProblems,
} from "./content-files.ts";
import { rulesDigest } from "./rules-digest.ts";
import { hasWording, pruneWording, writeWording } from "./wording-store.ts";

/**
 * Agreements: parses only those whose digest changed and keeps their wording on disk. The entries
 * carry the facts; `digest` names the wording.
 */
export function agreementsLoader(): Loader {
  return {
    name: "agreements",
    load: (context) =>
      loadAndWatch(context, ["src/content", "public/originals"], (root) => {
        const { store } = context;
        const registers = readRegisters(root);
        failOnProblems(registerProblems(registers));
        const rules = rulesDigest(root);
        const problems: Problem[] = [];
        const ids = new Set<string>();
        const digests = new Set<string>();
        for (const file of listAgreementFiles(root)) {
          const source = readAgreementSource(root, file, registers);
          const digest = digestOf(source.digest + rules);
          ids.add(source.id);
          digests.add(digest);
          if (store.get(source.id)?.digest === digest && hasWording(digest)) continue;
          const { agreement, repairs, problems: found } = readAgreement(root, source, registers);
          problems.push(...found);
          if (!agreement || found.length > 0) continue;
          writeWording(digest, { sections: agreement.sections, repairs });
          store.set({ id: source.id, data: { ...agreement.facts }, digest, filePath: file });
        }
        failOnProblems(problems);
        removeMissing(store, ids);
        pruneWording(digests);
      }),
  };
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

/** Pages are compiled by `@astrojs/mdx`, after the same check as everything else. */
export function pagesLoader(): Loader {
  const files = glob({ pattern: "*.mdx", base: folders.pages });
  return {
    name: "pages",
    async load(context) {
      failOnProblems(checkPages(fileURLToPath(context.config.root)));
      await files.load(context);
    },
  };
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
        failOnProblems(entries.flatMap(({ problems }) => problems));
        for (const { id, digest, file, value } of entries) {
          context.store.set({ id, data: { ...value }, digest, filePath: file });
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
