// Prepares a fresh machine, then runs the script it was given, on the Node that the lockfile brings.
// Starts before anything is installed and on any Node, so: JavaScript, no dependency.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const bin = join(root, "node_modules", ".bin");
const stamp = join(root, "node_modules", ".setup");
// Builds make much that is soon forgotten; with more room for it they need a quarter less processor
// time (5,200 agreements). `npm run build` has it too.
const roomForGarbage = "--max-semi-space-size=64";

if (Number(process.versions.node.split(".")[0]) < 20) {
  fail(
    `Hier läuft Node.js ${process.versions.node}, gebraucht wird 20 oder neuer. Installieren Sie eine neuere Fassung von https://nodejs.org.`,
  );
}
if (spawnSync("git", ["--version"]).status !== 0) {
  fail(
    "Git fehlt. Installieren Sie es von https://git-scm.com und starten Sie den Befehl noch einmal.",
  );
}
if (!isInstalled()) install();
const [script, ...args] = process.argv.slice(2);
if (script) {
  const { status } = spawnSync(findNode(), [roomForGarbage, script, ...args], {
    cwd: root,
    stdio: "inherit",
    env: environment(),
  });
  process.exitCode = status ?? 1;
}

/** Changes with the dependencies and with the system they were installed for. */
function fingerprint() {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .update(process.platform + process.arch)
    .digest("hex");
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint();
}

function install() {
  console.log("Pakete werden installiert. Das dauert beim ersten Mal etwa eine Minute …");
  // Not `npm ci`: it refuses a lockfile without the binaries for other systems, and not every
  // registry carries all of them. With --no-save the lockfile decides and stays as it is.
  const args = ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: "inherit" })
    : spawnSync("npm", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (result.status !== 0) {
    fail(
      "Die Pakete ließen sich nicht installieren. Prüfen Sie die Verbindung zum Internet und die Meldung oben.",
    );
  }
  writeFileSync(stamp, fingerprint());
}

/** The lockfile brings Node 24 for common systems; elsewhere a recent one of the system will do. */
function findNode() {
  const bundled = join(bin, process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(bundled)) return bundled;
  if (isRecent(process.versions.node)) return process.execPath;
  return fail(
    `Für dieses System gibt es kein mitgeliefertes Node.js 24. Installieren Sie Node.js 22.22 oder neuer (hier läuft ${process.versions.node}).`,
  );
}

/** What the script starts in turn runs on the same Node. */
function environment() {
  return { ...process.env, PATH: bin + delimiter + process.env.PATH };
}

function isRecent(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 22);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
