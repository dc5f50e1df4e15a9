import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { onTestFinished, vi } from "vitest";
import type { StoreOptions } from "#git-store/store.ts";
import { type Answer, erika, git, saved, storeOptions } from "./world.ts";

/** An entry that the gate lets through with any further sentence. */
export const page = {
  collection: "pages",
  slug: "impressum",
  path: "src/content/pages/impressum.mdx",
};
export const pageAddress = { collection: page.collection, slug: page.slug };

/** Whoever answers requests: a store in this process or in another. */
export interface Asked {
  ask(action: string, params?: object): Promise<Answer>;
}

/** A repository of the pages and years alone: small, so that it is made in no time. */
export function makeSmallRepository(): string {
  const root = mkdtempSync(join(tmpdir(), "git-store-"));
  for (const folder of ["src/content/pages", "src/content/years"]) {
    cpSync(folder, join(root, folder), { recursive: true });
  }
  const { name, email } = erika;
  git(root, "init", "-q", "-b", "main");
  appendFileSync(join(root, ".git", "config"), `[user]\n\tname = ${name}\n\temail = ${email}\n`);
  git(root, "add", "-A");
  git(root, "commit", "-q", "-m", "Anfang");
  return root;
}

/** A store that publishes whatever is approved. */
export function ungated(root: string): StoreOptions {
  return { ...storeOptions(root), checkFolder: async () => [] };
}

/** Saves the published text of the page with a sentence more, on top of its draft if it has one. */
export async function savePage(store: Asked, sentence: string): Promise<Answer> {
  const { body: entry } = await store.ask("getEntry", { path: page.path });
  const version = (await draftVersion(store)) ?? entry.version;
  return store.ask("persistEntry", saved(page, `${entry.data}\n${sentence}\n`, version));
}

/** As {@link savePage}, and approves the draft. */
export async function approvePage(store: Asked, sentence: string): Promise<void> {
  const answers = [await savePage(store, sentence), await moveTo(store, "pending_publish")];
  for (const { status, body } of answers) if (status !== 200) throw new Error(body.error);
}

export function moveTo(store: Asked, newStatus: string): Promise<Answer> {
  return store.ask("updateUnpublishedEntryStatus", { ...pageAddress, newStatus });
}

export function publishPage(store: Asked): Promise<Answer> {
  return store.ask("publishUnpublishedEntry", pageAddress);
}

/** Undefined where there is no draft. */
export async function draftVersion(store: Asked): Promise<string | undefined> {
  return (await store.ask("unpublishedEntry", pageAddress)).body.version;
}

/** The page as the main branch has it. */
export function publishedPage(root: string): string {
  return git(root, "show", `main:${page.path}`);
}

/** Refs, index and files. */
export function stateOf(root: string): object {
  return {
    refs: git(root, "for-each-ref"),
    head: git(root, "rev-parse", "HEAD"),
    status: git(root, "status", "--porcelain"),
  };
}

/** Shell lines that run before each git, until the environment is as it was. */
export function putBeforeGit(...lines: readonly string[]): void {
  const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  const folder = mkdtempSync(join(tmpdir(), "git-store-path-"));
  const script = ["#!/bin/sh", ...lines, `exec "${real}" "$@"`];
  writeFileSync(join(folder, "git"), `${script.join("\n")}\n`, { mode: 0o755 });
  onTestFinished(() => rmSync(folder, { recursive: true }));
  vi.stubEnv("PATH", `${folder}${delimiter}${process.env.PATH}`);
}

/** The last git command that a sentence tells to run. */
export function commandIn(sentence: string): string[] {
  const [, command = ""] = sentence.match(/.* mit git (.+?)\.$/) ?? [];
  return command.split(" ");
}
