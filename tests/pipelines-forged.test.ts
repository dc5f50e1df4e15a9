import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { removeRepository } from "./git-store/world.ts";
import { agreement, makeProject, propose, raiseAmount } from "./pipelines/project.ts";
import { openPullRequest, type PullRequest, project } from "./pipelines/pull-request.ts";

// On a busy machine each git takes a while.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const files = `/repos/${project}/pulls/7/files`;

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
  pull.keep("ALLES GUT");
});
afterEach(() => pull.close());

describe("a pull request with its own version of the workflows gets no report", () => {
  it.each([
    ["changed", { filename: ".github/workflows/review.yml" }],
    ["added", { filename: ".github/workflows/anders.yml" }],
    ["renamed", { filename: "alt.yml", previous_filename: ".github/workflows/ci.yml" }],
  ])("where one is %s", async (_, file) => {
    const others = Array.from({ length: 120 }, () => ({ filename: agreement }));
    pull.forge.pages.set(files, [...others, file]);
    await pull.comment();
    expect(pull.written()).toContain("ändert die Pipelines");
    expect(pull.written()).not.toContain("ALLES GUT");
  });

  it("nor where there are more files than GitHub tells", async () => {
    pull.forge.pages.set(
      files,
      Array.from({ length: 3000 }, () => ({ filename: agreement })),
    );
    await pull.comment();
    expect(pull.written()).not.toContain("ALLES GUT");
  });
});

describe("nothing is written, whatever number the run has kept, where the pull request", () => {
  it.each([
    ["has been changed since", () => pull.offer("0".repeat(40))],
    ["is of another repository with such a branch", () => pull.offer(head, "ministerium/kopie")],
    ["is of a repository that is gone", () => pull.offer(head, null)],
    ["is closed", () => pull.forge.pages.set(`/repos/${project}/pulls`, [])],
  ])("%s", async (_, change) => {
    writeFileSync(join(pull.artifacts.get("review") ?? "", "number"), "7; rm -rf /\n");
    change();
    await pull.comment();
    expect(pull.forge.writes).toEqual([]);
  });
});

describe("the report is a stranger's text, which", () => {
  it("is cut where it is too long, and says so", async () => {
    pull.keep(`<details><summary>Wort</summary>\n\n${"Wort 😀.\n\n".repeat(1_000_000)}`);
    await pull.comment();
    const comment = pull.written() ?? "";
    expect(comment.length).toBeLessThan(65_536);
    expect(comment).toMatch(/Wort 😀\.\n\n<\/details>\n\n\*\*Hier ist der Bericht gekürzt\.\*\*/);
    expect(comment.isWellFormed()).toBe(true);
  });

  it("is cut where it is one endless line", async () => {
    pull.keep(`a${"😀".repeat(200_000)}`);
    await pull.comment();
    expect(pull.written()?.length).toBeLessThan(65_536);
    expect(pull.written()?.isWellFormed()).toBe(true);
  });

  it("keeps no control characters, no marker and no command", async () => {
    const text = "a\u0000b\u001b[2Jc\u0085\r\nd\n<!-- pruefbericht -->\n/close\n  /merge\n";
    pull.keep(Buffer.concat([Buffer.from(text), Buffer.from([0xff])]));
    await pull.comment();
    expect(pull.written()).toContain(
      "a b [2Jc \nd\n&lt;!-- pruefbericht -->\n\\/close\n  \\/merge\n\ufffd",
    );
  });

  it.each([
    ["there is none", () => pull.artifacts.clear()],
    ["it is a link to a file of the runner", () => replace((to) => symlinkSync("/etc/passwd", to))],
    ["it is a folder", () => replace((to) => mkdirSync(to))],
  ])("is said to be missing where %s", async (_, change) => {
    change();
    await pull.comment();
    expect(pull.written()).toContain("Der Prüfbericht ließ sich nicht erstellen.");
    expect(pull.written()).not.toContain("root:");
  });
});

function replace(make: (path: string) => void): void {
  const path = join(pull.artifacts.get("review") ?? "", "review.md");
  rmSync(path);
  make(path);
}
