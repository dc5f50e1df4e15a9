import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { git } from "../git-store/world.ts";
import { type Contexts, fillIn, holds } from "./expressions.ts";
import { type Ran, runLines } from "./run.ts";
import { readWorkflow, type Step } from "./workflows.ts";

export interface GithubRun {
  /** The repository that the forge keeps. */
  readonly repository: string;
  /** Workspaces and artefacts are made in it. */
  readonly folder: string;
  /** Kept from one workflow to the next: artefact → folder. */
  readonly artifacts: Map<string, string>;
  /** The name of the event and what GitHub tells of it. */
  readonly event: string;
  readonly payload: object;
  /** What is checked out when a workflow names nothing. */
  readonly ref: string;
  readonly vars?: Readonly<Record<string, string>>;
  readonly api?: string;
  readonly token?: string;
}

export interface JobResult {
  readonly skipped: boolean;
  readonly steps: readonly Ran[];
  readonly summary: string;
}

/** Plays one job of a workflow: its own lines in bash, the actions by what they do. */
export async function playJob(file: string, id: string, run: GithubRun): Promise<JobResult> {
  const job = readWorkflow(file).jobs[id];
  if (!job) throw new Error(`${file} has no job ${id}`);
  const workspace = mkdtempSync(join(run.folder, "workspace-"));
  const temp = mkdtempSync(join(run.folder, "temp-"));
  const contexts = {
    github: { event: run.payload, token: run.token ?? "" },
    vars: run.vars ?? {},
    runner: { temp },
  };
  if (job.if !== undefined && !holds(job.if, contexts)) {
    return { skipped: true, steps: [], summary: "" };
  }
  const runner = { ...run, workspace, temp, contexts };
  const steps: Ran[] = [];
  for (const step of job.steps) {
    const ran = step.uses ? playAction(step, runner) : await runStep(step, runner);
    if (ran) steps.push(ran);
    if (ran && ran.status !== 0 && !step["continue-on-error"]) break;
  }
  const summary = join(temp, "summary.md");
  return {
    skipped: false,
    steps,
    summary: existsSync(summary) ? readFileSync(summary, "utf8") : "",
  };
}

interface Runner extends GithubRun {
  readonly workspace: string;
  readonly temp: string;
  readonly contexts: Contexts;
}

function runStep(step: Step, { workspace, temp, contexts, event, payload, api }: Runner) {
  const eventPath = join(temp, "event.json");
  writeFileSync(eventPath, JSON.stringify(payload));
  const own = Object.entries(step.env ?? {}).map(([name, value]) => [
    name,
    fillIn(value, contexts),
  ]);
  return runLines(fillIn(step.run ?? "", contexts), workspace, temp, {
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_API_URL: api,
    GITHUB_STEP_SUMMARY: join(temp, "summary.md"),
    RUNNER_TEMP: temp,
    ...Object.fromEntries(own),
  });
}

function playAction(step: Step, runner: Runner): Ran | undefined {
  const inputs = Object.fromEntries(
    Object.entries(step.with ?? {}).map(([name, value]) => [
      name,
      fillIn(String(value), runner.contexts),
    ]),
  );
  const { workspace, artifacts, folder } = runner;
  switch (step.uses?.split("@")[0]) {
    case "actions/checkout":
      checkOut(runner, inputs);
      return undefined;
    case "actions/setup-node":
      return undefined;
    case "actions/upload-artifact": {
      const kept = mkdtempSync(join(folder, "artifact-"));
      cpSync(join(workspace, inputs.path ?? ""), kept, { recursive: true });
      artifacts.set(inputs.name ?? "", kept);
      return undefined;
    }
    case "actions/download-artifact": {
      const kept = artifacts.get(inputs.name ?? "");
      if (kept === undefined) return { status: 1, output: "no such artefact" };
      cpSync(kept, inputs.path ?? "", { recursive: true, verbatimSymlinks: true });
      return undefined;
    }
    default:
      throw new Error(`The runner of the tests does not know ${step.uses}.`);
  }
}

function checkOut({ workspace, repository, ref }: Runner, inputs: Record<string, string>): void {
  const folder = join(workspace, inputs.path ?? ".");
  mkdirSync(folder, { recursive: true });
  git(folder, "init", "-q");
  const all = inputs["fetch-depth"] === "0" ? ["+refs/heads/*:refs/remotes/origin/*"] : [];
  const wanted = inputs.ref || ref;
  git(folder, "config", "protocol.file.allow", "always");
  git(
    folder,
    "fetch",
    "-q",
    ...(all.length > 0 ? [] : ["--depth=1"]),
    `file://${repository}`,
    ...all,
    wanted,
  );
  if (inputs["sparse-checkout"]) git(folder, "sparse-checkout", "set", inputs["sparse-checkout"]);
  git(folder, "checkout", "-q", "--detach", git(folder, "rev-parse", lastFetched(folder)));
}

/** The ref that was asked for stands last. */
function lastFetched(folder: string): string {
  const lines = readFileSync(join(folder, ".git/FETCH_HEAD"), "utf8").trim().split("\n");
  return lines.at(-1)?.slice(0, 40) ?? "HEAD";
}
