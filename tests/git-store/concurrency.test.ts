import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { formatMoment } from "#domain/format.ts";
import { type Running, startServer } from "./processes.ts";
import { type Answer, git, makeRepository, removeRepository, saved } from "./world.ts";

vi.setConfig({ testTimeout: 60_000 });

/** Two editors, each with a server of their own over the same checkout; each test has its own entries. */
let root: string;
let servers: readonly [Running, Running];
beforeAll(async () => {
  root = makeRepository();
  servers = await Promise.all([
    startServer(root, "--editor", "Erika Muster <erika@example.org>"),
    startServer(
      root,
      "--editor",
      "Jonas Beispiel <jonas@example.org>",
      "--gate",
      join(root, ".git", "gate-of-jonas"),
    ),
  ]);
});
afterEach(() => {
  expect(servers.flatMap(({ logged }) => logged)).toEqual([]);
  git(root, "fsck", "--strict");
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.killAll()));
  removeRepository(root);
});

const page = (slug: string) => ({
  collection: "pages",
  slug,
  path: `src/content/pages/${slug}.mdx`,
});
type Entry = ReturnType<typeof page>;

const forty = Array.from({ length: 40 }, (_, number) => number);

describe.each([
  ["one server", 1, page("impressum"), "Verantwortlich für den Inhalt"],
  ["two servers", 2, page("datenschutz"), "Ihre Rechte"],
] as const)("40 saves at once by %s", (_, count, entry, section) => {
  const serverFor = (number: number) => servers[number % count] as Running;

  it("on 40 entries all succeed", async () => {
    const entries = forty.map((number) => {
      const [year, slug] = [2026 + (number % 2), `kreis-${count}-${number}`];
      return {
        collection: `agreements-${year}`,
        slug,
        path: `src/content/agreements/${year}/${slug}.mdx`,
      };
    });
    const answers = await Promise.all(
      entries.map((entry, number) =>
        serverFor(number).ask("persistEntry", saved(entry, `Text ${number}\n`)),
      ),
    );
    expect(statusesOf(answers)).toEqual({ 200: 40 });
    const { body: board } = await servers[0].ask("unpublishedEntries");
    const keys = entries.map(({ collection, slug }) => `${collection}/${slug}`);
    expect(board).toEqual(expect.arrayContaining(keys));
    for (const [number, entry] of entries.entries()) {
      expect(await draftText(entry)).toBe(`Text ${number}\n`);
    }
  });

  it("on the same version of an entry succeed once, and tell the others who was first", async () => {
    const { body } = await servers[0].ask("getEntry", { path: entry.path });
    const texts = forty.map((number) => `${body.data}\nText ${number}\n`);
    const answers = await Promise.all(
      texts.map((text, number) =>
        serverFor(number).ask("persistEntry", saved(entry, text, body.version)),
      ),
    );
    expect(statusesOf(answers)).toEqual({ 200: 1, 409: 39 });
    const first = answers.findIndex(({ status }) => status === 200);
    expect(await draftText(entry)).toBe(texts[first]);
    const date = git(root, "log", "-1", "--format=%aI", `cms/pages/${entry.slug}`);
    const moment = formatMoment(new Date(date).toISOString());
    const editor = first % count === 0 ? "Erika Muster" : "Jonas Beispiel";
    for (const { body: refused } of answers.filter(({ status }) => status === 409)) {
      expect(refused.error).toContain(`${editor} am ${moment}`);
      expect(refused.error).toMatch(new RegExp(`${section}.*Text ${first}`));
    }
    expect(draftCommits(entry)).toHaveLength(1);
  });
});

it("keeps all of 40 contributions to an entry whose senders try again", async () => {
  const entry = page("barrierefreiheit");
  await Promise.all(forty.map((number) => contribute(entry, serverOf(number), `Text ${number}`)));
  const lines = (await draftText(entry)).split("\n");
  for (const number of forty) {
    expect(lines.filter((line) => line === `Text ${number}`)).toHaveLength(1);
  }
  expect(draftCommits(entry)).toHaveLength(40);
});

it("never lets an approval cover what was saved at the same time", async () => {
  const entry = page("leichte-sprache");
  const { collection, slug } = entry;
  await contribute(entry, servers[0], "Anfang");
  const saves = forty
    .slice(0, 10)
    .map((number) => contribute(entry, serverOf(number), `Text ${number}`));
  const moves = forty.slice(0, 20).map((number) =>
    retry(async () => {
      const { body } = await serverOf(number).ask("unpublishedEntry", { collection, slug });
      const newStatus = number % 2 === 0 ? "pending_publish" : "pending_review";
      const { version } = body;
      return serverOf(number).ask("updateUnpublishedEntryStatus", {
        collection,
        slug,
        newStatus,
        version,
      });
    }),
  );
  await Promise.all([...saves, ...moves]);
  const text = await draftText(entry);
  for (const number of forty.slice(0, 10)) expect(text).toContain(`\nText ${number}\n`);
  // The states that the commits that change the text say.
  const states = draftCommits(entry, "--format=%(trailers:key=Status,valueonly,separator=)");
  expect(states).toHaveLength(11);
  expect(states).not.toContain("Freigegeben");
});

it("publishes approved drafts at once, each with a commit of its own", async () => {
  const entries = [0, 1, 2, 3, 4, 5].map((number) => page(`seite-${number}`));
  await Promise.all(
    entries.map((entry, number) => approve(entry, serverOf(number), `Text ${number}`)),
  );
  const before = git(root, "rev-parse", "main");
  const answers = await Promise.all(
    entries.map((entry, number) => publish(entry, serverOf(number))),
  );
  expect(statusesOf(answers)).toEqual({ 200: 6 });
  expect(publications(before).sort()).toEqual(entries.map(({ slug }) => `Seite „${slug}“: neu`));
  const { body: board } = await servers[0].ask("unpublishedEntries");
  for (const [number, { collection, slug, path }] of entries.entries()) {
    expect(git(root, "show", `main:${path}`)).toContain(`Text ${number}`);
    expect(board).not.toContain(`${collection}/${slug}`);
    expect(git(root, "branch", "--list", `cms/${collection}/${slug}`)).toBe("");
  }
  expect(git(root, "status", "--porcelain")).toBe("");
});

it("loses nothing of two editors and a developer who pushes to main and to drafts", async () => {
  const shared = page("geteilt");
  // The files of the checkout stay behind what is pushed, as with any checkout that is pushed to.
  git(root, "config", "receive.denyCurrentBranch", "ignore");
  const clone = join(root, ".git", "clone");
  git(root, "clone", "-q", root, clone);
  git(clone, "config", "user.name", "Ada Entwicklerin");
  git(clone, "config", "user.email", "ada@example.org");
  await contribute(shared, servers[0], "Anfang");
  const before = git(root, "rev-parse", "main");
  const turns = [1, 2, 3];

  const editors = servers.map(async (server, at) => {
    for (const turn of turns) {
      const own = page(`editor-${at}`);
      await approve(own, server, `Stand ${turn}`);
      expect(await publish(own, server)).toMatchObject({ status: 200 });
      await contribute(shared, server, `Editor ${at}, ${turn}`);
    }
  });
  const developer = (async () => {
    for (const turn of turns) {
      await push(clone, "main", `notiz-${turn}.txt`, `Notiz ${turn}\n`);
      await push(clone, "cms/pages/geteilt", shared.path, `Entwicklerin ${turn}\n`);
      await push(
        clone,
        `cms/pages/von-aussen-${turn}`,
        `src/content/pages/von-aussen-${turn}.mdx`,
        "Neu\n",
      );
    }
  })();
  await Promise.all([...editors, developer]);

  const text = await draftText(shared);
  for (const turn of turns) {
    for (const line of [`Editor 0, ${turn}`, `Editor 1, ${turn}`, `Entwicklerin ${turn}`]) {
      expect(text).toContain(`\n${line}\n`);
    }
    expect(git(root, "show", `main:notiz-${turn}.txt`)).toContain(`Notiz ${turn}`);
  }
  for (const [at] of servers.entries()) {
    expect(git(root, "show", `main:src/content/pages/editor-${at}.mdx`)).toContain("Stand 3");
  }
  expect(publications(before)).toHaveLength(6);
  const { body: board } = await servers[1].ask("unpublishedEntries");
  const pushed = turns.map((turn) => `pages/von-aussen-${turn}`);
  expect(board).toEqual(expect.arrayContaining(["pages/geteilt", ...pushed]));
  // Nothing that was published stays behind; what was pushed does.
  expect(git(root, "status", "--porcelain").split("\n").sort()).toEqual(
    turns.map((turn) => `D  notiz-${turn}.txt`),
  );
});

function serverOf(number: number): Running {
  return servers[number % 2] as Running;
}

function statusesOf(answers: readonly Answer[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** Adds a line to what there is, as often as it takes. */
async function contribute(entry: Entry, server: Running, line: string): Promise<void> {
  await retry(async () => {
    const { text, version } = await open(entry, server);
    return server.ask("persistEntry", saved(entry, `${text}\n${line}\n`, version));
  });
}

/** Saves a page and approves it; nobody else changes it. */
async function approve(entry: Entry, server: Running, line: string): Promise<void> {
  const { collection, slug } = entry;
  const text = `---\ntitle: ${slug}\ndescription: Eine Seite.\n---\n\n${line}\n`;
  const { version } = await open(entry, server);
  const newStatus = "pending_publish";
  expect([
    await server.ask("persistEntry", saved(entry, text, version)),
    await server.ask("updateUnpublishedEntryStatus", { collection, slug, newStatus }),
  ]).toMatchObject([{ status: 200 }, { status: 200 }]);
}

function publish({ collection, slug }: Entry, server: Running): Promise<Answer> {
  return server.ask("publishUnpublishedEntry", { collection, slug });
}

/** Subjects of the publications since a commit. */
function publications(since: string): string[] {
  const range = `${since}..main`;
  return git(root, "log", "--first-parent", "--merges", "--format=%s", range).split("\n");
}

/** The commits of a draft that change its text. */
function draftCommits({ slug, path }: Entry, format = "--format=%H"): string[] {
  return git(root, "log", format, `main..cms/pages/${slug}`, "--", path).split("\n");
}

/** The entry as its editor sees it: the draft, or else what is published. */
async function open(
  { collection, slug, path }: Entry,
  server: Running,
): Promise<{ text: string; version: string | undefined }> {
  const draft = await server.ask("unpublishedEntry", { collection, slug });
  if (draft.status === 200) {
    const { body } = await server.ask("unpublishedEntryDataFile", { collection, slug, path });
    return { text: body.data, version: draft.body.version };
  }
  const { body } = await server.ask("getEntry", { path });
  return { text: body.data ?? "", version: body.version };
}

const longestWait = 2000;

/** Asks until it is not refused because somebody else was faster; nothing else may go wrong. */
async function retry(ask: () => Promise<Answer>): Promise<void> {
  for (;;) {
    const answer = await ask();
    if (answer.status === 200) return;
    expect(answer).toMatchObject({ status: 409 });
    // Not all at once again.
    await setTimeout(Math.random() * longestWait);
  }
}

async function draftText({ collection, slug, path }: Entry): Promise<string> {
  const { body } = await servers[0].ask("unpublishedEntryDataFile", { collection, slug, path });
  return body.data;
}

/** Commits a line of a file to a branch and pushes it, on top of whatever is there by then. */
async function push(clone: string, branch: string, file: string, line: string): Promise<void> {
  for (;;) {
    git(clone, "fetch", "-q", "--prune");
    const isThere = git(clone, "branch", "-r", "--list", `origin/${branch}`) !== "";
    git(clone, "switch", "-q", "-C", "work", `origin/${isThere ? branch : "main"}`);
    const path = join(clone, file);
    writeFileSync(path, `\n${line}`, { flag: "a" });
    git(clone, "add", file);
    git(clone, "commit", "-q", "-m", `Von außen: ${file}`);
    // The process is left alone in between, so that the others come first now and then.
    await setTimeout(Math.random() * 50);
    try {
      git(clone, "push", "-q", "origin", `work:${branch}`);
      return;
    } catch (error) {
      expect(String(error)).toMatch(/rejected|failed to push|cannot lock ref/);
    }
  }
}
