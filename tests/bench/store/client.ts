import type { EntryAddress } from "#domain/editing/entries.ts";
import type { Edit } from "./repositories.ts";

/**
 * What Decap's pages send, action by action; to both servers the same.
 *
 * Source: decap-cms-core 3.16, `backend.ts`; decap-cms-backend-proxy 3.5, `implementation.ts`.
 */
export interface Client {
  /** @returns how many entries there are */
  list(folder: string): Promise<number>;
  /** @returns the published text */
  open(entry: EntryAddress): Promise<string>;
  /** @returns the text of a draft */
  openDraft(entry: EntryAddress): Promise<string>;
  save(edit: Edit): Promise<void>;
  approve(entry: EntryAddress): Promise<void>;
  publish(entry: EntryAddress): Promise<void>;
  /** Everything on the board. @returns how many drafts there are */
  showBoard(): Promise<number>;
}

/** What a server answered other than what was asked for. */
export class Failure extends Error {
  override name = "Failure";
}

const headers = { "Content-Type": "application/json; charset=utf-8" };

/** Browsers open no more connections to a host. */
const mostConnections = 6;

/**
 * One editor's browser.
 *
 * @param url of the server; what is asked for fails with a {@link Failure} where it declines
 */
export function openClient(url: string): Client {
  const takeConnection = limit(mostConnections);
  /** What the server called the state of an entry last; decap-server does not. */
  const versions = new Map<string, string | undefined>();

  function ask(action: string, params: object) {
    const body = JSON.stringify({ branch: "main", action, params: { branch: "main", ...params } });
    return takeConnection(async () => {
      const response = await fetch(url, { method: "POST", headers, body });
      const answer = await response.json();
      if (response.ok) return answer;
      throw new Failure(`${action}: ${response.status} ${JSON.stringify(answer)}`);
    });
  }

  async function readDraft(params: object): Promise<string> {
    const { collection, slug, diffs, version } = await ask("unpublishedEntry", params);
    versions.set(`${collection}/${slug}`, version);
    const { path, id } = diffs.find((diff: { path: string }) => diff.path.endsWith(".mdx"));
    const { data } = await ask("unpublishedEntryDataFile", { collection, slug, path, id });
    return data;
  }

  return {
    async list(folder) {
      return (await ask("entriesByFolder", { folder, extension: "mdx", depth: 2 })).length;
    },
    async open({ collection, slug, file }) {
      const { data, version } = await ask("getEntry", { path: file });
      versions.set(`${collection}/${slug}`, version);
      return data;
    },
    openDraft: ({ collection, slug }) => readDraft({ collection, slug }),
    async save({ entry, raw, uploads }) {
      const { collection, slug, file } = entry;
      const key = `${collection}/${slug}`;
      const { version } = await ask("persistEntry", {
        dataFiles: [{ path: file, slug, raw }],
        assets: uploads.map((upload) => ({ ...upload, encoding: "base64" })),
        options: {
          collectionName: collection,
          commitMessage: `Update ${key}`,
          useWorkflow: true,
          status: "draft",
        },
        version: versions.get(key),
      });
      versions.set(key, version);
    },
    async approve({ collection, slug }) {
      const newStatus = "pending_publish";
      await ask("updateUnpublishedEntryStatus", { collection, slug, newStatus });
    },
    async publish({ collection, slug }) {
      await ask("publishUnpublishedEntry", { collection, slug });
    },
    async showBoard() {
      const ids: string[] = await ask("unpublishedEntries", {});
      const drafts = await Promise.allSettled(ids.map((id) => readDraft({ id })));
      const failed = drafts.find(({ status }) => status === "rejected");
      if (failed?.status === "rejected") throw failed.reason;
      return drafts.length;
    },
  };
}

/** Runs no more than so many at once, in the order in which they came. */
function limit(most: number): <Result>(run: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (run) => {
    if (running < most) running++;
    else await new Promise<void>((turn) => waiting.push(turn));
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
