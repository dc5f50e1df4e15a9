// Shows the report on a change to its reviewers, in one comment that is kept up to date:
//
//   node post-report.mjs github|gitlab|summary <review.md>
//
// This is the only program that gets a token that may write. It needs no other file, so that a
// pipeline can take it alone from the default branch, and takes the report for a stranger's text.
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from "node:fs";

// Comments are found again by it and by their author; whoever else writes it gains nothing.
const marker = "<!-- pruefbericht -->";
// GitHub takes 65,536 characters, GitLab more than anyone reads.
const limit = 60_000;
const pipelines = ".github/";
const fileLimit = 3000;

const sentences = {
  missing:
    "Der Prüfbericht ließ sich nicht erstellen. Öffnen Sie den Lauf unten und lesen Sie dort, woran es lag.",
  shortened:
    "**Hier ist der Bericht gekürzt.** Ganz steht er in review.html, beim Lauf zum Herunterladen.",
  forgeable:
    "Dieser Pull Request ändert die Pipelines (`.github/`). Sein Prüfbericht könnte deshalb gefälscht sein und steht nicht hier. Lassen Sie die Änderung von der Entwicklung prüfen.",
};

const { env } = process;
const destinations = { github: postToGithub, gitlab: postToGitlab, summary: printSummary };
const [destination, file] = process.argv.slice(2);
if (!Object.hasOwn(destinations, destination) || file === undefined) {
  throw new Error("usage: post-report.mjs github|gitlab|summary <review.md>");
}
await destinations[destination](readReport(file));

function printSummary(report) {
  console.log(report ?? sentences.missing);
}

/**
 * Runs for `workflow_run`, on the default branch. Which pull request it is, the event and GitHub
 * say; nothing that the run itself has made is asked.
 */
async function postToGithub(report) {
  const { workflow_run: run, repository } = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, "utf8"));
  const ask = connect(env.GITHUB_API_URL, {
    Authorization: `Bearer ${env.GITHUB_TOKEN}`,
    Accept: "application/vnd.github+json",
    "X-GitHub-Api-Version": "2022-11-28",
  });
  const root = `/repos/${repository.full_name}`;
  const pull = await findPull(ask, root, run, repository);
  const forgeable = pull && (await changesPipelines(ask, root, pull.number));
  // Asked again, for the files are those of the newest commit.
  const current = pull && (await findPull(ask, root, run, repository));
  if (current?.number !== pull?.number || pull === undefined) {
    console.log("Kein offener Pull Request hat diesen Stand; nichts zu schreiben.");
    return;
  }
  await keepOne({
    ask,
    list: `${root}/issues/${pull.number}/comments`,
    one: ({ id }) => `${root}/issues/comments/${id}`,
    update: "PATCH",
    isOwn: ({ user }) => user?.login === "github-actions[bot]",
    body: compose(forgeable ? sentences.forgeable : report, run.head_sha, run.html_url),
  });
}

/** The open pull request whose newest commit the run was for; undefined without one. */
async function findPull(ask, root, run, { default_branch: base }) {
  const from = run.head_repository;
  if (!from) return undefined;
  const query = new URLSearchParams({
    state: "open",
    base,
    head: `${from.owner.login}:${run.head_branch}`,
  });
  return (await listAll(ask, `${root}/pulls?${query}`)).find(
    ({ head }) => head.sha === run.head_sha && head.repo?.full_name === from.full_name,
  );
}

/** With its own version of the workflow, a pull request could write any report. */
async function changesPipelines(ask, root, number) {
  const files = await listAll(ask, `${root}/pulls/${number}/files`);
  return (
    files.length >= fileLimit ||
    files.some(({ filename, previous_filename: before = "" }) =>
      [filename, before].some((name) => name.startsWith(pipelines)),
    )
  );
}

/** Runs in the merge request's pipeline, without its code. */
async function postToGitlab(report) {
  const ask = connect(env.CI_API_V4_URL, { "PRIVATE-TOKEN": env.REVIEW_TOKEN });
  const root = `/projects/${digits(env.CI_MERGE_REQUEST_PROJECT_ID)}/merge_requests/${digits(env.CI_MERGE_REQUEST_IID)}`;
  const head = env.CI_MERGE_REQUEST_SOURCE_BRANCH_SHA || env.CI_COMMIT_SHA;
  if ((await ask("GET", root)).sha !== head) {
    console.log("Der Merge Request ist schon weiter; seine neuere Pipeline schreibt den Bericht.");
    return;
  }
  const { id: own } = await ask("GET", "/user");
  await keepOne({
    ask,
    list: `${root}/notes`,
    one: ({ id }) => `${root}/notes/${id}`,
    update: "PUT",
    isOwn: ({ author }) => author.id === own,
    body: compose(report, head, env.CI_PIPELINE_URL),
  });
}

async function keepOne({ ask, list, one, update, isOwn, body }) {
  const comments = await listAll(ask, list);
  const before = comments.find((comment) => isOwn(comment) && comment.body.startsWith(marker));
  if (before) await ask(update, one(before), { body });
  else await ask("POST", list, { body });
  console.log(before ? "Bericht aktualisiert." : "Bericht geschrieben.");
}

function compose(report, commit, run) {
  const source = `Stand ${commit.slice(0, 7)} · [ganzer Bericht und Vorschau zum Herunterladen](${run})`;
  return `${marker}\n${report ?? sentences.missing}\n\n${source}\n`;
}

/** What a comment has room for; undefined where there is no such file. */
function readReport(path) {
  let descriptor;
  try {
    // A link in an archive could name any file of this machine.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch {
    return undefined;
  }
  try {
    if (!fstatSync(descriptor).isFile()) return undefined;
    const bytes = Buffer.alloc(4 * limit);
    const length = readSync(descriptor, bytes, 0, bytes.length, 0);
    return shorten(disarm(bytes.toString("utf8", 0, length)));
  } finally {
    closeSync(descriptor);
  }
}

/** The report's own writer leaves nothing of this over; another might have written it. */
function disarm(text) {
  return (
    text
      .replaceAll("\r\n", "\n")
      .replace(/[^\P{Cc}\n]/gu, " ")
      .replaceAll("<!--", "&lt;!--")
      // GitLab obeys a line like „/close“.
      .replace(/^([^\S\n]*)\//gm, "$1\\/")
      .trim()
  );
}

function shorten(text) {
  if (text.length <= limit) return text;
  const start = text.slice(0, limit);
  const paragraphs = start.lastIndexOf("\n\n");
  const kept = (paragraphs > 0 ? start.slice(0, paragraphs) : start).toWellFormed();
  const isOpen = kept.lastIndexOf("<details>") > kept.lastIndexOf("</details>");
  return [kept, ...(isOpen ? ["</details>"] : []), sentences.shortened].join("\n\n");
}

function digits(text) {
  if (!/^[0-9]+$/.test(text)) throw new Error("not a number");
  return text;
}

async function listAll(ask, path) {
  const all = [];
  const separator = path.includes("?") ? "&" : "?";
  for (let page = 1; all.length < fileLimit; page++) {
    const found = await ask("GET", `${path}${separator}per_page=100&page=${page}`);
    all.push(...found);
    if (found.length < 100) break;
  }
  return all;
}

function connect(address, headers) {
  return async (method, path, content) => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { ...headers, "Content-Type": "application/json" },
      ...(content && { body: JSON.stringify(content) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
    return response.json();
  };
}
