import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { devNull } from "node:os";
import { Refusal } from "./refusal.ts";
import { diskFull, notWritable } from "./system-errors.ts";

/** What a git command printed. */
export interface GitOutput {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export interface GitOptions {
  readonly input?: string | Buffer;
  readonly environment?: Readonly<Record<string, string>>;
  /** Exit codes that are an answer, not a failure; only 0 where absent. */
  readonly expected?: readonly number[];
}

/** The installed git, in one repository. */
export interface Git {
  /**
   * Runs a command; every argument reaches git as it is, never through a shell.
   *
   * @throws Refusal where git fails for a reason a person can do something about
   */
  run(args: readonly string[], options?: GitOptions): Promise<GitOutput>;
  /** Starts a command that is spoken to over time. */
  start(args: readonly string[]): ChildProcessWithoutNullStreams;
}

/** The same for everyone, whatever their configuration: no hooks, no helpers, no upkeep. */
const settings = [
  `core.hooksPath=${devNull}`,
  "core.fsmonitor=false",
  "core.fsync=committed",
  "core.filesRefLockTimeout=2000",
  "core.packedRefsTimeout=2000",
  "core.quotePath=false",
  "gc.auto=0",
  "i18n.commitEncoding=UTF-8",
].flatMap((setting) => ["-c", setting]);

const always = ["--literal-pathspecs", "--no-replace-objects", "--no-optional-locks", ...settings];

/** @param root a folder within the repository */
export function openGit(root: string): Git {
  const start = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
    spawn("git", [...always, ...args], {
      cwd: root,
      env: { ...cleanEnvironment(), ...environment },
      windowsHide: true,
    });
  return {
    start,
    run: (args, { input = "", environment, expected = [0] } = {}) =>
      new Promise((resolve, reject) => {
        const child = start(args, environment);
        const stdout: Buffer[] = [];
        const stderr: Buffer[] = [];
        child.stdout.on("data", (chunk) => stdout.push(chunk));
        child.stderr.on("data", (chunk) => stderr.push(chunk));
        // Git may end before it has read everything; its exit code tells more.
        child.stdin.on("error", () => undefined);
        child.on("error", () => reject(gitMissing()));
        child.on("close", (code) => {
          const output = {
            status: code ?? -1,
            stdout: Buffer.concat(stdout),
            stderr: Buffer.concat(stderr).toString(),
          };
          if (expected.includes(output.status)) resolve(output);
          else reject(explainFailure(args[0], output.stderr));
        });
        child.stdin.end(input);
      }),
  };
}

/** Nothing that points git elsewhere; messages in English, because some of them are read. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  return { ...Object.fromEntries(inherited), LC_ALL: "C", GIT_TERMINAL_PROMPT: "0" };
}

export function gitMissing(): Refusal {
  return new Refusal(
    503,
    "Git lässt sich nicht starten. Installieren Sie Git 2.38 oder neuer von https://git-scm.com und starten Sie npm start noch einmal.",
  );
}

const tooOld =
  "Das installierte Git ist zu alt. Gebraucht wird Git 2.38 oder neuer von https://git-scm.com.";

/**
 * Said before the first draft, not when the first one is published.
 *
 * @throws Refusal where git is older than what the store was made for
 */
export async function checkVersion(git: Git): Promise<void> {
  const { stdout } = await git.run(["version"]);
  const [, major, minor] = stdout.toString().match(/(\d+)\.(\d+)/) ?? [];
  if (Number(major) * 1000 + Number(minor) < 2038) throw new Refusal(503, tooOld);
}

const reasons: readonly [RegExp, status: number, sentence: string][] = [
  [/No space left on device|Disk quota exceeded|File too large/i, ...diskFull],
  // Git does not say why; a lock is written in one piece of 41 bytes.
  [/couldn't write '.+\.lock'/, ...diskFull],
  [/Read-only file system|Permission denied|insufficient permission/i, ...notWritable],
  [
    /not a git repository/i,
    503,
    "Der Ordner ist kein Git-Repository. Holen Sie das Projekt mit git clone und starten Sie npm start dort.",
  ],
  [
    /dubious ownership/i,
    503,
    "Git öffnet das Repository nicht, weil der Ordner einem anderen Konto gehört. Starten Sie npm start unter dem Konto, dem er gehört.",
  ],
  [/is not a git command|unknown option|usage: git/i, 503, tooOld],
];

/** What a person can do about a failure; otherwise an error of ours, for the console. */
export function explainFailure(command: string | undefined, stderr: string): Error {
  const reason = reasons.find(([pattern]) => pattern.test(stderr));
  if (reason) return new Refusal(reason[1], reason[2]);
  return new GitError(`git ${command} failed: ${stderr.trim()}`, stderr);
}

/** Git failed in a way that nobody expected. */
export class GitError extends Error {
  override name = "GitError";

  readonly stderr: string;

  constructor(message: string, stderr: string) {
    super(message);
    this.stderr = stderr;
  }
}
