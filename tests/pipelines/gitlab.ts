import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync } from "node:fs";
import { join, resolve } from "node:path";
import { git } from "../git-store/world.ts";
import { type Ran, runLines } from "./run.ts";

export type Variables = Readonly<Record<string, string>>;

export interface GitlabJob {
  readonly script: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly artifacts?: {
    readonly expose_as?: string;
    readonly paths?: readonly string[];
    readonly reports?: Readonly<Record<string, string>>;
  };
  readonly cache?: unknown;
}

/** What `.gitlab-ci.yml` is with all it extends, checked against GitLab's schema. */
export function expandPipeline(root: string): string {
  return gitlab(root, ["--preview"], {});
}

/** Names of the jobs that a pipeline with these variables has. */
export function jobsOf(root: string, variables: Variables): string[] {
  const jobs: { name: string; when: string }[] = JSON.parse(
    gitlab(root, ["--list-json"], variables),
  );
  return jobs.filter(({ when }) => when !== "never").map(({ name }) => name);
}

/** @throws Error with what is wrong, if GitLab would refuse the file */
function gitlab(root: string, args: readonly string[], variables: Variables): string {
  const given = Object.entries(variables).flatMap(([name, value]) => [
    "--variable",
    `${name}=${value}`,
  ]);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      resolve("node_modules/gitlab-ci-local/dist/index.js"),
      ...args,
      ...given,
      `--ignore-predefined-vars=${Object.keys(variables).join(",")}`,
      `--state-dir=${join(".git", "gitlab-ci-local")}`,
      `--home=${join(root, ".git")}`,
    ],
    { cwd: root, encoding: "utf8", env: { PATH: process.env.PATH, HOME: root } },
  );
  if (status !== 0) throw new Error(stdout + stderr);
  return stdout;
}

/** Plays one job as the runner does: its lines in bash, in a checkout of the commit or in none. */
export async function playGitlabJob(
  job: GitlabJob,
  {
    repository,
    folder,
    artifacts,
    variables,
  }: {
    readonly repository: string;
    readonly folder: string;
    /** Brought before and kept after the job: path → folder. */
    readonly artifacts: Map<string, string>;
    readonly variables: Variables;
  },
): Promise<Ran & { readonly workspace: string }> {
  const workspace = mkdtempSync(join(folder, "workspace-"));
  const all = { ...variables, ...job.variables };
  if (all.GIT_STRATEGY !== "none") checkOut(workspace, repository, all);
  for (const [path, kept] of artifacts) cpSync(kept, join(workspace, path), { recursive: true });
  const ran = await runLines(job.script.join("\n"), workspace, folder, all);
  for (const path of job.artifacts?.paths ?? []) {
    const kept = mkdtempSync(join(folder, "artifact-"));
    if (ran.status === 0) cpSync(join(workspace, path), kept, { recursive: true });
    artifacts.set(path, kept);
  }
  return { ...ran, workspace };
}

function checkOut(workspace: string, repository: string, variables: Variables): void {
  mkdirSync(workspace, { recursive: true });
  git(workspace, "init", "-q");
  const commit = variables.CI_COMMIT_SHA ?? "";
  const depth = variables.GIT_DEPTH === "0" ? [] : ["--depth=20"];
  git(workspace, "fetch", "-q", ...depth, `file://${repository}`, commit);
  git(workspace, "checkout", "-q", "--detach", commit);
}
