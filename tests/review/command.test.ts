import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { git, makeRepository, removeRepository } from "../git-store/world.ts";

const wetterau = "src/content/agreements/2025/wetteraukreis.mdx";
const kassel = "src/content/agreements/2024/kassel.mdx";
const person = ["-c", "user.name=Erika Muster", "-c", "user.email=erika@example.org"];
const command = resolve("tools/review.ts");

// On a busy machine each git takes a while.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let origin: string;
let root: string;

beforeAll(() => {
  origin = makeRepository();
});
afterAll(() => removeRepository(origin));
beforeEach(() => {
  root = clone(origin);
});
afterEach(() => removeRepository(root));

describe("what is compared", () => {
  it("is the branch with the main branch", () => {
    git(root, "checkout", "-q", "-b", "entwurf");
    commit(replaced(wetterau, "amount: 1310490", "amount: 1319490"));
    expect(report()).toEqual([
      "Prüfbericht: main → HEAD",
      "1 Eintrag geändert, 1 Problem.",
      "",
      "Wetteraukreis 2025 (1 Betrag)",
      "  Fördersumme 1.319.490 € statt 1.310.490 € (+0,7 %).",
      "",
      "Hält die Veröffentlichung auf:",
      expect.stringContaining("[wording-differs]"),
    ]);
  });

  it("is the main branch itself with what was fetched of it", () => {
    commit(replaced(kassel, "place: Kassel", "place: Baunatal"));
    expect(report()[0]).toBe("Prüfbericht: origin/main → HEAD");
  });

  it("is the last commit of the main branch with the one before", () => {
    git(root, "remote", "remove", "origin");
    commit(replaced(kassel, "place: Kassel", "place: Baunatal"));
    expect(report()).toContain(
      "  Unterschrift von […]r. Sven Sc[…]oeller: Ort „Baunatal“ statt „Kassel“.",
    );
    expect(report()[0]).toBe("Prüfbericht: HEAD^ → HEAD");
  });

  it("is what the names say", () => {
    commit(replaced(wetterau, "place: Friedberg", "place: Nidda"));
    git(root, "tag", "eins");
    commit(replaced(wetterau, "place: Nidda", "place: Büdingen"));
    git(root, "branch", "zwei");
    commit(replaced(wetterau, "place: Büdingen", "place: Butzbach"));
    expect(report("eins", "zwei")).toContain(
      "  Unterschrift von Marion Götz: Ort „Büdingen“ statt „Nidda“.",
    );
  });

  it("is only the branch's own work, where it took in the main branch", () => {
    git(root, "checkout", "-q", "-b", "entwurf");
    commit(replaced(wetterau, "place: Friedberg", "place: Nidda"));
    git(root, "checkout", "-q", "main");
    commit(replaced(kassel, "place: Kassel", "place: Baunatal"));
    git(root, "checkout", "-q", "entwurf");
    git(root, "merge", "-q", "--no-edit", "main");
    expect(report().filter((line) => /^\S.*\(/.test(line))).toEqual([
      "Wetteraukreis 2025 (1 Unterschrift)",
    ]);
  });

  it("leaves out what the main branch did in the meantime", () => {
    git(root, "checkout", "-q", "-b", "entwurf");
    commit(replaced(wetterau, "place: Friedberg", "place: Nidda"));
    git(root, "checkout", "-q", "main");
    commit(replaced(kassel, "place: Kassel", "place: Baunatal"));
    const [, ...lines] = report("main", "entwurf");
    expect(lines.join("\n")).not.toContain("Kassel");
    expect(lines.join("\n")).toContain("Nidda");
  });

  it("is nothing in an empty commit", () => {
    git(root, "commit", "-q", "--allow-empty", "-m", "Leer");
    expect(report().slice(1)).toEqual(["Nichts geändert."]);
  });

  it("says that the folder has more than the commit", () => {
    commit(replaced(wetterau, "place: Friedberg", "place: Nidda"));
    replaced(kassel, "place: Kassel", "place: Baunatal")();
    expect(report()).toContain(
      "Im Ordner liegen Änderungen, die noch in keinem Commit stehen; sie sind nicht verglichen.",
    );
  });

  it("is both as they are, where they have no history in common", () => {
    git(root, "checkout", "-q", "--orphan", "fremd");
    replaced(wetterau, "place: Friedberg", "place: Nidda")();
    git(root, "add", "-A");
    git(root, "commit", "-q", "-m", "Fremd");
    const lines = report("main", "fremd");
    expect(lines).toContain(
      "„main“ und „fremd“ haben keine gemeinsame Vorgeschichte; verglichen sind beide, wie sie sind.",
    );
    expect(lines).toContain("  Unterschrift von Marion Götz: Ort „Nidda“ statt „Friedberg“.");
  });
});

describe("a version that is not there", () => {
  it.each([
    ["a name that nobody gave", ["nirgends"], "Den Stand „nirgends“ gibt es im Repository nicht."],
    [
      "a new version that is unknown",
      ["main", "nie"],
      "Den Stand „nie“ gibt es im Repository nicht.",
    ],
    [
      "a name like an option",
      ["--", "--output=x"],
      "Den Stand „--output=x“ gibt es im Repository nicht.",
    ],
    ["an option", ["--output=x"], "Diese Angaben versteht der Prüfbericht nicht."],
    ["a range", ["main..HEAD"], "Den Stand „main..HEAD“ gibt es im Repository nicht."],
    ["an empty name", [""], "Den Stand „“ gibt es im Repository nicht."],
    ["a name with a line break", ["a\nb"], "Den Stand „a�b“ gibt es im Repository nicht."],
    ["a third version", ["a", "b", "c"], "Diese Angaben versteht der Prüfbericht nicht."],
    ["another format", ["--format", "pdf"], "Diese Angaben versteht der Prüfbericht nicht."],
    [
      "a preview that is no address",
      ["--preview", "javascript:x"],
      "Diese Angaben versteht der Prüfbericht nicht.",
    ],
    ["a file, not a commit", ["HEAD:package.json"], "gibt es im Repository nicht."],
  ])("is told: %s", (_, names, sentence) => {
    expect(refusal(...names)).toContain(sentence);
  });

  it("is told: no main branch and no commit before", () => {
    git(root, "branch", "-m", "anders");
    git(root, "remote", "remove", "origin");
    expect(refusal()).toContain("Es gibt keinen Branch „main“ und keinen Stand vor „HEAD“.");
  });

  it("is told: no commit at all", () => {
    const empty = mkdtempSync(join(tmpdir(), "review-"));
    git(empty, "init", "-q", "-b", "main");
    expect(refusalIn(empty)).toContain("Das Repository enthält noch keinen Commit");
    removeRepository(empty);
  });

  it("is told: no repository", () => {
    const empty = mkdtempSync(join(tmpdir(), "review-"));
    expect(refusalIn(empty)).toMatch(/Git-Repository/);
    removeRepository(empty);
  });

  it("is told: the history was not fetched", () => {
    git(root, "checkout", "-q", "-b", "entwurf");
    commit(replaced(wetterau, "place: Friedberg", "place: Nidda"));
    git(root, "checkout", "-q", "main");
    commit(replaced(kassel, "place: Kassel", "place: Baunatal"));
    const shallow = mkdtempSync(join(tmpdir(), "review-"));
    git(shallow, "clone", "-q", "--depth=1", "--no-single-branch", `file://${root}`, "kopie");
    const copy = join(shallow, "kopie");
    expect(refusalIn(copy, "origin/main", "origin/entwurf")).toContain("git fetch --unshallow");
    expect(refusalIn(copy, "HEAD^")).toContain("git fetch --unshallow");
    removeRepository(shallow);
  });
});

describe("a file that is not what it should be", () => {
  it.each([
    [
      "is renamed",
      () => renameSync(at(wetterau), at("src/content/agreements/2025/Wetterau.mdx")),
      [
        "  Unerwartete Dateien im Inhalt: src/content/agreements/2025/Wetterau.mdx (neu)",
        "Wetteraukreis 2025 (entfernt)",
      ],
    ],
    [
      "is no text",
      () => writeFileSync(at(wetterau), Buffer.from([0, 1, 2, 255])),
      ["  Die Datei ist kein Text mehr und lässt sich nicht vergleichen (4 Byte statt 8 kB)."],
    ],
    [
      "is broken",
      () => replaced(wetterau, "projects:\n", "projects: [\n")(),
      [
        "  Die Angaben am Anfang der neuen Fassung lassen sich nicht lesen; verglichen sind ihre Zeilen.",
        "  Zeilen geändert: „projects: [“ statt „projects:“.",
      ],
    ],
    [
      "is a link",
      () => {
        rmSync(at(wetterau));
        symlinkSync("darmstadt.mdx", at(wetterau));
      },
      ["  Statt der Datei steht hier ein Verweis auf eine andere Datei."],
    ],
    [
      "is another repository",
      () => {
        rmSync(at(wetterau));
        mkdirSync(at(wetterau));
        git(at(wetterau), "init", "-q");
        git(at(wetterau), ...person, "commit", "-q", "--allow-empty", "-m", "Anderes");
      },
      ["  Statt der Datei steht hier ein anderes Git-Repository."],
    ],
    [
      "may be run",
      () => {
        git(root, "config", "core.fileMode", "true");
        chmodSync(at(wetterau), 0o755);
      },
      ["  Rechte der Datei geändert, kein Inhalt."],
    ],
    [
      "lies in a folder of its name",
      () => {
        rmSync(at(wetterau));
        git(root, "rm", "-q", "--cached", wetterau);
        mkdirSync(at(wetterau));
        writeFileSync(at(`${wetterau}/datei.txt`), "x");
      },
      [
        `  Unerwartete Dateien im Inhalt: ${wetterau}/datei.txt (neu)`,
        "Wetteraukreis 2025 (entfernt)",
      ],
    ],
    [
      "has a name that no text has",
      () =>
        writeFileSync(
          Buffer.concat([Buffer.from(at("src/content/pages/")), Buffer.from([0xff, 0x2e])]),
          "x",
        ),
      ["  Unerwartete Dateien im Inhalt: src/content/pages/\ufffd. (neu)"],
    ],
  ])("%s; the rest is complete", (_, spoil, sentences) => {
    spoil();
    commit(replaced(kassel, "place: Kassel", "place: Baunatal"));
    const lines = report("origin/main");
    for (const sentence of sentences) {
      expect(lines.some((line) => line.startsWith(sentence))).toBe(true);
    }
    expect(lines).toContain(
      "  Unterschrift von […]r. Sven Sc[…]oeller: Ort „Baunatal“ statt „Kassel“.",
    );
  });

  it("has a name that leads elsewhere: nothing is checked, and the report says so", () => {
    const name = Buffer.concat([Buffer.from(at("src/content/pages/")), Buffer.from([0xff, 0x2e])]);
    writeFileSync(name, "x");
    commit(replaced(kassel, "place: Kassel", "place: Baunatal"));
    const lines = report();
    expect(lines[1]).toBe("1 Eintrag geändert, 1 Datei außerhalb des Inhalts, nicht geprüft.");
    expect(lines[2]).toMatch(/lässt sich nicht prüfen/);
  });

  it("was broken and is put right", () => {
    commit(replaced(wetterau, "projects:\n", "projects: [\n"));
    commit(replaced(wetterau, "projects: [\n", "projects:\n"));
    expect(report("HEAD^")).toContain(
      "  Die Angaben am Anfang der bisherigen Fassung ließen sich nicht lesen; verglichen sind ihre Zeilen.",
    );
  });
});

it.each(["markdown", "html", "json"])("writes %s", (format) => {
  commit(replaced(wetterau, "place: Friedberg", "place: Nidda"));
  const { stdout, status } = run(root, "--format", format, "--preview", "https://a.example/");
  expect(status).toBe(0);
  expect(stdout).toContain("Nidda");
  expect(stdout).toContain("https://a.example/vereinbarungen/2025/wetteraukreis/");
});

it("leaves nothing behind", () => {
  commit(replaced(wetterau, "place: Friedberg", "place: Nidda"));
  appendFileSync(at(".git/info/exclude"), ".cache/\n");
  report();
  expect(git(root, "status", "--porcelain")).toBe("");
});

function clone(from: string): string {
  const copy = mkdtempSync(join(tmpdir(), "review-"));
  git(copy, "clone", "-q", from, ".");
  git(copy, "config", "user.name", "Erika Muster");
  git(copy, "config", "user.email", "erika@example.org");
  return copy;
}

function at(path: string): string {
  return join(root, path);
}

function replaced(path: string, from: string, to: string): () => void {
  return () => {
    const text = readFileSync(at(path), "utf8");
    if (!text.includes(from)) throw new Error(`${path} does not have ${from}`);
    writeFileSync(at(path), text.replace(from, to));
  };
}

function commit(edit: () => void): void {
  edit();
  git(root, "add", "-A");
  git(root, "commit", "-q", "-m", "Änderung");
}

function run(folder: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: "utf8" });
}

/** The lines of the report; blanks are all alike. */
function report(...names: readonly string[]): string[] {
  const { stdout, stderr, status } = run(root, ...names);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout.trimEnd().replaceAll("\u00a0", " ").split("\n");
}

/** What is told in place of a report: a line, no more. */
function refusal(...names: readonly string[]): string {
  return refusalIn(root, ...names);
}

function refusalIn(folder: string, ...names: readonly string[]): string {
  const { stdout, stderr, status } = run(folder, ...names);
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(stderr).not.toMatch(/\bat .*:\d+|Error|fatal|bitte|ungültig/);
  return stderr.trimEnd();
}
