import {
  type EntryKey,
  type MediaFile,
  ProxyBackend,
  type ProxyRequest,
  type User,
} from "decap-cms-backend-proxy";
import { entryOf } from "#domain/editing/entries.ts";
import type { RefusedAnswer } from "#domain/editing/protocol.ts";
import type { Problem } from "#domain/problem.ts";
import { fileOf, SeenVersions } from "./seen-versions.ts";

/** The name under which the configuration of the CMS knows the backend. */
export const gitStoreName = "git-store";

/** Where the store answers, on the same address as the CMS. */
const address = "/api/cms";

/** What the store says of an entry; absent where it does not exist. */
interface Versioned {
  readonly version?: string;
}

/** The store declined; the message is meant for the person in front of the form. */
export class RefusedByStore extends Error {
  // Decap shows it before the message.
  override name = "Nicht ausgeführt";
  readonly status: number;
  readonly problems: readonly Problem[];
  readonly publishedVersion: string | undefined;

  constructor(status: number, { error, problems = [], publishedVersion }: RefusedAnswer) {
    super(error);
    this.status = status;
    this.problems = problems;
    this.publishedVersion = publishedVersion;
  }
}

/**
 * Decap's `proxy` backend, which also says which version of an entry it has read, so that nobody's
 * work is overwritten unseen.
 */
export class GitStoreBackend extends ProxyBackend {
  readonly #versions = new SeenVersions();

  constructor(
    config: { backend: { branch?: string }; media_folder: string },
    options: object = {},
  ) {
    super({ ...config, backend: { ...config.backend, proxy_url: address } }, options);
  }

  /** @throws RefusedByStore */
  override async request({ action, params }: ProxyRequest): Promise<unknown> {
    const seen = this.#versions.forRequest(action, params);
    const file = fileOf(params);
    try {
      const answer = await post(this.branch, action, { ...params, ...seen });
      if (file !== undefined) this.#remember(action, file, (answer as Versioned).version);
      return answer;
    } catch (error) {
      if (file !== undefined && error instanceof RefusedByStore) this.#learn(action, file, error);
      throw error;
    }
  }

  override async authenticate(): Promise<User> {
    const { user } = (await this.request({ action: "info", params: {} })) as {
      user: { name: string; email: string };
    };
    return { ...user, login: user.name, token: "" };
  }

  override restoreUser(): Promise<User> {
    return this.authenticate();
  }

  /** Decap asks for all originals before it shows one; each is loaded from the site when it is. */
  override async getMedia(mediaFolder: string = this.mediaFolder): Promise<MediaFile[]> {
    const listed = await this.request({
      action: "getMedia",
      params: { mediaFolder, withContent: false },
    });
    return (listed as Omit<MediaFile, "url" | "displayURL">[]).map((file) => {
      const url = file.path.replace(/^public/, "");
      return { ...file, url, displayURL: url };
    });
  }

  /** Decap opens a draft by collection and slug; the board asks by id. */
  override async unpublishedEntry(key: EntryKey): Promise<unknown> {
    try {
      const entry = (await super.unpublishedEntry(key)) as Versioned & Required<EntryKey>;
      const { file = "" } = entryOf(entry.collection, entry.slug) ?? {};
      if (key.id === undefined) this.#versions.open(file, entry.version);
      else this.#versions.list(file, entry.version);
      return entry;
    } catch (error) {
      // Published or discarded since the board was listed; without this, no card would be shown.
      if (key.id !== undefined && isWithoutDraft(error)) return ofNoCollection;
      throw error;
    }
  }

  #remember(action: string, file: string, version: string | undefined): void {
    if (action === "getEntry") this.#versions.open(file, version);
    if (action === "persistEntry") this.#versions.save(file, version);
    if (changesDraft.has(action)) this.#versions.list(file, version);
  }

  #learn(action: string, file: string, { status, publishedVersion }: RefusedByStore): void {
    // Decap asks for a draft first, then for what is published.
    const isAbsent = status === 404 && (action === "getEntry" || action === "unpublishedEntry");
    if (isAbsent) this.#versions.open(file, undefined);
    if (publishedVersion !== undefined) this.#versions.tellPublished(file, publishedVersion);
  }
}

/** Decap leaves out entries of collections that it does not know. */
const ofNoCollection = { collection: "", slug: "", diffs: [] };

function isWithoutDraft(error: unknown): boolean {
  return error instanceof Error && "notUnderEditorialWorkflow" in error;
}

/** After these, what the board shows is what the store has; the form keeps what it has read. */
const changesDraft = new Set([
  "updateUnpublishedEntryStatus",
  "publishUnpublishedEntry",
  "deleteUnpublishedEntry",
  "deleteFiles",
]);

async function post(branch: string, action: string, params: object): Promise<unknown> {
  const { ok, status, answer } = await reach({ action, params: { branch, ...params } });
  if (ok) return answer;
  throw new RefusedByStore(status, answer as RefusedAnswer);
}

interface Reached {
  readonly ok: boolean;
  readonly status: number;
  readonly answer: unknown;
}

/** @throws RefusedByStore where there is no answer, or only the beginning of one */
async function reach(request: object): Promise<Reached> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json; charset=utf-8" },
      body: JSON.stringify(request),
    });
    return { ok: response.ok, status: response.status, answer: await response.json() };
  } catch {
    throw new RefusedByStore(0, {
      error:
        "Die Redaktion ist nicht erreichbar. Ihr Text steht noch im Formular. Sehen Sie nach, ob npm start noch läuft, und versuchen Sie es dann noch einmal.",
    });
  }
}
