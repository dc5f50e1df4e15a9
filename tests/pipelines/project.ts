import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { git } from "../git-store/world.ts";

export const agreement = "src/content/agreements/2025/wetteraukreis.mdx";

/** A change that would like to review itself. */
export const hostile = {
  "tools/review.ts": 'console.log("ALLES GUT");\n',
  ".ci/review": 'mkdir -p "$1"; echo "ALLES GUT" | tee "$1/review.md" > "$1/review.html"\n',
  ".ci/post-report.mjs": 'console.log("ALLES GUT");\n',
  ".gitattributes": "*.mdx -text\n",
};

/** Builds in no time, and tells in which environment it ran. */
const quickBuild = `import { mkdirSync, writeFileSync } from "node:fs";
mkdirSync("dist", { recursive: true });
writeFileSync("dist/index.html", JSON.stringify(process.env));
`;

/** A repository with the project as it is, on `main`; to be removed afterwards. */
export function makeProject(): string {
  const root = mkdtempSync(join(tmpdir(), "pipelines-"));
  const parts = ["src", "public", "tools", ".ci", ".github", ".gitlab-ci.yml"];
  for (const part of [...parts, "package.json", "package-lock.json", "tsconfig.json"]) {
    cpSync(part, join(root, part), { recursive: true });
  }
  writeFileSync(join(root, "tools/build.ts"), quickBuild);
  writeFileSync(join(root, ".gitignore"), readFileSync(".gitignore"));
  git(root, "init", "-q", "-b", "main");
  git(root, "config", "user.name", "Erika Muster");
  git(root, "config", "user.email", "erika@example.org");
  git(root, "add", "-A");
  git(root, "commit", "-q", "-m", "Anfang");
  return root;
}

/**
 * A commit on top of `main` that a forge offers as a request to merge: what it is made of, and what
 * merging would give, as `refs/pull/<number>/head` and `/merge`.
 *
 * @param files a text, or what becomes of the one on `main`
 * @returns the commit
 */
export function propose(
  root: string,
  number: number,
  files: Readonly<Record<string, string | ((text: string) => string)>>,
): string {
  git(root, "switch", "-q", "--detach", "main");
  for (const [path, change] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof change === "string" ? change : change(readFileSync(file, "utf8")));
    git(root, "add", "--force", path);
  }
  git(root, "commit", "-q", "-m", "Vorschlag");
  const head = git(root, "rev-parse", "HEAD");
  git(root, "update-ref", `refs/pull/${number}/head`, head);
  const parents = ["-p", "main", "-p", head];
  const merge = git(root, "commit-tree", "HEAD^{tree}", ...parents, "-m", "Merge");
  git(root, "update-ref", `refs/pull/${number}/merge`, merge);
  git(root, "switch", "-q", "main");
  return head;
}

/** Changes the sum of the agreement, and the words that repeat it not. */
export function raiseAmount(text: string): string {
  return text.replace(/^amount: (\d+)$/m, (_, amount) => `amount: ${Number(amount) + 100_000}`);
}

/**
 * A folder for PATH whose `npm` brings the packages that are here, and fetches nothing. A link beside
 * the workspace is enough: packages are looked for in the folders above, too.
 */
export function makeNpm(folder: string): string {
  const commands = mkdtempSync(join(folder, "commands-"));
  const packages = resolve("node_modules");
  const lines = [
    "#!/bin/sh",
    "mkdir node_modules",
    `ln -s "${packages}/.bin" node_modules/`,
    `[ -e ../node_modules ] || ln -s "${packages}" ../node_modules`,
  ];
  writeFileSync(join(commands, "npm"), `${lines.join("\n")}\n`, { mode: 0o755 });
  return commands;
}

/** What a report says, without the signs that keep it from being Markdown. */
export function plain(markdown: string): string {
  return markdown.replace(/[\\\u2060]/g, "");
}
