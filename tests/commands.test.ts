import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { status, stderr };
}

describe("a machine that lacks something is told so in one sentence", () => {
  it("names an old Node", () => {
    const old =
      "data:text/javascript,Object.defineProperty(process, 'versions', {value: {...process.versions, node: '18.19.1'}})";
    expect(run(["--import", old, "tools/setup.mjs"])).toEqual({
      status: 1,
      stderr:
        "Hier läuft Node.js 18.19.1, gebraucht wird 20 oder neuer. Installieren Sie eine neuere Fassung von https://nodejs.org.\n",
    });
  });

  it("names a missing git", () => {
    expect(run(["tools/setup.mjs"], { PATH: "/gibt/es/nicht" })).toEqual({
      status: 1,
      stderr:
        "Git fehlt. Installieren Sie es von https://git-scm.com und starten Sie den Befehl noch einmal.\n",
    });
  });

  it.each([
    [
      ["--editor", "Erika"],
      "--editor ist „Erika“. Nennen Sie Namen und Adresse: npm start -- --editor",
    ],
    [["--redaktion"], "Diese Angabe kennt npm start nicht. Es gibt: npm start -- --editor"],
  ])("names options that do not make sense: %s", (args, sentence) => {
    const { status, stderr } = run(["tools/start.ts", ...args], { PORT: "0" });
    expect(status).toBe(1);
    expect(stderr).toBe(`${sentence} "Erika Muster <erika.muster@example.org>"\n`);
  });

  it("names a port in use", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const { status, stderr } = run(["tools/start.ts"], { PORT: String(port) });
    server.close();
    expect(status).toBe(1);
    expect(stderr).toBe(
      `Port ${port} ist belegt. Beenden Sie das Programm, das ihn benutzt, oder wählen Sie einen anderen: PORT=${port + 1} npm start\n`,
    );
  });
});

it.runIf(isReserved(81))("names a port that is not for everyone", () => {
  expect(run(["tools/start.ts"], { PORT: "81" })).toEqual({
    status: 1,
    stderr:
      "Port 81 ist dem Administrator dieses Rechners vorbehalten. Wählen Sie einen ab 1024: PORT=4321 npm start\n",
  });
});

/** Not for administrators, and on some systems for nobody. */
function isReserved(port: number): boolean {
  const script = `require("node:net").createServer().listen(${port}, "127.0.0.1").unref()`;
  return run(["-e", script]).stderr.includes("EACCES");
}

describe("the documentation", () => {
  const documents = [
    "README.md",
    "CONTRIBUTING.md",
    ...readdirSync("docs")
      .filter((name) => name.endsWith(".md"))
      .map((name) => `docs/${name}`),
  ];
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));

  it.each(documents)("%s names only commands that exist", (file) => {
    const text = readFileSync(file, "utf8");
    const named = [...text.matchAll(/\bnpm (?:run )?([a-z][a-z:]*)/g)].map(([, name = ""]) => name);
    const builtIn = ["install", "ci", "pack", "packages", "package", "scripts", "script", "run"];
    expect(named.filter((name) => !(name in scripts) && !builtIn.includes(name))).toEqual([]);
  });

  it("shows exactly the two commands in the README", () => {
    const readme = readFileSync("README.md", "utf8");
    const shown = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = ""]) =>
      block.trim().split("\n"),
    );
    expect(shown.map((line) => line.replace(/\s+#.*/, ""))).toEqual(["npm start", "npm test"]);
  });
});

describe("the linter keeps the rooms apart", () => {
  const refused = [
    ["src/domain", "node:fs/promises"],
    ["src/domain/agreement", "../../loaders/loaders.ts"],
    ["src/domain", "../loaders/loaders.ts"],
    ["src/domain", "#queries/published.ts"],
    ["src/loaders", "#queries/published.ts"],
    ["src/queries", "#components/mdx/Amount.astro"],
    ["src/queries", "#loaders/registers.ts"],
    ["src/build-guards", "#queries/published.ts"],
    ["src/components", "astro:content"],
    ["src/components/mdx", "#queries/published.ts"],
    ["src/pages", "#loaders/loaders.ts"],
    ["src/search-index", "#queries/published.ts"],
    ["src/build-output", "#components/Base.astro"],
    ["src/git-store", "#loaders/check-content.ts"],
    ["src/pages", "#git-store/store.ts"],
    ["src/admin", "#git-store/store.ts"],
    ["src/admin", "node:fs"],
  ] as const;
  const allowed = [
    ["src/domain", "zod"],
    ["src/loaders", "#domain/paths.ts"],
    ["src/queries", "#loaders/wording-store.ts"],
    ["src/build-guards", "#loaders/content-error.ts"],
    ["src/search-index", "#domain/paths.ts"],
    ["src/pages", "#queries/published.ts"],
    ["src/components", "#domain/format.ts"],
    ["src/git-store", "#domain/editing/entries.ts"],
    ["src/admin", "decap-cms-backend-proxy"],
  ] as const;

  it("refuses what crosses them and nothing else", () => {
    const root = mkdtempSync(join(tmpdir(), "rooms-"));
    cpSync("biome.json", join(root, "biome.json"));
    const files = [...refused, ...allowed].map(([folder, imported], index) => {
      const file = `${folder}/import-${index}.ts`;
      mkdirSync(join(root, folder), { recursive: true });
      writeFileSync(join(root, file), `import * as x from "${imported}";\nexport const y = x;\n`);
      return file;
    });
    const { stdout, stderr } = spawnSync(
      resolve("node_modules/.bin/biome"),
      ["lint", "--only=style/noRestrictedImports", "--vcs-enabled=false", "--max-diagnostics=none"],
      { cwd: root, encoding: "utf8" },
    );
    rmSync(root, { recursive: true });
    const found = files.filter((file) => `${stdout}${stderr}`.includes(`${file}:1`));
    expect(found).toEqual(files.slice(0, refused.length));
  });
});
