import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Answer,
  git,
  makeRepository,
  removeRepository,
  type Served,
  saved,
  serve,
  storeOptions,
  wetterau,
} from "./world.ts";

const { collection, slug, path } = wetterau;
const key = { collection, slug };
const published = readFileSync(path, "utf8");
const marked = published.replace("\nyear:", "\n# geprüft\nyear:");
let root: string;
let store: Served;

beforeEach(async () => {
  root = makeRepository();
  store = await serve(storeOptions(root));
});
afterEach(async () => {
  expect(store.logged).toEqual([]);
  expect(git(root, "fsck", "--strict", "--no-dangling")).toBe("");
  await store.close();
  removeRepository(root);
});

describe("a draft", () => {
  it("is a branch with ordinary commits; nothing else moves", async () => {
    const before = { main: git(root, "rev-parse", "main"), status: git(root, "status", "--short") };
    await save(marked);
    expect(git(root, "for-each-ref", "--format=%(refname)", "refs/heads")).toBe(
      "refs/heads/cms/agreements/2025/wetteraukreis\nrefs/heads/main",
    );
    expect(git(root, "diff", "--name-only", "main", "cms/agreements/2025/wetteraukreis")).toBe(
      path,
    );
    expect(git(root, "show", `cms/agreements/2025/wetteraukreis:${path}`)).toBe(marked.trimEnd());
    expect({
      main: git(root, "rev-parse", "main"),
      status: git(root, "status", "--short"),
    }).toEqual(before);
  });

  it("carries its state in the history, where a clone finds it", async () => {
    await save(marked);
    await move("pending_review");
    await move("pending_publish");
    const states = git(
      root,
      "log",
      "--format=%(trailers:key=Status,valueonly)",
      "main..cms/agreements/2025/wetteraukreis",
    );
    expect(states.split(/\n+/)).toEqual(["Freigegeben", "In Prüfung", "Entwurf"]);
    git(root, "clone", "-q", "--mirror", ".", "clone.git");
    git(root, "update-ref", "-d", "refs/heads/cms/agreements/2025/wetteraukreis");
    expect((await entry()).status).toBe(404);
    git(
      root,
      "fetch",
      "-q",
      "clone.git",
      "cms/agreements/2025/wetteraukreis:cms/agreements/2025/wetteraukreis",
    );
    expect((await entry()).body.status).toBe("pending_publish");
    rmSync(join(root, "clone.git"), { recursive: true });
  });

  it("has to be looked at again when its text changes after the approval", async () => {
    await save(marked);
    await move("pending_publish");
    await save(`${marked}\n`);
    expect((await entry()).body.status).toBe("pending_review");
    expect(await publish()).toMatchObject({
      status: 409,
      body: {
        error: expect.stringMatching(
          /^Wetteraukreis 2025 ist noch nicht freigegeben, sondern „In Prüfung“/,
        ),
      },
    });
  });

  it("has to be looked at again when a commit from outside follows the approval", async () => {
    await save(marked);
    await move("pending_publish");
    commitTo("cms/agreements/2025/wetteraukreis", { [path]: `${marked}\n` });
    expect((await entry()).body.status).toBe("pending_review");
    expect((await publish()).status).toBe(409);
  });

  it("begins as a draft, whatever the first save asks for", async () => {
    const params = {
      ...saved(wetterau, marked, await version()),
      options: { status: "pending_publish" },
    };
    await store.ask("persistEntry", params);
    expect((await entry()).body.status).not.toBe("pending_publish");
  });

  it("is answered twice where the same save arrives twice", async () => {
    const params = saved(wetterau, marked, await version());
    const first = await store.ask("persistEntry", params);
    expect(await store.ask("persistEntry", params)).toEqual(first);
    expect(git(root, "rev-list", "--count", "main..cms/agreements/2025/wetteraukreis")).toBe("1");
  });

  it("is not changed, approved or thrown away unseen", async () => {
    const old = await save(marked);
    await save(`${marked}\n`);
    for (const [action, params] of [
      ["persistEntry", saved(wetterau, published, old)],
      ["updateUnpublishedEntryStatus", { ...key, newStatus: "pending_publish", version: old }],
      ["publishUnpublishedEntry", { ...key, version: old }],
      ["deleteUnpublishedEntry", { ...key, version: old }],
    ] as const) {
      const { status, body } = await store.ask(action, params);
      expect([action, status]).toEqual([action, 409]);
      expect(body.error).toMatch(
        /^Wetteraukreis 2025 hat sich inzwischen geändert, zuletzt durch Erika Muster am /,
      );
    }
    expect((await draftText()).body.data).toBe(`${marked}\n`);
  });

  it("can be brought back after it was discarded", async () => {
    await save(marked);
    await store.ask("deleteUnpublishedEntry", key);
    const [kept = ""] = git(root, "for-each-ref", "--format=%(refname)", "refs/discarded").split(
      "\n",
    );
    git(root, "branch", "cms/agreements/2025/wetteraukreis", kept);
    expect((await draftText()).body.data).toBe(marked);
    // And be discarded once more; whoever has it open is told.
    const read = await version();
    expect((await store.ask("deleteUnpublishedEntry", key)).status).toBe(200);
    const late = await store.ask("persistEntry", saved(wetterau, `${marked}\n`, read));
    expect(late.body.error).toMatch(
      /^Der Entwurf zu Wetteraukreis 2025 ist inzwischen verworfen\. /,
    );
  });

  it("of a deletion is undone by saving the entry, with all that belongs to it", async () => {
    await store.ask("deleteFiles", { paths: [path] });
    expect((await entry()).body).toMatchObject({ isDeletion: true, version: "entfernt" });
    const unseen = await store.ask("persistEntry", saved(wetterau, marked));
    expect(unseen.status).toBe(409);
    await save(marked);
    expect((await entry()).body).toMatchObject({ isDeletion: false });
    expect(git(root, "diff", "--name-only", "main", "cms/agreements/2025/wetteraukreis")).toBe(
      path,
    );
  });

  it("of a deletion is not approved by someone who has seen another", async () => {
    await store.ask("deleteFiles", { paths: [path] });
    await save(marked);
    const params = { ...key, newStatus: "pending_publish", version: "entfernt" };
    expect((await store.ask("updateUnpublishedEntryStatus", params)).status).toBe(409);
  });

  it("does not move while somebody has it checked out", async () => {
    await save(marked);
    git(root, "switch", "-q", "cms/agreements/2025/wetteraukreis");
    const refs = git(root, "for-each-ref");
    for (const [action, params] of [
      ["persistEntry", saved(wetterau, published, await version())],
      ["updateUnpublishedEntryStatus", { ...key, newStatus: "pending_review" }],
      ["deleteUnpublishedEntry", key],
    ] as const) {
      const { status, body } = await store.ask(action, params);
      expect([status, body.error]).toEqual([409, expect.stringContaining("ausgecheckt")]);
    }
    expect(git(root, "for-each-ref")).toBe(refs);
    git(root, "switch", "-q", "main");
    expect((await move("pending_review")).status).toBe(200);
  });

  it("that nobody could open does not hide the others", async () => {
    await store.ask("deleteFiles", { paths: [path] });
    removeFromMain();
    await store.ask(
      "persistEntry",
      saved({ path: "src/content/pages/neu.mdx", slug: "neu" }, "---\ntitle: Neu\n---\n"),
    );
    expect((await store.ask("unpublishedEntries")).body).toEqual(["pages/neu"]);
  });

  it("is there in a shallow clone, too", async () => {
    await save(marked);
    git(root, "clone", "-q", "--depth", "1", "--no-single-branch", `file://${root}`, "shallow");
    const shallow = join(root, "shallow");
    git(
      shallow,
      "branch",
      "-q",
      "cms/agreements/2025/wetteraukreis",
      "origin/cms/agreements/2025/wetteraukreis",
    );
    const served = await serve(storeOptions(shallow));
    expect((await served.ask("unpublishedEntry", key)).body.status).toBe("draft");
    await served.close();
    rmSync(shallow, { recursive: true });
  });

  it("stands in the way of a deletion, by name", async () => {
    await save(marked);
    expect((await store.ask("deleteFiles", { paths: [path] })).body.error).toBe(
      "Zu Wetteraukreis 2025 gibt es einen Entwurf von Erika Muster. Veröffentlichen oder verwerfen Sie ihn, bevor Sie die Löschung vorschlagen.",
    );
  });
});

it("takes no original without its agreement, and says where it belongs", async () => {
  const content = Buffer.alloc(7_000_000, "%PDF-1.7\n").toString("base64");
  const path = "public/originals/2025/wetteraukreis.pdf";
  const { status, body } = await store.ask("persistMedia", {
    asset: { path, content, encoding: "base64" },
  });
  expect([status, body.error]).toEqual([
    422,
    expect.stringMatching(/^Ein Original gehört zu seiner Vereinbarung\. /),
  ]);
});

describe("publishing", () => {
  it("takes along what others changed elsewhere", async () => {
    await save(marked);
    await move("pending_publish");
    const district = "src/content/districts/kassel.yaml";
    commitTo("main", { "README.md": "von außen\n" });
    expect((await publish()).status).toBe(200);
    expect(git(root, "show", "main:README.md")).toBe("von außen");
    expect(git(root, "show", `main:${path}`)).toBe(marked.trimEnd());
    expect(git(root, "show", `main:${district}`)).toContain("Kassel");
  });

  it("refuses an entry that changed on both sides, be it in other lines, and names all of it", async () => {
    await save(marked);
    await move("pending_publish");
    const theirs = published
      .replace("amount: 1310490", "amount: 1400000")
      .replace("name: Heike Hofmann", "name: Dr. Heike Hofmann");
    commitTo("main", { [path]: theirs });
    const refs = git(root, "for-each-ref");
    const { status, body } = await publish();
    expect(status).toBe(409);
    expect(body.error).toMatch(
      /^Wetteraukreis 2025 wurde nicht veröffentlicht\. Seit Beginn des Entwurfs/,
    );
    expect(body.error).toMatch(/1\.400\.000\s€ statt 1\.310\.490\s€/);
    expect(body.error).toContain("„Dr. Heike Hofmann“");
    expect(git(root, "for-each-ref")).toBe(refs);
    // The draft as it is shall count: saved again, by someone who knows.
    const params = {
      ...saved(wetterau, marked, await version()),
      publishedVersion: body.publishedVersion,
    };
    await store.ask("persistEntry", params);
    expect((await entry()).body.status).toBe("pending_review");
    await move("pending_publish");
    expect((await publish()).status).toBe(200);
    expect(git(root, "show", `main:${path}`)).toBe(marked.trimEnd());
  });

  it("does not bring back unseen what was removed meanwhile", async () => {
    await save(marked);
    removeFromMain();
    await save(`${marked}\n`);
    await move("pending_publish");
    expect(await publish()).toMatchObject({
      status: 409,
      body: {
        error: expect.stringMatching(/veröffentlicht geändert: Entfernt: /),
        publishedVersion: "entfernt",
      },
    });
  });

  it("refuses a deletion of what changed meanwhile", async () => {
    await store.ask("deleteFiles", { paths: [path] });
    await move("pending_publish");
    commitTo("main", { [path]: marked });
    expect((await publish()).body.error).toMatch(
      /^Die Löschung von Wetteraukreis 2025 wurde nicht veröffentlicht\. .* Verwerfen Sie den Vorschlag/,
    );
  });

  it.each([
    ["amended", (work: string) => git(work, "commit", "-q", "--amend", "--no-edit", "-a")],
    [
      "followed by another",
      (work: string) => git(work, "commit", "-q", "-a", "-m", "x\n\nStatus: Freigegeben"),
    ],
  ])("publishes nothing that was not approved, where the approval was %s", async (_, commit) => {
    await save(marked);
    await move("pending_publish");
    inWorkTree("cms/agreements/2025/wetteraukreis", (work) => {
      writeFileSync(join(work, path), `${marked}\n`);
      commit(work);
    });
    expect((await entry()).body.status).toBe("pending_review");
    expect((await publish()).status).toBe(409);
  });

  it("publishes nothing of a branch that changes other files too", async () => {
    await save(marked);
    commitTo("cms/agreements/2025/wetteraukreis", { "astro.config.mjs": "evil()\n" });
    await move("pending_publish");
    const refs = git(root, "for-each-ref");
    expect(await publish()).toMatchObject({
      status: 409,
      body: { error: expect.stringContaining("„astro.config.mjs“") },
    });
    expect(git(root, "for-each-ref")).toBe(refs);
  });

  it("publishes nothing of a branch with a history of its own", async () => {
    const orphan = git(root, "commit-tree", "-m", "von außen", "main^{tree}");
    git(root, "update-ref", "refs/heads/cms/agreements/2025/wetteraukreis", orphan);
    await move("pending_publish");
    expect(await publish()).toMatchObject({
      status: 409,
      body: { error: expect.stringContaining("keine gemeinsame Vorgeschichte") },
    });
  });

  it("removes a draft whose changes are public already", async () => {
    await save(marked);
    await move("pending_publish");
    commitTo("main", { [path]: marked });
    const main = git(root, "rev-parse", "main");
    expect((await publish()).body.message).toMatch(
      /^Wetteraukreis 2025: Alles aus dem Entwurf ist schon/,
    );
    expect(git(root, "rev-parse", "main")).toBe(main);
    expect((await store.ask("unpublishedEntries")).body).toEqual([]);
  });

  it("sees no draft in a branch that was merged by hand, and takes its place", async () => {
    await save(marked);
    git(root, "merge", "-q", "--no-ff", "-m", "von Hand", "cms/agreements/2025/wetteraukreis");
    expect((await store.ask("unpublishedEntries")).body).toEqual([]);
    expect((await entry()).status).toBe(404);
    expect(await save(published)).toBeDefined();
    expect((await store.ask("unpublishedEntries")).body).toEqual(["agreements-2025/wetteraukreis"]);
  });

  it("does not refuse an entry for problems that others left on the main branch", async () => {
    const kassel = "src/content/agreements/2024/kassel.mdx";
    const broken = readFileSync(kassel, "utf8").replace(/^amount: .*/m, "amount: viel");
    commitTo("main", { [kassel]: broken });
    await save(marked);
    await move("pending_publish");
    expect((await publish()).status).toBe(200);
  });

  it("refuses what makes another entry wrong, and names that entry", async () => {
    const register = "src/content/districts/kassel.yaml";
    const place = { path: register, slug: "kassel" };
    const text = readFileSync(register, "utf8").replace(/dative: .*/, "dative: dem Ort Kassel");
    const { body: read } = await store.ask("getEntry", { path: register });
    await store.ask("persistEntry", saved(place, text, read.version));
    const own = { collection: "districts", slug: "kassel" };
    await store.ask("updateUnpublishedEntryStatus", { ...own, newStatus: "pending_publish" });
    const { status, body } = await store.ask("publishUnpublishedEntry", own);
    expect(status).toBe(422);
    expect(body.error).toMatch(/^Kommune „Kassel.*“ wurde nicht veröffentlicht, /);
    expect(body.problems.map(({ file }: { file: string }) => file)).toContain(
      "src/content/agreements/2024/kassel.mdx",
    );
  });

  it("names author and reviewer apart", async () => {
    await save(marked);
    git(root, "config", "user.name", "Otto Beispiel");
    git(root, "config", "user.email", "otto@example.org");
    await move("pending_publish");
    git(root, "config", "user.name", "Paula Probe");
    await publish();
    expect(git(root, "log", "-1", "--format=%an%n%(trailers)").trim()).toBe(
      [
        "Paula Probe",
        "Art: geändert",
        `Datei: ${path}`,
        "Bearbeitet-von: Erika Muster <erika@example.org>",
        "Freigegeben-von: Otto Beispiel <otto@example.org>",
      ].join("\n"),
    );
  });

  it("takes the own checkout along", async () => {
    await save(marked);
    await move("pending_publish");
    expect((await publish()).body).toEqual({
      message: "Wetteraukreis 2025: geändert und veröffentlicht.",
    });
    expect(readFileSync(join(root, path), "utf8")).toBe(marked);
    expect(git(root, "status", "--short")).toBe("");
  });

  it("leaves a checkout with changes of its own alone, and says so", async () => {
    writeFileSync(join(root, path), "in Arbeit");
    await save(marked);
    await move("pending_publish");
    expect((await publish()).body.message).toContain(
      `In Ihrem Arbeitsverzeichnis ist „${path}“ geändert und bleibt, wie es ist.`,
    );
    expect(git(root, "show", `main:${path}`)).toBe(marked.trimEnd());
    expect(readFileSync(join(root, path), "utf8")).toBe("in Arbeit");
  });
});

async function version(): Promise<string | undefined> {
  const { body } = await store.ask("unpublishedEntry", key);
  return body.version ?? (await store.ask("getEntry", { path })).body.version;
}

async function save(raw: string): Promise<string> {
  const { status, body } = await store.ask("persistEntry", saved(wetterau, raw, await version()));
  expect([status, body.error]).toEqual([200, undefined]);
  return body.version;
}

function move(newStatus: string): Promise<Answer> {
  return store.ask("updateUnpublishedEntryStatus", { ...key, newStatus });
}

function publish(): Promise<Answer> {
  return store.ask("publishUnpublishedEntry", key);
}

function entry(): Promise<Answer> {
  return store.ask("unpublishedEntry", key);
}

function draftText(): Promise<Answer> {
  return store.ask("unpublishedEntryDataFile", { ...key, path, id: path });
}

/** A commit as someone makes it who works with Git elsewhere: on a branch, without this checkout. */
function commitTo(branch: string, files: Record<string, string>): void {
  inWorkTree(branch, (work) => {
    for (const [file, text] of Object.entries(files)) writeFileSync(join(work, file), text);
    git(work, "add", "-A");
    git(work, "commit", "-q", "-m", "von außen");
  });
}

function removeFromMain(): void {
  inWorkTree("main", (work) => {
    git(work, "rm", "-q", path, "public/originals/2025/wetteraukreis.txt");
    git(work, "commit", "-q", "-m", "von außen entfernt");
  });
}

function inWorkTree(branch: string, change: (work: string) => void): void {
  const work = join(root, ".git", "elsewhere");
  git(root, "worktree", "add", "-q", "--detach", work, branch);
  change(work);
  const commit = git(work, "rev-parse", "HEAD");
  git(root, "worktree", "remove", "--force", work);
  git(root, "update-ref", `refs/heads/${branch}`, commit);
  if (branch === "main") git(root, "reset", "-q", "--hard");
}
