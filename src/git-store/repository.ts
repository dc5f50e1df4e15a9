import { resolve } from "node:path";
import { checkVersion, type Git, openGit } from "./git.ts";
import { type Objects, openObjects } from "./objects.ts";
import { refOf } from "./ref-names.ts";
import { openRefs, type Refs } from "./refs.ts";
import { Refusal } from "./refusal.ts";
import { openTrees, type Trees } from "./trees.ts";

/** The repository as the store uses it. */
export interface Repository {
  /** Top folder of the person's own checkout, absolute. */
  readonly root: string;
  /** The checkout's `.git`, absolute: index, HEAD. */
  readonly folder: string;
  /** Full name of the branch that is published. */
  readonly main: string;
  readonly git: Git;
  readonly objects: Objects;
  readonly trees: Trees;
  readonly refs: Refs;
}

/**
 * @param root top folder of a checkout
 * @param branch the branch that is published
 * @throws Refusal where git is missing or too old, or the folder is no repository
 */
export async function openRepository(root: string, branch: string): Promise<Repository> {
  const git = openGit(root);
  await checkVersion(git);
  const { stdout } = await git.run([
    "rev-parse",
    "--git-dir",
    "--git-common-dir",
    "--is-bare-repository",
    "--show-prefix",
  ]);
  const [folder = "", common = "", isBare, prefix] = stdout.toString().split("\n");
  if (isBare === "true" || prefix) {
    throw new Refusal(
      503,
      "Das Projekt liegt nicht an oberster Stelle eines Git-Repositorys. Holen Sie es mit git clone in einen eigenen Ordner und starten Sie npm start dort.",
    );
  }
  const objects = openObjects(git);
  return {
    root,
    folder: resolve(root, folder),
    main: refOf(branch),
    git,
    objects,
    trees: openTrees(git, objects),
    refs: openRefs(git, objects, resolve(root, common)),
  };
}
