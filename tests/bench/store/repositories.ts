import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type EntryAddress, entryAt } from "#domain/editing/entries.ts";
import { listAgreementFiles } from "#loaders/agreement-files.ts";
import { renameProject } from "../content/change.ts";
import { generateContent } from "../generate.ts";

/** A project with generated agreements, all committed on the main branch. */
export function makeRepository(root: string, count: number): void {
  generateContent(root, count);
  rmSync(join(root, "node_modules"));
  runGit(root, "init", "--quiet", "--initial-branch=main");
  runGit(root, "add", "--all");
  runGit(root, ...identity, "commit", "--quiet", "--message=Anfang");
  runGit(root, "repack", "-adq");
}

/** A checkout of its own, as an editor's machine has it. */
export function cloneRepository(root: string, copy: string): void {
  runGit(root, "clone", "--quiet", "--no-hardlinks", root, copy);
  runGit(copy, "config", "user.name", "Erika Muster");
  runGit(copy, "config", "user.email", "erika@example.org");
}

/** What an editor saves. */
export interface Edit {
  readonly entry: EntryAddress;
  readonly raw: string;
  /** In Base64. */
  readonly uploads: readonly { readonly path: string; readonly content: string }[];
}

/** Agreements to be edited, spread evenly over the years. */
export function pickEntries(root: string, count: number): EntryAddress[] {
  const entries = listAgreementFiles(root).flatMap((file) => entryAt(file) ?? []);
  const step = entries.length / count;
  return Array.from({ length: count }, (_, index) => entries[Math.floor(index * step)]).flatMap(
    (entry) => entry ?? [],
  );
}

/**
 * Gives a project of an agreement another title, in its original too, so that the gate lets it pass.
 * Changes the files, not the repository.
 *
 * @param word at the end of the title, other than the last time
 */
export function editEntry(root: string, entry: EntryAddress, word: string): Edit {
  renameProject(
    root,
    entry.file,
    (old) => `${old.replace(/ Neufassung\w*$/, "")} Neufassung${word}`,
  );
  const year = entry.collection.split("-")[1];
  const path = `public/originals/${year}/${entry.slug}.txt`;
  return {
    entry,
    raw: readFileSync(join(root, entry.file), "utf8"),
    uploads: [{ path, content: readFileSync(join(root, path), "base64") }],
  };
}

const identity = ["-c", "user.name=Erika Muster", "-c", "user.email=erika@example.org"];

function runGit(root: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync("git", args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
}
