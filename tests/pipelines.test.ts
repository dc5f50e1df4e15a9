import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { removeRepository } from "./git-store/world.ts";
import { expandPipeline, type GitlabJob } from "./pipelines/gitlab.ts";
import { makeProject } from "./pipelines/project.ts";
import { lintWorkflow, readWorkflow, textOf, workflowFiles } from "./pipelines/workflows.ts";

const operators = readFileSync("docs/operators.md", "utf8");
const stepsOf = (file: string) =>
  Object.values(readWorkflow(file).jobs).flatMap(({ steps }) => steps);

describe("GitHub's own reader of workflows", () => {
  it.each(workflowFiles)("finds nothing to complain about in %s", async (file) => {
    expect(await lintWorkflow(file, textOf(file))).toEqual([]);
  });

  it.each([
    ["an unknown event", "pull_request:", "pull_requst:", "pull_requst"],
    ["an unknown key", "timeout-minutes: 10", "time-out: 10", "time-out"],
    [
      "a context that does not exist",
      "github.event.pull_request.number",
      "gitlab.number",
      "gitlab",
    ],
    ["an unknown permission", "contents: read", "content: read", "content"],
  ])("would find %s", async (name, right, wrong, complaint) => {
    const found = await lintWorkflow(name, textOf("review.yml").replace(right, wrong));
    expect(found.join()).toContain(complaint);
  });
});

describe("a workflow", () => {
  it("may read the code and nothing more, but for the comment", () => {
    const permissions = workflowFiles.map((file) => {
      const { permissions, jobs } = readWorkflow(file);
      return [file, permissions, Object.values(jobs).map((job) => job.permissions)];
    });
    expect(permissions).toEqual([
      ["ci.yml", { contents: "read" }, [undefined]],
      ["review-comment.yml", {}, [{ actions: "read", contents: "read", "pull-requests": "write" }]],
      ["review.yml", { contents: "read" }, [undefined, undefined]],
    ]);
  });

  it.each(workflowFiles)("%s pins its actions to commits and says their versions", (file) => {
    const used = textOf(file)
      .split("\n")
      .filter((line) => line.includes("uses:"));
    expect(used).not.toEqual([]);
    for (const line of used) {
      expect(line).toMatch(/uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  it.each(workflowFiles)("%s puts no expression into a shell", (file) => {
    for (const { run = "" } of stepsOf(file)) expect(run).not.toContain("${{");
  });

  it.each(workflowFiles)("%s leaves no credentials in a checkout", (file) => {
    const checkouts = stepsOf(file).filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    for (const step of checkouts) expect(step.with).toMatchObject({ "persist-credentials": false });
  });

  it.each(workflowFiles)("%s asks for no secret and runs for no pull_request_target", (file) => {
    expect(Object.keys(readWorkflow(file).on)).not.toContain("pull_request_target");
    expect(textOf(file)).not.toContain("secrets");
  });

  it("that may write checks out the default branch's pipelines and nothing else", () => {
    expect(readWorkflow("review-comment.yml").on).toEqual({
      workflow_run: { workflows: ["Review"], types: ["completed"] },
    });
    const checkouts = stepsOf("review-comment.yml").filter(({ uses }) =>
      uses?.includes("checkout"),
    );
    expect(checkouts.map((step) => step.with)).toEqual([
      { "persist-credentials": false, "sparse-checkout": ".ci" },
    ]);
    const lines = stepsOf("review-comment.yml").flatMap(({ run }) => run ?? []);
    expect(lines).toEqual(['node .ci/post-report.mjs github "$RUNNER_TEMP/review/review.md"']);
  });

  it("that compares keeps no cache that the pull request could have filled", () => {
    const { steps = [] } = readWorkflow("review.yml").jobs.report ?? {};
    const inputs = steps.find(({ uses }) => uses?.includes("setup-node"))?.with;
    expect(inputs).toMatchObject({ "package-manager-cache": false });
    expect(inputs).not.toHaveProperty("cache");
  });
});

describe("GitLab's pipeline", () => {
  let pipeline: Record<string, GitlabJob>;
  beforeAll(() => {
    const root = makeProject();
    pipeline = parse(expandPipeline(root));
    removeRepository(root);
  });

  it("shows reports under names that GitLab takes", () => {
    const names = Object.values(pipeline).flatMap(({ artifacts }) => artifacts?.expose_as ?? []);
    expect(names).toEqual(["Bericht", "Vorschau"]);
    for (const name of names) expect(name).toMatch(/^\w[-\w ]*$/);
  });

  it("reports the content's quality, on the default branch too", () => {
    expect(pipeline.content?.artifacts?.reports).toEqual({
      codequality: "gl-code-quality-report.json",
    });
    expect(pipeline.content).not.toHaveProperty("rules");
  });

  it("gives the token to one job, which has no code of the change", () => {
    const withToken = Object.entries(pipeline).filter(([, job]) =>
      JSON.stringify(job).includes("REVIEW_TOKEN"),
    );
    expect(withToken.map(([name]) => name)).toEqual(["note"]);
    expect(pipeline.note?.variables).toEqual({ GIT_STRATEGY: "none" });
    expect(pipeline.note).not.toHaveProperty("cache");
  });

  it("compares with the whole history and without a cache", () => {
    expect(pipeline.review?.variables).toEqual({ GIT_DEPTH: "0" });
    expect(pipeline.review).not.toHaveProperty("cache");
  });
});

it("has the checks that operators are told to require", () => {
  const [, told = ""] = operators.match(/Require the status checks (.+), up to date/) ?? [];
  const checks = [...told.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  const jobs = ["ci.yml", "review.yml"].flatMap((file) => Object.keys(readWorkflow(file).jobs));
  expect(checks.sort()).toEqual(jobs.sort());
});

describe("CODEOWNERS", () => {
  const owners = new Map(
    readFileSync("CODEOWNERS", "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.split(/\s+/) as [string, string]),
  );

  it("tells content from everything else, pipelines and itself included", () => {
    const editors = [...owners].filter(([, owner]) => owner.endsWith("/redaktion"));
    expect(editors.map(([path]) => path)).toEqual(["/src/content/", "/public/originals/"]);
    for (const path of ["*", "/.ci/", "/.github/", "/.gitlab-ci.yml", "/CODEOWNERS"]) {
      expect(owners.get(path)).toMatch(/\/entwicklung$/);
    }
  });

  it("names nobody until the operator does, and the operator is told", () => {
    for (const owner of owners.values()) {
      expect(owner).toMatch(/^@ORGANISATION\//);
      expect(operators).toContain(owner);
    }
  });
});
