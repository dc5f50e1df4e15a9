import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Person } from "#domain/editing/person.ts";
import { withoutWarnings } from "#domain/problem.ts";
import { cmsListener } from "#git-store/listener.ts";
import { openStore, type Store, type StoreOptions } from "#git-store/store.ts";
import { checkContent } from "#loaders/check-content.ts";

export const erika: Person = { name: "Erika Muster", email: "erika@example.org" };
export const wetterau = {
  collection: "agreements-2025",
  slug: "wetteraukreis",
  path: "src/content/agreements/2025/wetteraukreis.mdx",
};

/** Runs git in a folder, as the person would; no configuration but the folder's own. */
export function git(root: string, ...args: readonly string[]): string {
  return execFileSync("git", args, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, HOME: root, GIT_CONFIG_NOSYSTEM: "1" },
  }).trimEnd();
}

/** A checkout of a repository with the project's content; to be removed afterwards. */
export function makeRepository(): string {
  const root = mkdtempSync(join(tmpdir(), "git-store-"));
  for (const folder of ["src/content", "src/pages", "public"]) {
    cpSync(folder, join(root, folder), { recursive: true });
  }
  git(root, "init", "-q", "-b", "main");
  git(root, "config", "user.name", erika.name);
  git(root, "config", "user.email", erika.email);
  git(root, "add", "-A");
  git(root, "commit", "-q", "-m", "Anfang");
  return root;
}

export function removeRepository(root: string): void {
  rmSync(root, { recursive: true, force: true });
}

/** The store's options as `npm start` has them, with the gate in this process. */
export function storeOptions(root: string): StoreOptions {
  return {
    root: resolve(root),
    branch: "main",
    gateFolder: join(root, ".git", "gate"),
    checkFolder: async (folder) => withoutWarnings(checkContent(folder)),
    onPublished: () => undefined,
  };
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what a server answers is looked at field by field
  readonly body: any;
}

export interface Served {
  readonly origin: string;
  /** What the operator would have read of unexpected errors. */
  readonly logged: string[];
  ask(action: string, params?: object): Promise<Answer>;
  close(): Promise<void>;
}

/** A store behind its listener, on a free port of this machine. */
export async function serve(options: StoreOptions): Promise<Served> {
  const logged: string[] = [];
  const opened: Store[] = [];
  const open = async () => {
    const store = await openStore(options);
    opened.push(store);
    return store;
  };
  const server: Server = createServer(cmsListener(open, (line) => logged.push(line)));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    logged,
    ask: (action, params = {}) => askAt(origin, action, params),
    close: () =>
      new Promise((closed) => {
        for (const store of opened) store.close();
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** One request as Decap's `proxy` backend sends it. */
export async function askAt(origin: string, action: string, params: object = {}): Promise<Answer> {
  const response = await fetch(`${origin}/api/cms`, {
    method: "POST",
    headers: { "Content-Type": "application/json; charset=utf-8", Origin: origin },
    body: JSON.stringify({ branch: "main", action, params: { branch: "main", ...params } }),
  });
  return { status: response.status, body: await response.json() };
}

/** What `persistEntry` carries to save a text at a place. */
export function saved(
  { path, slug }: { path: string; slug: string },
  raw: string,
  version?: string,
  assets: readonly object[] = [],
): object {
  return {
    dataFiles: [{ path, slug, raw }],
    assets,
    options: { useWorkflow: true, commitMessage: "-", status: "draft" },
    version,
  };
}
