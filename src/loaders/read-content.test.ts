import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withoutWarnings } from "#domain/problem.ts";
import {
  checkAgreementText,
  listAgreementFiles,
  readAgreement,
  readAgreementSource,
  repairsFile,
} from "./agreement-files.ts";
import { checkContent, checkPages } from "./check-content.ts";
import {
  readDistricts,
  readMeasures,
  readRegisters,
  readYears,
  registerProblems,
} from "./registers.ts";

const file = "src/content/agreements/2025/darmstadt.mdx";
let root = "";

// A copy of the real content, so that each test can damage it.
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "zielvereinbarungen-"));
  for (const folder of ["src/content", "src/pages", "public/originals"]) {
    cpSync(folder, join(root, folder), { recursive: true });
  }
});

afterEach(() => rmSync(root, { recursive: true }));

function edit(path: string, found: string | RegExp, replacement: string): void {
  const text = readFileSync(join(root, path), "utf8");
  const changed = text.replace(found, replacement);
  expect(changed).not.toBe(text);
  writeFileSync(join(root, path), changed);
}

function sourceOf(path: string) {
  const source = readAgreementSource(root, path, readRegisters(root));
  if ("problem" in source) throw new Error(`${path} could not be read`);
  return source;
}

/** Puts a PDF in the place of Darmstadt's original. */
function writePdf(path: string, content = "%PDF-1.7"): void {
  writeFileSync(join(root, path), content);
  edit(file, "darmstadt.txt", "darmstadt.pdf");
  edit(file, /sha256: .*/, `sha256: ${createHash("sha256").update(content).digest("hex")}`);
}

const digest = () => sourceOf(file).digest;

function problems() {
  const found = readAgreement(root, file, readRegisters(root)).problems;
  return withoutWarnings(found).map(({ file: at, line, code }) => `${at}:${line} ${code}`);
}

describe("registers", () => {
  it("know each entry by its file's name", () => {
    const { districts, measures, years } = readRegisters(root);
    expect(districts.get("darmstadt")?.value).toMatchObject({ slug: "darmstadt", ags: "06411" });
    expect(measures.get("ausbildung")?.value).toMatchObject({ slug: "ausbildung", order: 2 });
    expect(years.get(2025)?.value?.year.year).toBe(2025);
    expect(districts.get("darmstadt")).toMatchObject({
      file: "src/content/districts/darmstadt.yaml",
      problems: [],
    });
  });

  it.each([
    [
      "districts",
      "src/content/districts/darmstadt.yaml",
      'ags: "06411"',
      "ags: 6411",
      readDistricts,
    ],
    ["measures", "src/content/measures/ausbildung.yaml", "order: 2", "order: zwei", readMeasures],
    ["years", "src/content/years/2025.mdx", "year: 2025", "year: 25", readYears],
  ] as const)("report what is wrong with %s and give no value", (_, path, found, put, read) => {
    edit(path, found, put);
    const entry = read(root).find((candidate) => candidate.file === path);
    expect(entry?.value).toBeUndefined();
    expect(entry?.problems).toMatchObject([{ file: path, code: "field-value" }]);
  });
});

describe("the file of a programme year", () => {
  it("is named after it", () => {
    edit("src/content/years/2025.mdx", "year: 2025", "year: 2026");
    expect(registerProblems(readRegisters(root))).toEqual([
      {
        code: "file-place",
        file: "src/content/years/2025.mdx",
        line: 1,
        field: "Programmjahr",
        message:
          "Die Angaben gehören zu 2026.mdx. Benennen Sie die Datei um, oder berichtigen Sie das Programmjahr.",
      },
    ]);
  });
});

describe("listAgreementFiles", () => {
  it("gives the agreements of all years in order, and nothing else", () => {
    const before = listAgreementFiles(root);
    expect(before).toContain(file);
    expect(before).toEqual([...before].sort());
    writeFileSync(join(root, "src/content/agreements/2025/notes.txt"), "");
    writeFileSync(join(root, "src/content/agreements/LIESMICH.mdx"), "");
    expect(listAgreementFiles(root)).toEqual(before);
  });
});

describe("the digest of an agreement", () => {
  it("stays the same while nothing changes", () => {
    expect(digest()).toBe(digest());
    expect(sourceOf(file).id).toBe("2025/darmstadt");
  });

  it.each([
    ["its text", file, "Jugendatelier", "Jugendwerkstatt"],
    ["its original", "public/originals/2025/darmstadt.txt", "Jugendatelier", "Jugendwerkstatt"],
    ["its repairs", "public/originals/2025/darmstadt.repairs.yaml", "line: 93", "line: 94"],
    ["its district", "src/content/districts/darmstadt.yaml", "seat: Darmstadt", "seat: Bessungen"],
    ["its year", "src/content/years/2025.mdx", "HMSI", "HMAI"],
  ])("changes with %s", (_, path, found, replacement) => {
    const before = digest();
    edit(path, found, replacement);
    expect(digest()).not.toBe(before);
  });

  it("changes when its repairs or a Maßnahmenart go", () => {
    const before = digest();
    rmSync(join(root, "public/originals/2025/darmstadt.repairs.yaml"));
    const without = digest();
    rmSync(join(root, "src/content/measures/weiterbildung.yaml"));
    expect(new Set([before, without, digest()]).size).toBe(3);
  });

  it.each([
    ["another agreement", "src/content/agreements/2024/kassel.mdx", "Kassel", "Cassel"],
    ["another district", "src/content/districts/kassel.yaml", "Kassel", "Cassel"],
    ["another year", "src/content/years/2024.mdx", "HMSI", "HMAI"],
  ])("stays the same when %s changes", (_, path, found, replacement) => {
    const before = digest();
    edit(path, found, replacement);
    expect(digest()).toBe(before);
  });
});

describe("readAgreement", () => {
  it("gives agreement and repairs of a sound file", () => {
    const read = readAgreement(root, file, readRegisters(root));
    const { agreement, repairs, source, isCompared } = read;
    expect(problems()).toEqual([]);
    expect(source).toBe(readFileSync(join(root, file), "utf8"));
    expect(isCompared).toBe(true);
    expect(agreement?.facts.amount).toBe(1000280);
    expect(repairs.map(({ line }) => line)).toEqual([93, 95, 105]);
  });

  it.each([
    ["a missing district", "src/content/districts/darmstadt.yaml", [`${file}:2 district-unknown`]],
    ["a missing year", "src/content/years/2025.mdx", [`${file}:3 year-unknown`]],
    [
      "a missing Maßnahmenart",
      "src/content/measures/ausbildung.yaml",
      [`${file}:80 measure-unknown`],
    ],
    ["a missing original", "public/originals/2025/darmstadt.txt", [`${file}:32 source-missing`]],
    [
      "missing repairs",
      "public/originals/2025/darmstadt.repairs.yaml",
      [`${file}:104 wording-differs`],
    ],
  ])("reports %s", (_, path, expected) => {
    rmSync(join(root, path));
    expect(problems()).toEqual(expected);
  });

  it("reports a file that is none, and nothing else of it", () => {
    rmSync(join(root, file));
    mkdirSync(join(root, file));
    expect(problems()).toEqual([`${file}:1 file-unreadable`]);
    expect(readAgreementSource(root, file, readRegisters(root))).toMatchObject({
      problem: { code: "file-unreadable", file },
    });
  });

  it("reads a text that is not what lies in the file by the same rules", () => {
    const { source } = sourceOf(file);
    const text = { file, source: source.replace("Jugendatelier", "Jugendwerkstatt") };
    const read = checkAgreementText(root, text, readRegisters(root));
    expect(read.source).toBe(text.source);
    expect(withoutWarnings(read.problems)).toMatchObject([{ code: "wording-differs", file }]);
    expect(problems()).toEqual([]);
  });

  it("reports an original that was touched, be it only by a line end", () => {
    edit("public/originals/2025/darmstadt.txt", /$/, "\n");
    expect(problems()).toEqual([`${file}:33 source-changed`]);
  });

  it("reports a list of repairs that cannot be read, in that list", () => {
    edit("public/originals/2025/darmstadt.repairs.yaml", "line: 93", "line: drei");
    expect(problems()).toContain("public/originals/2025/darmstadt.repairs.yaml:3 field-value");
  });

  it("reports facts that cannot be read, without an agreement", () => {
    edit(file, "amount: 1000280", "amount: 1.000.280");
    expect(problems()).toEqual([`${file}:4 amount-not-digits`]);
  });

  it("leaves a PDF without its text to its checksum", () => {
    const text = "public/originals/2025/darmstadt";
    rmSync(join(root, `${text}.txt`));
    writePdf(`${text}.pdf`);
    edit(file, "Jugendatelier", "Jugendwerkstatt");
    expect(problems()).toEqual([]);
  });
});

describe("checkPages", () => {
  it("reports what must not be compiled, with its file", () => {
    edit("src/content/pages/impressum.mdx", /$/, "\n\n{process.env.TOKEN}\n");
    expect(checkPages(root, () => new Set())).toMatchObject([
      { file: "src/content/pages/impressum.mdx", code: "content-markup" },
    ]);
  });
});

it.each([
  ["originals/2025/darmstadt.txt", "originals/2025/darmstadt.repairs.yaml"],
  ["originals/2014/kassel.pdf", "originals/2014/kassel.repairs.yaml"],
])("lists the repairs of %s in %s", (original, expected) => {
  expect(repairsFile(original)).toBe(expected);
});

describe("checkContent", () => {
  const codes = () =>
    withoutWarnings(checkContent(root)).map(({ file: at, code }) => `${at} ${code}`);

  it("finds nothing wrong with the real content", () => {
    expect(codes()).toEqual([]);
  });

  it("reports problems of all collections at once", () => {
    edit("src/content/agreements/2025/darmstadt.mdx", "amount: 1000280", "amount: 1.000.280");
    edit("src/content/districts/fulda.yaml", 'ags: "06631"', 'ags: "06632"');
    edit("src/content/pages/impressum.mdx", /$/, "\nexport const a = 1\n");
    writeFileSync(join(root, "public/originals/2025/darmstadt.html"), "<script>alert(1)</script>");
    expect(codes().sort()).toEqual([
      "public/originals/2025/darmstadt.html file-unexpected",
      "src/content/agreements/2025/darmstadt.mdx amount-not-digits",
      "src/content/districts/hersfeld-rotenburg.yaml register-entry",
      "src/content/pages/impressum.mdx content-markup",
    ]);
  });

  it.each([
    ["an agreement without a year", "src/content/agreements/neu.mdx"],
    ["an ending in capitals", "src/content/agreements/2025/NEU.MDX"],
    ["a district with blanks", "src/content/districts/Bad Ort.yaml"],
    ["a page whose address is taken", "src/content/pages/suche.mdx"],
    ["a page in place of districts", "src/content/pages/kommunen.mdx"],
    ["a page in place of measures", "src/content/pages/massnahmen.mdx"],
    ["a page in place of years", "src/content/pages/jahre.mdx"],
    ["a page in place of open data", "src/content/pages/api.mdx"],
    ["a page in place of the search index", "src/content/pages/pagefind.mdx"],
    ["a page in place of the home page", "src/content/pages/index.mdx"],
    ["a page in place of an error", "src/content/pages/500.mdx"],
    ["a test among the content", "src/content/agreements.test.ts"],
    ["a document of another kind", "public/originals/2025/geheim.docx"],
  ])("names %s", (_, path) => {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), readFileSync(join(root, "src/content/pages/impressum.mdx")));
    expect(codes()).toContain(`${path} file-unexpected`);
  });

  it("names a folder too deep once, not what lies in it", () => {
    mkdirSync(join(root, "src/content/agreements/2025/alt"));
    writeFileSync(join(root, "src/content/agreements/2025/alt/neu.mdx"), "");
    expect(codes()).toEqual(["src/content/agreements/2025/alt file-unexpected"]);
  });

  it("names a folder that is missing", () => {
    rmSync(join(root, "src/content/pages"), { recursive: true });
    expect(codes()).toContain("src/content/pages file-unreadable");
  });

  it("names an agreement that stands in two files once, with both", () => {
    const double = "src/content/agreements/2025/darmstadt-neu.mdx";
    writeFileSync(join(root, double), readFileSync(join(root, file)));
    const found = withoutWarnings(checkContent(root));
    expect(found).toMatchObject([{ code: "agreement-doubled", file: double, line: 2 }]);
    expect(found[0]?.message).toContain(file);
  });

  it.each([
    ["a § that exists", "/vereinbarungen/2025/wetteraukreis/#par-4-abs-1", []],
    ["its own Präambel", "#praeambel", []],
    ["a § that does not exist", "/vereinbarungen/2025/wetteraukreis/#par-9", ["link-broken"]],
    ["an agreement that does not exist", "/vereinbarungen/2025/kassel/", ["link-broken"]],
  ])("follows a link to %s", (_, url, expected) => {
    edit(file, "Erfolgreiche Arbeitsmarktpolitik", `[Erfolgreiche Arbeitsmarktpolitik](${url})`);
    const found = withoutWarnings(checkContent(root)).map(({ code }) => code);
    // A link is wording, too, and the original has none.
    expect(found.filter((code) => code !== "wording-differs")).toEqual(expected);
  });

  it("looks at the sums of a district from one year to the next", () => {
    const earlier = "src/content/agreements/2024/darmstadt.mdx";
    const text = readFileSync(join(root, file), "utf8");
    writeFileSync(
      join(root, earlier),
      text.replace("year: 2025", "year: 2024").replace("amount: 1000280", "amount: 100028"),
    );
    expect(checkContent(root)).toContainEqual(
      expect.objectContaining({ code: "amount-jump", file, line: 4 }),
    );
  });

  it("refuses a link among the originals, which would publish what it leads to", () => {
    symlinkSync("/etc/hostname", join(root, "public/originals/2025/hanau.txt"));
    expect(codes()).toEqual(["public/originals/2025/hanau.txt file-unexpected"]);
  });

  it("refuses originals that no agreement has, which would stay public", () => {
    rmSync(join(root, "src/content/agreements/2025/darmstadt.mdx"));
    expect(codes().sort()).toEqual([
      "public/originals/2025/darmstadt.repairs.yaml file-unexpected",
      "public/originals/2025/darmstadt.txt file-unexpected",
    ]);
  });

  it("refuses the same original for two agreements", () => {
    const original = "public/originals/2025/fulda.txt";
    writeFileSync(
      join(root, original),
      readFileSync(join(root, "public/originals/2025/darmstadt.txt")),
    );
    writeFileSync(
      join(root, "src/content/agreements/2025/fulda.mdx"),
      readFileSync(join(root, file), "utf8")
        .replace("district: darmstadt", "district: fulda")
        .replace("2025/darmstadt.txt", "2025/fulda.txt"),
    );
    expect(codes()).toContain("src/content/agreements/2025/fulda.mdx source-shared");
  });

  it("compares the wording with the text beside a PDF", () => {
    writePdf("public/originals/2025/darmstadt.pdf");
    expect(codes()).toEqual([]);
    edit(file, "Jugendatelier", "Jugendwerkstatt");
    expect(codes()).toEqual([`${file} wording-differs`]);
  });
});
