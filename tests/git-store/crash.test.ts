import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setImmediate, setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { WorkflowStatus } from "#domain/editing/workflow.ts";
import {
  after,
  agreementWithOriginal,
  ask,
  type Change,
  newPage,
  type Place,
  readStates,
  type Seen,
  type State,
  withLine,
} from "./crash-model.ts";
import { type Running, startServer } from "./processes.ts";
import { git, makeRepository, removeRepository } from "./world.ts";

/** Decides what is done and when it is killed; timing decides what that hits. */
const seed = Number(process.env.CRASH_SEED ?? 1);

const changes = [
  "first save",
  "next save",
  "change of state",
  "publication",
  "publication",
  "discard",
  "proposed deletion",
  "published deletion",
] as const;
type Kind = (typeof changes)[number];

/**
 * When a server is killed: at a part of the time that the change takes, or when a file in `.git`
 * comes, changes or goes. `draft` stands for the branch of the draft, `-` at the end for any ending.
 */
type Moment = { readonly part: number } | { readonly file: string };

interface Round {
  readonly kind: Kind;
  readonly moment: Moment;
  readonly kill: "killServer" | "killAll";
  /** Numbers from 0 to 1 that decide the rest. */
  readonly dice: readonly number[];
}

let root: string;
let server: Running;
/** Started already, so that the restart comes at once. */
let next: Promise<Running>;
beforeEach(async () => {
  root = makeRepository();
  next = startServer(root);
  await restart();
});
afterEach(async () => {
  await Promise.all([server.killAll(), next.then((running) => running.killAll())]);
  removeRepository(root);
});

async function restart(): Promise<void> {
  server = await next;
  next = startServer(root);
}

async function read(place: Place): Promise<Seen> {
  const [seen] = await readStates(root, server, [place]);
  return seen as Seen;
}

it("loses nothing and leaves nothing half done, whenever it is killed", async () => {
  const places: Place[] = [
    agreementWithOriginal(root, "wetteraukreis"),
    newPage("erste"),
    newPage("zweite"),
    newPage("dritte"),
    withLine(root, "src/content/pages/impressum.mdx", (number) => `Fassung ${number}.`),
    withLine(root, "src/content/districts/hanau.yaml", (number) => `# Fassung ${number}`),
  ];
  const removable = places.slice(0, 4);
  /** What was acknowledged last, of each place. */
  const known = new Map<Place, State>();
  for (const place of places) known.set(place, (await read(place)).state);
  /** How long changes took, in ms. */
  const taken = new Map<string, number[]>();
  const count = { asked: 0, kills: 0, interrupted: 0, whole: 0, absent: 0, publications: 0 };
  const story: string[] = [];
  let number = 0;

  const stateOf = (place: Place): State => known.get(place) ?? { published: null, draft: null };

  const save = (place: Place): Change => {
    number += 1;
    return { what: "save", content: place.write(number) };
  };

  /** A change that nobody disturbs. */
  async function make(place: Place, change: Change): Promise<void> {
    const { version } = await read(place);
    const start = performance.now();
    count.asked += 1;
    const answer = await ask(server, place, change, version);
    expect(answer, tell(place, change)).toMatchObject({ status: 200 });
    remember(change, performance.now() - start);
    acknowledge(place, change);
  }

  function acknowledge(place: Place, change: Change): void {
    if (change.what === "publication") count.publications += 1;
    known.set(place, after(stateOf(place), change));
  }

  function remember({ what }: Change, duration: number): void {
    taken.set(what, [...(taken.get(what) ?? []), duration]);
  }

  function tell(place: Place, change: Change): string {
    return `CRASH_SEED=${seed}, ${JSON.stringify(count)}, ${change.what} of ${place.branch}, after\n${story.slice(-12).join("\n")}`;
  }

  /** Brings a place to where a change of the kind can be made, and says which. */
  async function prepare(kind: Kind, place: Place): Promise<Change> {
    const draft = () => stateOf(place).draft;
    const discard = async () => {
      if (draft()) await make(place, { what: "discard" });
    };
    const draftContent = async () => {
      if (!draft()?.content) await make(place, save(place));
    };
    const pass = async (status: WorkflowStatus) => {
      if (draft()?.status !== status) await make(place, { what: "change of state", status });
    };
    const bePublished = async () => {
      if (stateOf(place).published) return;
      await draftContent();
      await pass("pending_publish");
      await make(place, { what: "publication" });
    };
    switch (kind) {
      case "first save":
        await discard();
        return save(place);
      case "next save":
        await draftContent();
        return save(place);
      case "change of state":
        await draftContent();
        return {
          what: "change of state",
          status: draft()?.status === "pending_publish" ? "pending_review" : "pending_publish",
        };
      case "publication":
        // A content that differs, whatever was published before.
        await make(place, save(place));
        await pass("pending_publish");
        return { what: "publication" };
      case "discard":
        await draftContent();
        return { what: "discard" };
      case "proposed deletion":
        await bePublished();
        await discard();
        return { what: "proposed deletion" };
      case "published deletion":
        await bePublished();
        await discard();
        await make(place, { what: "proposed deletion" });
        await pass("pending_publish");
        return { what: "publication" };
    }
  }

  async function play({ kind, moment, kill, dice }: Round): Promise<void> {
    const [first = 0, second = 0] = dice;
    const place = pick(kind.includes("deletion") ? removable : places, first);
    const rest = places.filter((candidate) => candidate !== place);
    const at = Math.floor(second * rest.length);
    const others = [...rest, ...rest].slice(at, at + 2);
    const change = await prepare(kind, place);
    // As git gc does now and then; published and discarded branches have to be unpacked.
    if (number % 3 === 0) git(root, "pack-refs", "--all");
    const requests = [
      { place, change },
      ...others.map((other) => ({ place: other, change: save(other) })),
    ];
    const seen = await readStates(
      root,
      server,
      requests.map((request) => request.place),
    );
    const asked = requests.map((request, index) => ({
      ...request,
      version: seen[index]?.version,
    }));
    story.push(
      `${kind} of ${place.branch}, saves of ${others.map(({ branch }) => branch).join(" and ")}, ${kill} at ${JSON.stringify(moment)}`,
    );
    const durations = [...(taken.get(change.what) ?? [100])].sort((one, two) => one - two);
    const typical = durations[Math.floor(durations.length / 2)] ?? 100;
    let isOver = false;
    const answers = asked.map(async ({ place: where, change: what, version }) => {
      count.asked += 1;
      const start = performance.now();
      const answer = await ask(server, where, what, version).catch(() => undefined);
      if (what === change) isOver = true;
      if (answer) remember(what, performance.now() - start);
      return answer;
    });
    await reach(moment, typical, place, () => isOver);
    count.kills += 1;
    await server[kill]();
    const answered = await Promise.all(answers);
    expect(server.logged, tell(place, change)).toEqual([]);
    const unanswered = asked.filter(({ place: where, change: what }, at) => {
      if (!answered[at]) return true;
      expect(answered[at], tell(where, what)).toMatchObject({ status: 200 });
      acknowledge(where, what);
      return false;
    });

    const killed = server;
    await restart();
    // The first request comes while what the killed server began may still be under way.
    expect(await server.ask("unpublishedEntries")).toMatchObject({ status: 200 });
    await killed.restGone();
    for (const request of unanswered) {
      count.interrupted += 1;
      const before = stateOf(request.place);
      const { state } = await read(request.place);
      const isWhole = JSON.stringify(state) === JSON.stringify(after(before, request.change));
      count[isWhole ? "whole" : "absent"] += 1;
      if (isWhole) acknowledge(request.place, request.change);
      story.push(`… ${request.change.what}: ${isWhole ? "whole" : "absent"}`);
    }
    await checkAll(place, change);
    // Whoever got no answer asks again.
    for (const { place: where, change: what, version } of unanswered) {
      const isDone = JSON.stringify(after(stateOf(where), what)) === JSON.stringify(stateOf(where));
      count.asked += 1;
      const answer = await ask(server, where, what, version);
      const isGone = isDone && (what.what === "publication" || what.what === "discard");
      expect(answer, tell(where, what)).toMatchObject({ status: isGone ? 404 : 200 });
      if (!isDone) acknowledge(where, what);
    }
  }

  async function checkAll(place: Place, change: Change): Promise<void> {
    const message = tell(place, change);
    const seen = await readStates(root, server, places);
    expect(
      seen.map(({ state }) => state),
      message,
    ).toEqual(places.map(stateOf));
    const { body: board } = await server.ask("unpublishedEntries");
    const drafts = places.filter((each) => stateOf(each).draft);
    expect(board, message).toEqual(
      drafts.map(({ collection, slug }) => `${collection}/${slug}`).sort(),
    );
    expect(() => git(root, "fsck", "--strict"), message).not.toThrow();
    expect(git(root, "status", "--porcelain"), message).toBe("");
    const published = git(root, "rev-list", "--count", "--first-parent", "main");
    expect(Number(published), message).toBe(1 + count.publications);
    // Nothing is left that would stop the person's own git.
    const left = readdirSync(join(root, ".git"), { recursive: true, encoding: "utf8" }).filter(
      (name) => /\.lock$|^cms-|packed-refs\.new/.test(name),
    );
    expect(left, message).toEqual([]);
  }

  for (const round of plan()) await play(round);
  await checkAll(places[0] as Place, { what: "publication" });
  const places_ = JSON.stringify(count);
  expect(count.asked, places_).toBeGreaterThanOrEqual(200);
  expect(count.kills, places_).toBeGreaterThanOrEqual(36);
  // Kills that come too late test nothing.
  expect(count.interrupted, places_).toBeGreaterThanOrEqual(20);
  if (process.env.CRASH_TELL !== undefined)
    process.stderr.write(`${places_}\n${story.join("\n")}\n`);
}, 240_000);

/** The same for the same seed. */
function plan(): Round[] {
  const random = numbers(seed);
  const files: Record<string, readonly string[]> = {
    publication: ["cms-index-", "refs/heads/main", "packed-refs.lock", "index.lock"],
    "published deletion": ["cms-index-", "HEAD.lock"],
  };
  return [0, 1, 2, 3, 4].flatMap((turn) =>
    changes.map((kind, at): Round => {
      const ofKind = files[kind] ?? ["draft", "draft.lock"];
      const file = pick(ofKind, (((turn - 1) / 2 + at / 2) / 2) % 1);
      const part = random() * 2;
      return {
        kind,
        moment: turn % 2 === 1 ? { file } : { part },
        kill: (turn + at) % 3 === 0 ? "killServer" : "killAll",
        dice: [random(), random()],
      };
    }),
  );
}

async function reach(
  moment: Moment,
  typical: number,
  { branch }: Place,
  isOver: () => boolean,
): Promise<void> {
  if ("part" in moment) {
    await setTimeout(moment.part * typical);
    return;
  }
  const path = join(root, ".git", moment.file.replace("draft", `refs/heads/${branch}`));
  const [folder, start] = [dirname(path), basename(path)];
  const look = () =>
    existsSync(folder) &&
    readdirSync(folder)
      .filter((name) => (path.endsWith("-") ? name.startsWith(start) : name === start))
      .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs)
      .join();
  const first = look();
  while (look() === first && !isOver()) await setImmediate();
}

function pick<Item>(items: readonly Item[], die: number): Item {
  return items[Math.floor(die * items.length)] as Item;
}

/** Numbers from 0 to 1, the same for the same seed: mulberry32. */
function numbers(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
