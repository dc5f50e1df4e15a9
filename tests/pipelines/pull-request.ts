import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { git } from "../git-store/world.ts";
import { type Forge, openForge } from "./forge.ts";
import { type GithubRun, playJob } from "./github.ts";
import { agreement } from "./project.ts";

export const project = "ministerium/zielvereinbarungen";
export const token = "token-of-the-run";

/** The newest run of `review.yml` for pull request 7, as the event of its end tells. */
export const run = {
  id: 1,
  event: "pull_request",
  conclusion: "success",
  head_branch: "vorschlag",
  head_repository: { full_name: project, owner: { login: "ministerium" } },
  html_url: `https://github.example/${project}/actions/runs/1`,
};

/** Pull request 7 on a GitHub that has nothing else. */
export interface PullRequest {
  readonly forge: Forge;
  /** What runs have kept: name → folder. */
  readonly artifacts: Map<string, string>;
  /** How GitHub tells of it; null for a repository that is gone. */
  offer(sha: string, from?: string | null): void;
  /** As if the run had kept this as its report. */
  keep(report: string | Buffer): void;
  /** The event on which `review.yml` runs. */
  changed(number: number, sha: string, vars?: Readonly<Record<string, string>>): GithubRun;
  /** The event on which `review-comment.yml` runs; `other` is what differs from {@link run}. */
  finished(other?: object): GithubRun;
  /** Plays that event. */
  comment(other?: object): Promise<void>;
  /** The comment that was written, if it was the only one. */
  written(): string | undefined;
  close(): Promise<void>;
}

export async function openPullRequest(repository: string, head: string): Promise<PullRequest> {
  const folder = mkdtempSync(join(tmpdir(), "pipelines-run-"));
  const artifacts = new Map<string, string>();
  const forge = await openForge("authorization", `Bearer ${token}`);
  const world = { repository, folder, artifacts };

  const offer: PullRequest["offer"] = (sha, from = project) => {
    const repo = from && { full_name: from };
    forge.pages.set(`/repos/${project}/pulls`, [{ number: 7, head: { sha, repo } }]);
  };
  const finished: PullRequest["finished"] = (other) => ({
    ...world,
    event: "workflow_run",
    payload: {
      workflow_run: { ...run, head_sha: head, ...other },
      repository: { full_name: project, default_branch: "main" },
    },
    ref: "refs/heads/main",
    api: forge.address,
    token,
  });
  offer(head);
  forge.pages.set(`/repos/${project}/pulls/7/files`, [{ filename: agreement }]);
  forge.pages.set(`/repos/${project}/issues/7/comments`, []);

  return {
    forge,
    artifacts,
    offer,
    finished,
    keep(report) {
      const kept = mkdtempSync(join(folder, "kept-"));
      writeFileSync(join(kept, "review.md"), report);
      artifacts.set("review", kept);
    },
    changed: (number, sha, vars = {}) => ({
      ...world,
      event: "pull_request",
      payload: {
        pull_request: {
          number,
          base: { sha: git(repository, "rev-parse", "main"), ref: "main" },
          head: { sha },
        },
      },
      ref: `refs/pull/${number}/merge`,
      vars,
    }),
    async comment(other) {
      const { steps } = await playJob("review-comment.yml", "comment", finished(other));
      const last = steps.at(-1);
      expect(last?.status, last?.output).toBe(0);
    },
    written: () => (forge.writes.length === 1 ? forge.writes[0]?.body : undefined),
    async close() {
      await forge.close();
      rmSync(folder, { recursive: true });
    },
  };
}
