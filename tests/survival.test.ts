import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { brokenFolder, copyWorld, printProblems } from "./world.ts";

const agreement = "src/content/agreements/2025/wetteraukreis.mdx";
const district = "src/content/districts/hanau.yaml";
const measure = "src/content/measures/ausbildung.yaml";
const year = "src/content/years/2025.mdx";
const page = "src/content/pages/impressum.mdx";
const original = "public/originals/2025/wetteraukreis.txt";
const pdf = "public/originals/2025/darmstadt.pdf";
const repairs = "public/originals/2025/wetteraukreis.repairs.yaml";

// Two seconds are the goal for any single file; a machine may be busy.
vi.setConfig({ testTimeout: 10_000 });

let root = "";
beforeEach(() => {
  root = copyWorld();
});
afterEach(() => rmSync(root, { recursive: true }));

const at = (file: string) => join(root, file);
const write = (file: string, content: string | Buffer) => writeFileSync(at(file), content);
const read = (file: string) => readFileSync(at(file), "utf8");
const replace = (file: string, make: () => void) => {
  rmSync(at(file), { recursive: true });
  make();
};
const makeFolder = (file: string) => mkdirSync(at(file), { recursive: true });
const resize = (file: string, bytes: number) => {
  write(file, "");
  truncateSync(at(file), bytes);
};

/** Puts an original's checksum into its agreement. */
const sign = (file: string, source: string) => {
  const sha256 = createHash("sha256")
    .update(readFileSync(at(source)))
    .digest("hex");
  write(file, read(file).replace(/sha256: .*/, `sha256: ${sha256}`));
};

/** What happens to folders and files, with what the gate prints then: `folders.txt`. */
const folderCases: Record<string, () => void> = {
  "an agreement that is empty": () => write(agreement, ""),
  "an agreement that is a picture": () =>
    write(agreement, Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0])),
  "an agreement in UTF-16": () =>
    write(agreement, Buffer.from(`\ufeff${read(agreement)}`, "utf16le")),
  "an agreement in Latin-1": () => write(agreement, Buffer.from(read(agreement), "latin1")),
  "an agreement with the line ends of Windows": () =>
    write(agreement, read(agreement).replaceAll("\n", "\r\n")),
  "an original that is another agreement's": () => {
    const other = "src/content/agreements/2024/wetteraukreis.mdx";
    rmSync(at("public/originals/2024/wetteraukreis.txt"));
    write("public/originals/2024/wetteraukreis.pdf", readFileSync(at(pdf)));
    write(other, read(other).replace("wetteraukreis.txt", "wetteraukreis.pdf"));
    sign(other, pdf);
  },
  "an agreement of 50 MB": () => resize(agreement, 50_000_000),
  "an agreement that is a folder": () => replace(agreement, () => makeFolder(agreement)),
  "an agreement that is a link": () =>
    replace(agreement, () => symlinkSync(`${root}/${page}`, at(agreement))),
  "an agreement that is a link to a device": () =>
    replace(agreement, () => symlinkSync("/dev/zero", at(agreement))),
  "an agreement too deep": () => {
    makeFolder("src/content/agreements/2025/alt");
    cpSync(at(agreement), at("src/content/agreements/2025/alt/wetteraukreis.mdx"));
  },
  "an agreement without a year": () => cpSync(at(agreement), at("src/content/agreements/neu.mdx")),
  "a year of agreements that is a link": () =>
    symlinkSync(at("src/content/agreements/2025"), at("src/content/agreements/2026")),
  "no folder of agreements": () => rmSync(at("src/content/agreements"), { recursive: true }),
  "a folder of agreements that is a file": () =>
    replace("src/content/agreements", () => write("src/content/agreements", "")),
  "a folder of agreements that is a link": () => {
    renameSync(at("src/content/agreements"), at("agreements"));
    symlinkSync(at("agreements"), at("src/content/agreements"));
  },
  "no folder of pages": () => rmSync(at("src/content/pages"), { recursive: true }),
  "a test among the content": () => write("src/content/gate.test.ts", "process.exit()"),
  "a folder beside those of the content": () => makeFolder("src/content/entwuerfe"),
  "a link beside the folders of the content": () =>
    symlinkSync(at("public"), at("src/content/public")),
  "a folder of all content that is a link": () => {
    renameSync(at("src/content"), at("content"));
    symlinkSync(at("content"), at("src/content"));
  },
  "a page with the address of all agreements": () =>
    cpSync(at(page), at("src/content/pages/vereinbarungen.mdx")),
  "a page with the address of the originals": () =>
    cpSync(at(page), at("src/content/pages/originals.mdx")),
  "a page with the address of the sitemap": () =>
    cpSync(at(page), at("src/content/pages/sitemap-index.mdx")),
  "a page that Windows takes for a device": () => cpSync(at(page), at("src/content/pages/con.mdx")),
  "a page with a name too long": () =>
    cpSync(at(page), at(`src/content/pages/${"a".repeat(81)}.mdx`)),
  "a year of the last century": () =>
    write("src/content/years/1999.mdx", read(year).replace("year: 2025", "year: 1999")),
  "agreements of the last century": () => {
    makeFolder("src/content/agreements/1999");
    cpSync(at(agreement), at("src/content/agreements/1999/wetteraukreis.mdx"));
  },
  "originals of the last century": () => {
    makeFolder("public/originals/1999");
    cpSync(at(original), at("public/originals/1999/wetteraukreis.txt"));
  },
  "a year's file that is a folder": () => makeFolder("src/content/years/2026.mdx"),
  "a folder among the districts": () => makeFolder("src/content/districts/2025"),
  "a district with another's key": () => write(district, read(district).replace("06415", "06440")),
  "a district that is a picture": () => write(district, Buffer.from([137, 80, 78, 71, 0])),
  "a district of 50 MB": () => resize(district, 50_000_000),
  "a measure in UTF-16": () =>
    write("src/content/measures/neu.yaml", Buffer.from(`\ufeff${read(measure)}`, "utf16le")),
  "a measure with an anchor that explodes": () =>
    write("src/content/measures/neu.yaml", explodingYaml()),
  "a year's file with a byte order mark": () =>
    write("src/content/years/2024.mdx", `\ufeff${read("src/content/years/2024.mdx")}`),
  "a year's file that is called otherwise": () =>
    cpSync(at(year), at("src/content/years/2026.mdx")),
  "a page that is empty": () => write(page, ""),
  "a page of 50 MB": () => resize(page, 50_000_000),
  "a page with a script": () => write(page, `${read(page)}\n<script>alert(1)</script>\n`),
  "a page that is a link": () => symlinkSync(at(year), at("src/content/pages/kontakt.mdx")),
  "an original that is a folder": () => replace(original, () => makeFolder(original)),
  "an original of 50 MB": () => resize(original, 50_000_000),
  "an original in Latin-1": () => {
    write(original, Buffer.from(read(original), "latin1"));
    sign(agreement, original);
  },
  "a document among the originals": () => write("public/originals/2025/entwurf.docx", "PK"),
  "a PDF that is none": () => {
    write(pdf, "<html></html>");
    sign("src/content/agreements/2025/darmstadt.mdx", pdf);
  },
  "a PDF above the limit": () => resize(pdf, 50_000_001),
  "repairs that are a picture": () => write(repairs, Buffer.from([137, 80, 78, 71, 0])),
  "repairs that are no list": () => write(repairs, "line: 3\n"),
  "repairs of 50 MB": () => resize(repairs, 50_000_000),
};

const printed = new Map<string, string>();

describe("content that is damaged is reported, never thrown", () => {
  it.each(Object.entries(folderCases))("%s", async (name, damage) => {
    damage();
    const lines = printProblems(root).map((line) => `${line.replaceAll(root, "")}\n`);
    expect(lines).not.toEqual([]);
    printed.set(name, lines.join(""));
  });

  it("prints exactly what was agreed on", async () => {
    const text = [...printed].map(([name, lines]) => `${name}\n${lines}`).join("\n");
    await expect(text).toMatchFileSnapshot(`../${brokenFolder}/folders.txt`);
  });
});

describe("what is no file is never opened", () => {
  it.each([agreement, district, year, page, original, repairs])("%s as a named pipe", (file) => {
    rmSync(at(file), { force: true });
    const { status } = spawnSync("mkfifo", [at(file)]);
    if (status !== 0) return;
    expect(printProblems(root)).toContainEqual(expect.stringContaining("[file-unexpected]"));
  });

  it.each([agreement, district, year, page, original, repairs])("%s that is locked", (file) => {
    if (!existsSync(at(file))) write(file, "[]\n");
    chmodSync(at(file), 0);
    const lines = printProblems(root).join("\n");
    // Root may read everything.
    if (process.getuid?.() !== 0) expect(lines).toContain("[file-unreadable]");
  });

  it("a folder of agreements that leads back to itself", () => {
    symlinkSync(at("src/content"), at("src/content/agreements/2023"));
    expect(printProblems(root)).toEqual([expect.stringContaining("[file-unexpected]")]);
  });
});

/** Bytes that a text may just have. */
const most = 63_000;

describe("64 kB that a parser would choke on are refused in time", () => {
  const bodies = [
    "[",
    "](",
    "[a](",
    "![",
    "> ",
    "- ",
    "1. ",
    "- > ",
    "*",
    "**a *b ",
    "_a__b",
    "`",
    "~",
    "|",
    "| a |\n",
    "{",
    "{}",
    "<",
    "<a>",
    "<a>\n\n",
    "</a>",
    "<a ",
    "<Amount />",
    "&#0;",
    "&amp",
    "\\",
    "[^1]",
    "[a]: b\n",
    "# ",
    "## § 1 A\n\n",
    "https://a",
    "a@a.a",
    "\t",
    "___ ",
    "1 Euro ",
    "\u0301",
    "\u202e",
  ];
  const heads = [
    "[",
    "{a: ",
    "- ",
    "? ",
    ": ",
    "&a ",
    "*a ",
    "!a ",
    "'",
    '"',
    "\\",
    ">\n",
    "|\n",
    "\n",
    "\t",
    "#",
    "a: a\n",
    "- a\n",
    "- &a\n",
    "<<: ",
    "a: 1e",
    "0<<: ",
    ": a",
  ];
  const many = (unit: string) => unit.repeat(Math.floor(most / Buffer.byteLength(unit)));
  const fill = (file: string, found: string, text: string) => {
    const source = read(file).replace(found, () => text);
    write(file, source.slice(0, most));
    expect(printProblems(root)).not.toEqual([]);
  };

  it.each(bodies)("%j in the wording of an agreement", (unit) => {
    fill(agreement, "Auch angesichts", many(unit));
  });

  it.each(["[a](x) ", "_a__b", "- > ", "<", "{"])("%j in a Muster and a page", (unit) => {
    write(page, `---\ntitle: Impressum\n---\n\n${many(unit)}`);
    fill(year, "Auch angesichts", many(unit));
  });

  it.each(heads)("%j in the facts of an agreement", (unit) => {
    fill(agreement, "wetteraukreis", many(unit));
  });

  it.each([">\n", "|\n", "[", "- "])("%j in a register", (unit) => {
    fill(district, '"06415"', many(unit));
  });

  it("10,000 brackets, opened and closed", () => {
    const nested = "[".repeat(10_000) + "]".repeat(10_000);
    write(repairs, nested);
    fill(district, '"06415"', nested);
    fill(agreement, "1310490", nested);
    fill(page, "Hier stehen", nested);
  });

  it.each([
    ["lines", (number: number) => `k${number}: 1\n`],
    ["one line", (number: number) => `k${number},`],
    ["explicit keys", (number: number) => `? k${number}\n`],
  ])("thousands of different fields in %s", (_, field) => {
    const fields = Array.from({ length: 20_000 }, (_, number) => field(number)).join("");
    const open = fields.includes(",") ? "all: {" : "";
    const started = performance.now();
    fill(district, "ags", `${open}${fields}`);
    fill(agreement, "district", `${open}${fields}`);
    expect(performance.now() - started).toBeLessThan(800);
  });

  it("anchors that explode", () => {
    write(repairs, explodingYaml());
    fill(district, "ags", explodingYaml());
    fill(agreement, "district", explodingYaml());
  });
});

function explodingYaml(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const values = Array.from({ length: 9 }, () => (level === 0 ? '"lol"' : `*a${level - 1}`));
    return `a${level}: &a${level} [${values.join(", ")}]`;
  });
  return `${levels.join("\n")}\n`;
}
