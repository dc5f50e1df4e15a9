import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import {
  git,
  makeRepository,
  removeRepository,
  type Served,
  serve,
  storeOptions,
  wetterau,
} from "../git-store/world.ts";
import { bundleForBrowser } from "./bundle.ts";

/**
 * The store against Decap's own client, in the browser: `decap-cms-backend-proxy` as it is, and our
 * subclass of it.
 */

const { collection, slug, path } = wetterau;
const published = readFileSync(path, "utf8");
let bundle = "";
let browser: Browser;
let root: string;
let store: Served;
let page: Page;

beforeAll(async () => {
  bundle = await bundleForBrowser("tests/e2e/cms-client.ts", "cms");
  browser = await chromium.connect(inject("browser"));
});
afterAll(() => browser.close());

beforeEach(async () => {
  root = makeRepository();
  store = await serve(storeOptions(root));
  page = await openClient();
});
afterEach(async () => {
  expect(store.logged).toEqual([]);
  await page.context().close();
  await store.close();
  removeRepository(root);
});

/** A page of the store's own address, with `ours` and `theirs` as clients. */
async function openClient(): Promise<Page> {
  const opened = await (await browser.newContext()).newPage();
  await opened.route(`${store.origin}/admin/`, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>CMS</title>" }),
  );
  await opened.goto(`${store.origin}/admin/`);
  await opened.addScriptTag({ content: bundle });
  await opened.evaluate(`
    const config = { backend: { branch: "main", proxy_url: "/api/cms" }, media_folder: "public/originals" };
    globalThis.ours = new cms.GitStoreBackend(config);
    globalThis.theirs = new cms.ProxyBackend(config);
  `);
  return opened;
}

interface Outcome {
  // biome-ignore lint/suspicious/noExplicitAny: what Decap's client gives is looked at field by field
  readonly value?: any;
  readonly error?: { message: string; name: string; status?: number; problems?: object[] };
}

/** Calls a method of a client in the page. */
function call(on: Page, client: "ours" | "theirs", method: string, ...args: unknown[]) {
  return on.evaluate(
    async ([name, method, args]): Promise<Outcome> => {
      // biome-ignore lint/suspicious/noExplicitAny: set up in openClient
      const client = (globalThis as any)[name];
      try {
        return { value: await client[method](...args) };
      } catch (error) {
        // An error loses its message on the way out of the page.
        const { message, name } = error as Error;
        return { error: { ...(error as object), message, name } };
      }
    },
    [client, method, args] as [string, string, unknown[]],
  );
}

const ours = (method: string, ...args: unknown[]) => call(page, "ours", method, ...args);
const entry = (raw: string) => ({ dataFiles: [{ path, slug, raw }], assets: [] });
const options = {
  useWorkflow: true,
  collectionName: collection,
  commitMessage: "-",
  status: "draft",
};
const approve = () => ours("updateUnpublishedEntryStatus", collection, slug, "pending_publish");

describe.each(["theirs", "ours"] as const)("a client (%s)", (client) => {
  const ask = (method: string, ...args: unknown[]) => call(page, client, method, ...args);

  it("lists and reads what is published", async () => {
    const { value: listed } = await ask("entriesByFolder", "src/content/agreements/2025", "mdx", 1);
    expect(listed.map(({ file }: { file: { path: string } }) => file.path)).toContain(path);
    expect((await ask("getEntry", path)).value).toMatchObject({ data: published, file: { path } });
    const page = "src/content/pages/impressum.mdx";
    const { value: files } = await ask("entriesByFiles", [{ path: page, label: "Impressum" }]);
    expect(files).toEqual([
      { data: readFileSync(page, "utf8"), file: { path: page, id: page, label: "Impressum" } },
    ]);
  });

  it("lists and reads originals", async () => {
    const original = "public/originals/2025/wetteraukreis.txt";
    const { value: media } = await ask("getMedia", "public/originals/2025");
    expect(media).toContainEqual(
      expect.objectContaining({ path: original, size: readFileSync(original).length }),
    );
    expect((await ask("getMediaFile", original)).value).toMatchObject({
      name: "wetteraukreis.txt",
      path: original,
    });
  });

  it("takes a new entry from draft to publication", async () => {
    const file = { path: "src/content/pages/hinweise.mdx", slug: "hinweise" };
    const text = "---\ntitle: Hinweise\ndescription: Was zu beachten ist.\n---\n\nText.\n";
    const saved = await ask(
      "persistEntry",
      { dataFiles: [{ ...file, raw: text }], assets: [] },
      options,
    );
    expect(saved.value).toMatchObject({ status: "draft" });
    expect((await ask("unpublishedEntries")).value).toEqual(["pages/hinweise"]);
    expect((await ask("unpublishedEntry", { id: "pages/hinweise" })).value).toMatchObject({
      collection: "pages",
      slug: "hinweise",
      status: "draft",
      diffs: [{ path: file.path, newFile: true }],
    });
    const read = await ask("unpublishedEntryDataFile", "pages", "hinweise", file.path, file.path);
    expect(read.value).toBe(text);
    for (const status of ["pending_review", "pending_publish"]) {
      await ask("updateUnpublishedEntryStatus", "pages", "hinweise", status);
      const { value } = await ask("unpublishedEntry", { collection: "pages", slug: "hinweise" });
      expect(value.status).toBe(status);
    }
    expect((await ask("publishUnpublishedEntry", "pages", "hinweise")).value).toEqual({
      message: "Seite „Hinweise“: neu und veröffentlicht.",
    });
    expect(git(root, "show", `main:${file.path}`)).toBe(text.trimEnd());
    expect((await ask("unpublishedEntries")).value).toEqual([]);
  });

  it("learns that an entry has no draft as Decap expects it", async () => {
    const { error } = await ask("unpublishedEntry", { collection, slug });
    expect(error).toMatchObject({
      name: "EDITORIAL_WORKFLOW_ERROR",
      notUnderEditorialWorkflow: true,
    });
  });
});

it("does not let Decap's own client overwrite what it cannot say it has read", async () => {
  await call(page, "theirs", "getEntry", path);
  const { error } = await call(page, "theirs", "persistEntry", entry(`${published}\n`), options);
  expect(error).toMatchObject({ status: 409 });
  expect((await ours("unpublishedEntries")).value).toEqual([]);
});

it("saves again and again what was opened once, and a published entry anew", async () => {
  await ours("getEntry", path);
  for (const comment of ["eins", "zwei", "drei"]) {
    const raw = published.replace("\nyear:", `\n# ${comment}\nyear:`);
    expect((await ours("persistEntry", entry(raw), options)).error).toBeUndefined();
  }
  await approve();
  expect((await ours("publishUnpublishedEntry", collection, slug)).error).toBeUndefined();
  expect(git(root, "show", `main:${path}`)).toContain("# drei");
  await ours("getEntry", path);
  expect((await ours("persistEntry", entry(published), options)).error).toBeUndefined();
});

it("refuses the second of two editors, saying who changed what, and keeps the first", async () => {
  const other = await openClient();
  await ours("getEntry", path);
  await call(other, "ours", "getEntry", path);
  const first = published.replace("amount: 1310490", "amount: 1400000");
  await ours("persistEntry", entry(first), options);
  // Lists that are loaded again do not make the form new.
  await call(other, "ours", "unpublishedEntry", { id: `${collection}/${slug}` });
  const { error } = await call(other, "ours", "persistEntry", entry(`${published}\n`), options);
  expect(error).toMatchObject({ status: 409 });
  expect(error?.message).toMatch(
    /^Wetteraukreis 2025 hat sich inzwischen geändert, zuletzt durch Erika Muster am \d+\. \S+ \d{4} um \d\d:\d\d Uhr: Fördersumme 1\.400\.000\s€ statt 1\.310\.490\s€ .*Ihr Text steht noch im Formular\./,
  );
  const draft = await ours("unpublishedEntryDataFile", collection, slug, path, path);
  expect(draft.value).toBe(first);
  await other.context().close();
});

it("names the field of a conflict, moves nothing, and publishes once it is settled", async () => {
  await ours("getEntry", path);
  const draft = published.replace("name: Heike Hofmann", "name: Heike  Hofmann");
  await ours("persistEntry", entry(draft), options);
  await approve();
  // Meanwhile somebody else has published another change of the same place.
  const theirs = published.replace("name: Heike Hofmann", "name: H. Hofmann");
  commitFromOutside(theirs);
  const before = git(root, "for-each-ref");
  const { error } = await ours("publishUnpublishedEntry", collection, slug);
  expect(error).toMatchObject({ status: 409 });
  expect(error?.message).toContain(`${path} veröffentlicht geändert: `);
  expect(error?.message).toContain("„H. Hofmann“ statt „Heike Hofmann“");
  expect(error?.message).toContain("Auf beiden Seiten geändert: Unterschriften.");
  expect(git(root, "for-each-ref")).toBe(before);

  await ours("persistEntry", entry(published), options);
  await approve();
  expect((await ours("publishUnpublishedEntry", collection, slug)).error).toBeUndefined();
  expect(git(root, "show", `main:${path}`)).toBe(published.trimEnd());
});

it("hands over the problems of the gate at their fields, and publishes nothing", async () => {
  await ours("getEntry", path);
  await ours(
    "persistEntry",
    entry(published.replace("amount: 1310490", "amount: 1.310.490")),
    options,
  );
  await approve();
  const main = git(root, "rev-parse", "main");
  const { error } = await ours("publishUnpublishedEntry", collection, slug);
  expect(error).toMatchObject({
    status: 422,
    problems: [{ code: "amount-not-digits", field: "Fördersumme", file: path }],
  });
  expect(error?.message).toMatch(/^Wetteraukreis 2025 wurde nicht veröffentlicht/);
  expect(git(root, "rev-parse", "main")).toBe(main);
});

it("shows the other cards of the board where one is gone since it was listed", async () => {
  expect((await ours("unpublishedEntry", { id: `${collection}/${slug}` })).value).toEqual({
    collection: "",
    slug: "",
    diffs: [],
  });
});

it("discards a draft", async () => {
  await ours("getEntry", path);
  await ours("persistEntry", entry(`${published}\n`), options);
  expect((await ours("deleteUnpublishedEntry", collection, slug)).error).toBeUndefined();
  expect((await ours("unpublishedEntries")).value).toEqual([]);
  expect(git(root, "log", "-1", "--format=%s", "--glob=refs/discarded")).toBe(
    "Wetteraukreis 2025: Entwurf gespeichert",
  );
});

it("proposes a deletion, which is reviewed and published like any change", async () => {
  await ours("getEntry", path);
  await ours("deleteFiles", [path], "-");
  expect(git(root, "show", `main:${path}`)).toBe(published.trimEnd());
  const { value } = await ours("unpublishedEntry", { id: `${collection}/${slug}` });
  expect(value).toMatchObject({ status: "draft", isDeletion: true });
  const shown = await ours("unpublishedEntryDataFile", collection, slug, path, path);
  expect(shown.value).toBe(published);
  await approve();
  expect((await ours("publishUnpublishedEntry", collection, slug)).value).toEqual({
    message: "Wetteraukreis 2025: gelöscht.",
  });
  expect(git(root, "ls-tree", "-r", "--name-only", "main")).not.toContain("2025/wetteraukreis");
});

it("keeps an uploaded original with the draft, and takes it out again", async () => {
  await ours("getEntry", path);
  const pdf = "public/originals/2025/wetteraukreis.pdf";
  const save = (withUpload: boolean) =>
    page.evaluate(
      ([path, slug, raw, pdf, withUpload, options]) =>
        // biome-ignore lint/suspicious/noExplicitAny: set up in openClient
        (globalThis as any).ours.persistEntry(
          {
            dataFiles: [{ path, slug, raw }],
            assets: withUpload ? [{ path: pdf, toBase64: async () => btoa("%PDF-1.7\n") }] : [],
          },
          options,
        ),
      [path, slug, `${published}\n`, pdf, withUpload, options] as const,
    );
  await save(true);
  const { value } = await ours("unpublishedEntry", { id: `${collection}/${slug}` });
  expect(value.diffs).toContainEqual({ id: pdf, path: pdf, newFile: true });
  const file = await ours("unpublishedEntryMediaFile", collection, slug, pdf, pdf);
  expect(file.value).toMatchObject({ path: pdf, size: 9 });
  await save(false);
  const after = await ours("unpublishedEntry", { id: `${collection}/${slug}` });
  expect(after.value.diffs).toHaveLength(1);
});

it("says that the store does not answer, instead of losing the text", async () => {
  await ours("getEntry", path);
  await store.close();
  const { error } = await ours("persistEntry", entry(`${published}\n`), options);
  expect(error?.message).toMatch(/^Die Redaktion ist nicht erreichbar\. Ihr Text steht noch/);
  store = await serve(storeOptions(root));
});

it("says the same where the store ends in the middle of an answer", async () => {
  await ours("getEntry", path);
  await page.route("**/api/cms", (route) =>
    route.fulfill({ contentType: "application/json", body: '{"version":"' }),
  );
  const { error } = await ours("persistEntry", entry(`${published}\n`), options);
  expect(error?.message).toMatch(/^Die Redaktion ist nicht erreichbar\. Ihr Text steht noch/);
});

it("lists the library without its contents, which the site has", async () => {
  const answer = page.waitForResponse("**/api/cms");
  const { value: media } = await ours("getMedia");
  const original = "originals/2025/wetteraukreis.txt";
  expect(media).toContainEqual({
    id: git(root, "rev-parse", `main:public/${original}`),
    name: "wetteraukreis.txt",
    path: `public/${original}`,
    size: readFileSync(`public/${original}`).length,
    url: `/${original}`,
    displayURL: `/${original}`,
  });
  expect(await (await answer).text()).not.toContain("content");
});

it("tells Decap who edits", async () => {
  expect((await ours("authenticate")).value).toMatchObject({
    name: "Erika Muster",
    email: "erika@example.org",
  });
});

/** As someone does who works with Git. */
function commitFromOutside(text: string): void {
  writeFileSync(join(root, path), text);
  git(root, "commit", "-q", "-a", "-m", "von außen");
}
