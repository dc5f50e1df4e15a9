import { lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { listen } from "#tools/serve.ts";
import { does, harmless, hostileRequests, type Sent, upload } from "./hostile-requests.ts";
import {
  git,
  makeRepository,
  removeRepository,
  type Served,
  saved,
  serve,
  storeOptions,
  wetterau,
} from "./world.ts";

let root: string;
let store: Served;
let before: Record<string, string>;

const links = [
  ["a link to Git's configuration", "src/content/pages/verweis.mdx", "../../../.git/config"],
  ["a link to a file outside", "src/content/districts/verweis.yaml", "/etc/hostname"],
  ["a link to another entry", "src/content/pages/doppelt.mdx", "impressum.mdx"],
] as const;

beforeAll(async () => {
  root = makeRepository();
  commitOddities();
  store = await serve(storeOptions(root));
  const { body: entry } = await store.ask("getEntry", { path: wetterau.path });
  const draft = saved(wetterau, `${entry.data}\n`, entry.version, [
    upload("public/originals/2025/wetteraukreis.txt", "§ 1 Zweck\n"),
  ]);
  expect(await store.ask("persistEntry", draft)).toMatchObject({ status: 200 });
  git(root, "pack-refs", "--all");
  git(root, "tag", "erste-fassung");
  before = stateOf(root);
});
afterEach(() => {
  expect(filesOfGit(root)).toEqual(filesBefore(before));
  expect(store.logged).toEqual([]);
});
afterAll(async () => {
  await store.close();
  removeRepository(root);
});

const groups = Object.entries(hostileRequests);

it("is put to the test by more than 120 requests", () => {
  expect(Object.values(hostileRequests).flat().length).toBeGreaterThan(120);
});

it("is asked from this machine only", async () => {
  const server = await listen(0, () => undefined);
  expect(server.address()).toMatchObject({ address: "127.0.0.1" });
  server.close();
});

it.each(Object.entries(harmless))("answers a good request: %s", async (action, params) => {
  expect(await store.ask(action, params)).toMatchObject({ status: 200 });
});

describe.each(groups)("refuses %s", (_, requests) => {
  it.each(requests)("%s", async (_, status, sent) => {
    const answer = await send(store.origin, sent);
    expect(answer).toMatchObject({ status });
    expectSentence(answer.text);
  });
});

describe("refuses what is no HTTP", () => {
  it.each([
    ["no Host", "POST /api/cms HTTP/1.1\r\nContent-Length: 0\r\n\r\n"],
    ["two lengths", `${head("Content-Length: 2\r\nContent-Length: 30")}{}`],
    ["a length and pieces", `${head("Content-Length: 2\r\nTransfer-Encoding: chunked")}{}`],
    ["a length that is too short", `${head("Content-Length: 20")}${does("info").body}`],
    ["a negative length", `${head("Content-Length: -1")}{}`],
    ["pieces of no length", `${head("Transfer-Encoding: chunked")}zz\r\n{}`],
    ["a NUL in a header", `${head("X-Note: a\0b")}{}`],
    ["headers of 100 kB", `${head(`X-Note: ${"a".repeat(100_000)}`)}{}`],
    ["a version of its own", "POST /api/cms HTTP/9.9\r\nHost: localhost\r\n\r\n"],
  ])("%s", async (_, sent) => {
    expect(await sendRaw(sent)).toMatch(/^HTTP\/1\.1 4\d\d /);
  });

  it("a sender who leaves before the end", async () => {
    const left = connect(portOf(store.origin), "127.0.0.1");
    left.write(
      `${head("Content-Length: 1000").replace("HOST", new URL(store.origin).host)}{"action":`,
    );
    await store.ask("info");
    left.destroy();
    await store.ask("info");
  });
});

describe("neither reads nor writes", () => {
  it.each(links)("%s", async (_, path) => {
    const slug = path.replace(/^.*\/|\.\w+$/g, "");
    await expectRefused(404, "getEntry", { path });
    await expectRefused(409, "persistEntry", saved({ path, slug }, "Neu\n"));
    await expectRefused(404, "deleteFiles", { paths: [path] });
    expect(await store.ask("entriesByFiles", { files: [{ path }] })).toMatchObject({ body: [] });
    const folder = path.slice(0, path.lastIndexOf("/"));
    const { body: listed } = await store.ask("entriesByFolder", {
      folder,
      extension: path.split(".")[1],
      depth: 1,
    });
    expect(listed.length).toBeGreaterThan(0);
    expect(JSON.stringify(listed)).not.toContain(path);
  });

  it("a link in place of an original", async () => {
    const path = "public/originals/2025/kassel.pdf";
    await expectRefused(404, "getMediaFile", { path });
    const kassel = { path: "src/content/agreements/2025/hanau.mdx", slug: "hanau" };
    const asset = upload("public/originals/2025/hanau.pdf", "%PDF-1.7\n");
    await expectRefused(409, "persistEntry", saved(kassel, "Neu\n", undefined, [asset]));
    const { body: listed } = await store.ask("getMedia", { mediaFolder: "public/originals/2025" });
    expect(JSON.stringify(listed)).not.toContain("hanau.pdf");
  });

  it("a link in place of a folder", async () => {
    const path = "src/content/agreements/2023/kassel.mdx";
    await expectRefused(404, "getEntry", { path });
    await expectRefused(409, "persistEntry", saved({ path, slug: "kassel" }, "Neu\n"));
    const folder = "src/content/agreements/2023";
    expect(
      await store.ask("entriesByFolder", { folder, extension: "mdx", depth: 1 }),
    ).toMatchObject({ status: 200, body: [] });
  });

  it.each([
    ["a folder in place of a file", "src/content/pages/ordner.mdx", "ordner"],
    ["a submodule in place of a file", "src/content/pages/fremdes.mdx", "fremdes"],
  ])("%s", async (_, path, slug) => {
    await expectRefused(404, "getEntry", { path });
    await expectRefused(409, "persistEntry", saved({ path, slug }, "Neu\n"));
    await expectRefused(404, "deleteFiles", { paths: [path] });
  });
});

describe("refuses a name that differs from a present one", () => {
  it.each([
    ["in case only", "src/content/agreements/2025/kassel.mdx", "kassel"],
    ["in its Unicode form only", "src/content/pages/finanzen.mdx", "finanzen"],
    ["in a letter for measurements", "src/content/pages/kelvin.mdx", "kelvin"],
  ])("%s", async (_, path, slug) => {
    const { error } = await expectRefused(409, "persistEntry", saved({ path, slug }, "Neu\n"));
    expect(error).toContain("unterscheidet sich davon nur");
  });

  it("in case only, of an original", async () => {
    const place = { path: "src/content/agreements/2025/fulda.mdx", slug: "fulda" };
    const asset = upload("public/originals/2025/fulda.txt", "§ 1\n");
    const { error } = await expectRefused(
      409,
      "persistEntry",
      saved(place, "Neu\n", undefined, [asset]),
    );
    expect(error).toContain("„Fulda.txt“");
  });
});

it("has left refs, configuration and checkout as they were, and works on", async () => {
  expect(stateOf(root)).toEqual(before);
  git(root, "fsck", "--strict");
  for (const [action, params] of Object.entries(harmless)) {
    expect(await store.ask(action, params)).toMatchObject({ status: 200 });
  }
  expect(stateOf(root)).toEqual(before);
});

async function expectRefused(status: number, action: string, params: object) {
  const answer = await send(store.origin, does(action, params));
  expect(answer).toMatchObject({ status });
  return expectSentence(answer.text);
}

/** German, for a person, and of the machine nothing. */
function expectSentence(answer: string): { error: string } {
  for (const secret of [root, tmpdir(), process.cwd(), "node_modules", "node:", "at Object."]) {
    expect(answer).not.toContain(secret);
  }
  const body = JSON.parse(answer);
  expect(body.error).toMatch(/^[A-ZÄÖÜ„].*[a-zäöüß].*[.“]$/su);
  expect(body.error).not.toMatch(
    /expected|invalid|received|required|too (big|small)|undefined|\bat \w+ \(/i,
  );
  expect(body.error.length).toBeLessThan(500);
  return body;
}

/** Sends what fetch would not. */
function send(origin: string, { method = "POST", headers = {}, body = does("info").body }: Sent) {
  const { host, port } = new URL(origin);
  const pieces = Array.isArray(body) ? body : undefined;
  const whole = Buffer.from(pieces ? "" : (body as string | Buffer));
  const sent: Record<string, string | readonly string[] | undefined> = {
    Host: host,
    Origin: origin,
    "Content-Type": "application/json",
    ...(pieces ? { "Transfer-Encoding": "chunked" } : { "Content-Length": `${whole.length}` }),
    ...headers,
  };
  const fill = (value: string) => value.replace("HOST", host).replace("PORT", port);
  const lines = Object.entries(sent).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((line) => [name, fill(line)]),
  );
  return new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const outgoing = request({
      host: "127.0.0.1",
      port,
      path: "/api/cms",
      method,
      headers: lines,
      agent: false,
      setHost: false,
    });
    let answered = false;
    outgoing.on("response", (response) => {
      answered = true;
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() });
        outgoing.destroy();
      });
    });
    outgoing.on("error", (error) => answered || reject(error));
    for (const piece of pieces ?? []) outgoing.write(piece);
    outgoing.end(whole);
  });
}

function head(headers: string): string {
  return `POST /api/cms HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\n${headers}\r\n\r\n`;
}

function sendRaw(sent: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(portOf(store.origin), "127.0.0.1");
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk;
    });
    socket.on("error", (error) => (received ? resolve(received) : reject(error)));
    socket.on("close", () => resolve(received));
    socket.write(sent.replace("HOST", new URL(store.origin).host));
  });
}

function portOf(origin: string): number {
  return Number(new URL(origin).port);
}

/** Names and kinds of file that the content has none of, but a repository may. */
function commitOddities(): void {
  const lines = [
    ...links.map(([, path, target]) => `120000 ${hashed(target)}\t${path}`),
    `120000 ${hashed("../../../.git/config")}\tpublic/originals/2025/kassel.pdf`,
    `120000 ${hashed("wetteraukreis.txt")}\tpublic/originals/2025/hanau.pdf`,
    `120000 ${hashed("2024")}\tsrc/content/agreements/2023`,
    `100644 ${hashed("Ein Ordner\n")}\tsrc/content/pages/ordner.mdx/seite.mdx`,
    `160000 ${git(root, "rev-parse", "HEAD")}\tsrc/content/pages/fremdes.mdx`,
    `100644 ${hashed("Groß\n")}\tsrc/content/agreements/2025/Kassel.mdx`,
    `100644 ${hashed("§ 1\n")}\tpublic/originals/2025/Fulda.txt`,
    `100644 ${hashed("Ligatur\n")}\tsrc/content/pages/\ufb01nanzen.mdx`,
    `100644 ${hashed("Kelvin\n")}\tsrc/content/pages/\u212aelvin.mdx`,
  ];
  for (const line of lines) {
    const [entry = "", path = ""] = line.split("\t");
    git(root, "update-index", "--add", "--cacheinfo", `${entry.replace(" ", ",")},${path}`);
  }
  git(root, "commit", "-q", "-m", "Seltsames");
  git(root, "reset", "-q", "--hard");
}

function hashed(content: string): string {
  const file = join(root, ".git", "content");
  writeFileSync(file, content);
  const oid = git(root, "hash-object", "-w", "--no-filters", file);
  rmSync(file);
  return oid;
}

/** Everything that must not change, by name. */
function stateOf(folder: string): Record<string, string> {
  return {
    ...filesOfGit(folder),
    refs: git(folder, "for-each-ref"),
    status: git(folder, "status", "--porcelain", "--ignored"),
  };
}
function filesBefore({ refs: _, status: __, ...files }: Record<string, string>) {
  return files;
}

/** Configuration, HEAD and refs, byte for byte. */
function filesOfGit(folder: string): Record<string, string> {
  const below = readdirSync(join(folder, ".git", "refs"), { recursive: true }).map(
    (name) => `refs/${name}`,
  );
  return Object.fromEntries(
    ["config", "HEAD", "packed-refs", ...below]
      .filter((name) => lstatSync(join(folder, ".git", name)).isFile())
      .map((name) => [name, readFileSync(join(folder, ".git", name), "latin1")]),
  );
}
