import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { git, removeRepository } from "./git-store/world.ts";
import { type Forge, openForge } from "./pipelines/forge.ts";
import { expandPipeline, type GitlabJob, jobsOf, playGitlabJob } from "./pipelines/gitlab.ts";
import {
  agreement,
  hostile,
  makeProject,
  plain,
  propose,
  raiseAmount,
} from "./pipelines/project.ts";

// On a busy machine each git takes a while.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const marker = "<!-- pruefbericht -->";

let repository: string;
let folder: string;
let forge: Forge;
let head: string;

beforeAll(() => {
  repository = makeProject();
  head = propose(repository, 7, { [agreement]: raiseAmount });
});
afterAll(() => removeRepository(repository));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pipelines-run-"));
});
afterEach(async () => {
  await forge?.close();
  rmSync(folder, { recursive: true });
});

describe("on GitLab", () => {
  const token = "token-of-the-project";
  const api = "/projects/12/merge_requests/7";
  let jobs: Record<string, GitlabJob>;
  let artifacts: Map<string, string>;

  beforeAll(() => {
    jobs = parse(expandPipeline(repository));
  });
  beforeEach(async () => {
    artifacts = new Map();
    forge = await openForge("private-token", token);
    forge.pages.set("/projects/12/repository/files/.ci%2Fpost-report.mjs/raw", script());
    forge.pages.set("/user", { id: 99 });
    forge.pages.set(api, { sha: head });
    forge.pages.set(`${api}/notes`, []);
  });

  it.each([
    ["a merge request", {}, ["test", "content", "review", "preview", "note"]],
    ["one without a token", { REVIEW_TOKEN: "" }, ["test", "content", "review", "preview"]],
    [
      "one from a fork",
      { CI_MERGE_REQUEST_SOURCE_PROJECT_ID: "13" },
      ["test", "content", "review", "preview"],
    ],
    ["one into another branch", { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "x" }, ["test", "content"]],
    [
      "the default branch",
      { CI_PIPELINE_SOURCE: "push", CI_COMMIT_BRANCH: "main" },
      ["test", "content"],
    ],
  ])("runs for %s what it is for", (_, other, expected) => {
    expect(jobsOf(repository, { ...variables(), ...other })).toEqual(expected);
  });

  it("shows an editor what changed: to download, in one note that is updated", async () => {
    // With merged results, the pipeline's commit is a merge; what is reviewed is the branch.
    const parents = ["-p", "main", "-p", head];
    const merge = git(repository, "commit-tree", "main^{tree}", ...parents, "-m", "Merge");
    const merged = { CI_COMMIT_SHA: merge, CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: head };
    const { status, output } = await play("review", merged);
    expect(status, output).toBe(0);
    const kept = artifacts.get("review/") ?? "";
    expect(readdirSync(kept).sort()).toEqual(["review.html", "review.md"]);
    const report = readFileSync(join(kept, "review.md"), "utf8");
    expect(plain(report)).toContain("## Prüfbericht: main → merge-request/7");
    expect(report).toContain("Fördersumme");

    await note(merged);
    expect(forge.writes).toMatchObject([{ method: "POST", path: `${api}/notes` }]);
    const own = { id: 5, author: { id: 99 }, body: forge.writes[0]?.body };
    const forged = { id: 4, author: { id: 1 }, body: `${marker}\nALLES GUT` };
    forge.pages.set(`${api}/notes`, [forged, own]);
    await note(merged);
    expect(forge.writes.slice(1)).toMatchObject([{ method: "PUT", path: `${api}/notes/5` }]);
    expect(forge.writes[1]?.body).toContain(report.trim());
  });

  it("reviews with the base's programs; what the change brings is not run", async () => {
    const foreign = propose(repository, 8, { [agreement]: raiseAmount, ...hostile });
    const { status, output } = await play("review", { CI_COMMIT_SHA: foreign });
    expect(status, output).toBe(0);
    const report = readFileSync(join(artifacts.get("review/") ?? "", "review.md"), "utf8");
    expect(report).not.toContain("ALLES GUT");
    expect(report).toContain("Achtung");
  });

  it("keeps the job with the token clear of the change's code", async () => {
    keep("/approve\n");
    const { workspace } = await note();
    expect(existsSync(join(workspace, ".git"))).toBe(false);
    expect(readdirSync(workspace).sort()).toEqual(["post-report.mjs", "review"]);
    expect(forge.reads[0]).toContain("raw?ref=main");
    expect(forge.writes[0]?.body).toContain("\n\\/approve\n");
  });

  it("writes nothing where the merge request has been changed since", async () => {
    keep("## Prüfbericht");
    forge.pages.set(api, { sha: "0".repeat(40) });
    await note();
    expect(forge.writes).toEqual([]);
  });

  it("reports the content's quality", async () => {
    const { status, output, workspace } = await play("content");
    expect(status, output).toBe(1);
    const report = JSON.parse(readFileSync(join(workspace, "gl-code-quality-report.json"), "utf8"));
    expect(report).toContainEqual(
      expect.objectContaining({ location: expect.objectContaining({ path: agreement }) }),
    );
  });

  it("builds the site as it would be, without the token", async () => {
    const { status, output } = await play("preview", {
      PREVIEW_URL: "https://mr-{number}.vorschau.example",
      REVIEW_TOKEN: "",
    });
    expect(status, output).toBe(0);
    const site = readFileSync(join(artifacts.get("dist/") ?? "", "index.html"), "utf8");
    expect(JSON.parse(site).SITE_URL).toBe("https://mr-7.vorschau.example");
  });

  /** What GitLab tells each job of a merge request. */
  function variables(): Record<string, string> {
    return {
      CI_PIPELINE_SOURCE: "merge_request_event",
      CI_PIPELINE_URL: "https://gitlab.example/pipelines/1",
      CI_DEFAULT_BRANCH: "main",
      CI_COMMIT_BRANCH: "",
      CI_COMMIT_SHA: head,
      CI_API_V4_URL: forge.address,
      CI_MERGE_REQUEST_IID: "7",
      CI_MERGE_REQUEST_PROJECT_ID: "12",
      CI_MERGE_REQUEST_SOURCE_PROJECT_ID: "12",
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main",
      CI_MERGE_REQUEST_DIFF_BASE_SHA: git(repository, "rev-parse", "main"),
      REVIEW_TOKEN: token,
    };
  }

  function play(name: string, other: Record<string, string> = {}) {
    const job = jobs[name];
    if (!job) throw new Error(`no job ${name}`);
    const all = { ...variables(), ...other };
    return playGitlabJob(job, { repository, folder, artifacts, variables: all });
  }

  async function note(other: Record<string, string> = {}) {
    const ran = await play("note", other);
    expect(ran.status, ran.output).toBe(0);
    return ran;
  }

  function script(): string {
    return `${git(repository, "show", "main:.ci/post-report.mjs")}\n`;
  }

  function keep(text: string): void {
    const kept = mkdtempSync(join(folder, "kept-"));
    writeFileSync(join(kept, "review.md"), text);
    artifacts.set("review/", kept);
  }
});
