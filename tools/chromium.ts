import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

const places = [
  process.env.CHROMIUM_PATH ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Path of a Chromium on this machine: `CHROMIUM_PATH`, the system's, or Playwright's own. */
function findChromium(): string | undefined {
  return [...places, chromium.executablePath()].find((path) => existsSync(path));
}

/**
 * Finds a Chromium or installs one: Debian's package where that is possible, else Playwright's.
 *
 * @throws where neither can be had
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  console.log("Chromium wird für die Browsertests installiert …");
  try {
    install();
  } catch {
    // What is missing then is said below.
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    "Für die Browsertests fehlt Chromium. Installieren Sie es, oder nennen Sie seinen Ort in CHROMIUM_PATH.",
  );
}

function install(): void {
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    execFileSync("apt-get", ["update", "-qq"], { env: environment, stdio: "ignore" });
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      env: environment,
      stdio: "ignore",
    });
    return;
  }
  const cli = join(
    createRequire(import.meta.url).resolve("playwright-core/package.json"),
    "../cli.js",
  );
  execFileSync(process.execPath, [cli, "install", "chromium"], { stdio: "inherit" });
}
