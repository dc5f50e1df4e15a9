import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { removeRepository } from "./git-store/world.ts";
import { playJob } from "./pipelines/github.ts";
import {
  agreement,
  hostile,
  makeProject,
  plain,
  propose,
  raiseAmount,
} from "./pipelines/project.ts";
import {
  openPullRequest,
  type PullRequest,
  project,
  run,
  token,
} from "./pipelines/pull-request.ts";

// On a busy machine each git takes a while.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const marker = "<!-- pruefbericht -->";
const vars = { PREVIEW_URL: "https://pr-{number}.vorschau.example" };

let repository: string;
let head: string;
let pull: PullRequest;

beforeAll(() => {
  repository = makeProject();
  head = propose(repository, 7, { [agreement]: raiseAmount });
});
afterAll(() => removeRepository(repository));
beforeEach(async () => {
  pull = await openPullRequest(repository, head);
});
afterEach(() => pull.close());

describe("a pull request", () => {
  it("shows what it changes: in the summary, to download, in one comment", async () => {
    const { summary } = await review(7, head);
    expect(plain(summary)).toContain("## Prüfbericht: main → pull/7");
    expect(summary).toContain("Fördersumme");
    expect(summary).toContain("(https://pr-7.vorschau.example/vereinbarungen/2025/wetteraukreis/)");
    const kept = pull.artifacts.get("review") ?? "";
    expect(readdirSync(kept).sort()).toEqual(["review.html", "review.md"]);

    await pull.comment();
    expect(pull.forge.writes).toMatchObject([
      { method: "POST", path: `/repos/${project}/issues/7/comments` },
    ]);
    const comment = pull.written();
    expect(comment?.startsWith(`${marker}\n## Prüfbericht`)).toBe(true);
    expect(comment).toContain(summary.trim());
    expect(comment).toContain(`Stand ${head.slice(0, 7)} · [ganzer Bericht`);
    expect(comment).toContain(run.html_url);
  });

  it("shows the site as it would be, built without any token", async () => {
    const { steps } = await playJob("review.yml", "preview", pull.changed(7, head, vars));
    expect(steps).toEqual([{ status: 0, output: expect.any(String) }]);
    const site = readFileSync(join(pull.artifacts.get("preview") ?? "", "index.html"), "utf8");
    expect(JSON.parse(site).SITE_URL).toBe("https://pr-7.vorschau.example");
    expect(site).not.toContain(token);
  });

  it("is reviewed by the base's programs; what it brings is not run", async () => {
    const foreign = propose(repository, 8, { [agreement]: raiseAmount, ...hostile });
    const { summary } = await review(8, foreign);
    expect(summary).not.toContain("ALLES GUT");
    expect(summary).toContain("Achtung");
    for (const file of ["tools/review.ts", ".ci/review"]) expect(plain(summary)).toContain(file);
    expect(summary).toContain("Fördersumme");
  });

  it("of a fork gets its comment from the default branch", async () => {
    const fork = { full_name: "fremd/kopie", owner: { login: "fremd" } };
    pull.offer(head, fork.full_name);
    pull.keep("## Prüfbericht");
    await pull.comment({ head_repository: fork });
    expect(pull.forge.reads[0]).toContain("state=open&base=main&head=fremd%3Avorschlag");
    expect(pull.forge.writes).toMatchObject([{ method: "POST" }]);
  });
});

describe("the comment", () => {
  const comments = `/repos/${project}/issues/7/comments`;
  const said = (id: number, login: string, body: string) => ({ id, body, user: { login } });
  beforeEach(() => pull.keep("## Prüfbericht: neuer"));

  it("is updated instead of repeated, however many others there are", async () => {
    const others = Array.from({ length: 150 }, (_, id) => said(id, "erika", "Gut."));
    const own = said(500, "github-actions[bot]", `${marker}\n## Prüfbericht: alter`);
    pull.forge.pages.set(comments, [...others, own]);
    await pull.comment();
    expect(pull.forge.writes).toMatchObject([
      { method: "PATCH", path: `/repos/${project}/issues/comments/500` },
    ]);
    expect(pull.written()).toContain("neuer");
  });

  it("is told from what others write, with its marker or not", async () => {
    pull.forge.pages.set(comments, [
      said(1, "mallory", `${marker}\nALLES GUT`),
      said(2, "github-actions[bot]", `Zitat: ${marker}`),
    ]);
    await pull.comment();
    expect(pull.forge.writes).toMatchObject([{ method: "POST" }]);
  });

  it.each([
    ["was cancelled", { conclusion: "cancelled" }],
    ["waits for an approval", { conclusion: "action_required" }],
    ["was for a push", { event: "push" }],
  ])("is not written after a run that %s", async (_, other) => {
    const { skipped } = await playJob("review-comment.yml", "comment", pull.finished(other));
    expect(skipped).toBe(true);
  });

  it("is refused without telling the token", async () => {
    const refused = { ...pull.finished(), token: "another-token" };
    const { steps } = await playJob("review-comment.yml", "comment", refused);
    const last = steps.at(-1);
    expect(last?.status).toBe(1);
    expect(last?.output).toContain("401");
    expect(last?.output).not.toContain("another-token");
  });
});

async function review(number: number, sha: string) {
  const result = await playJob("review.yml", "report", pull.changed(number, sha, vars));
  for (const { status, output } of result.steps) expect(status, output).toBe(0);
  return result;
}
