import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkFidelity, type Repair } from "#domain/agreement/fidelity.ts";
import { projectTitles } from "#domain/agreement/parties.ts";
import { blockLines, wordingLines } from "#domain/agreement/wording.ts";
import { withoutWarnings } from "#domain/problem.ts";
import { agreementId, checkAgreementText, readAgreement } from "#loaders/agreement-files.ts";
import { folders } from "#loaders/content-files.ts";
import { readRegisters } from "#loaders/registers.ts";

const root = process.cwd();
const registers = readRegisters(root);
// Named, so that an agreement that editors add later does not have to be like these.
const documents = [
  "2024/kassel",
  "2024/rheingau-taunus-kreis",
  "2025/darmstadt",
  "2025/offenbach-am-main",
  "2025/wetteraukreis",
].map((name) => {
  const file = `${folders.agreements}/${name}.mdx`;
  const { agreement, repairs, source } = readAgreement(root, file, registers);
  const district = registers.districts.get(agreement?.facts.district ?? "")?.value;
  const year = registers.years.get(agreement?.facts.year ?? 0)?.value?.year;
  if (!agreement || !source || !district || !year) throw new Error(`${file} could not be read`);
  const parties = { district, year };
  const original = readFileSync(`public/${agreement.facts.source.file}`);
  const wording = wordingLines(agreement, parties);
  return { file, id: agreementId(file), source, agreement, repairs, parties, original, wording };
});

const named = documents.map((document) => [document.id, document] as const);

function documentOf(id: string) {
  const document = documents.find((candidate) => candidate.id === id);
  if (!document) throw new Error(`No agreement ${id}`);
  return document;
}

function problemsOf(file: string, source: string) {
  return withoutWarnings(checkAgreementText(root, { file, source }, registers).problems);
}

function checkWords(id: string, words: readonly string[], repairs?: readonly Repair[]) {
  const { file, original, repairs: all } = documentOf(id);
  const wording = [{ text: words.join(" "), line: 1 }];
  return checkFidelity(original.toString("utf8"), repairs ?? all, wording, file);
}

const wordsOf = (id: string) =>
  documentOf(id).wording.flatMap(({ text }) => text.split(/\s+/).filter(Boolean));

describe.each(named)("the published wording of %s", (id, document) => {
  it("equals its original, word for word", () => {
    expect(problemsOf(document.file, document.source)).toEqual([]);
    expect(checkWords(id, wordsOf(id))).toEqual([]);
  });

  it("comes from the very file its checksum names", () => {
    const sha256 = createHash("sha256").update(document.original).digest("hex");
    expect(sha256).toBe(document.agreement.facts.source.sha256);
  });

  it("differs as soon as any word is changed, dropped or added", () => {
    const words = wordsOf(id);
    for (let at = 0; at < words.length; at += 5) {
      for (const [mutation, mutated] of [
        ["changed", words.with(at, `x${words[at]}`)],
        ["dropped", words.toSpliced(at, 1)],
        ["added", words.toSpliced(at, 0, "nicht")],
      ] as const) {
        const codes = checkWords(id, mutated).map(({ code }) => code);
        expect(codes, `word ${at}, „${words[at]}“, ${mutation}`).toEqual(["wording-differs"]);
      }
    }
  });

  it("differs, at the line of the file, whichever paragraph or heading an editor changes", () => {
    const lines = document.source.split("\n");
    const body = lines.indexOf("---", 1) + 1;
    const places = lines.flatMap((line, index) =>
      index >= body && /^[#\p{L}]/u.test(line) ? [index] : [],
    );
    expect(places.length).toBeGreaterThan(25);
    for (const index of places) {
      const changed = lines.with(index, `${lines[index]} nicht`).join("\n");
      const found = problemsOf(document.file, changed);
      expect(found.map(({ code }) => code)).toContain(
        lines[index] === "## Präambel" ? "section-unknown" : "wording-differs",
      );
      // What is added at the end differs where the next words were expected.
      const next = lines.findIndex((line, after) => after > index && line !== "") + 1;
      expect([index + 1, next]).toContain(found[0]?.line);
    }
  });

  it.each([
    ["the Fördersumme", /^amount: \d/m, "amount: 9"],
    ["a project", /title: "?/, "$&Neues "],
    ["who signs", "name: Heike", "name: Heiko"],
    ["where it was signed", "place: Wiesbaden", "place: Kassel"],
    ["an office", "role: Staatsministerin", "role: Staatssekretärin"],
  ])("differs as soon as the frontmatter changes %s", (_, found, replacement) => {
    const changed = document.source.replace(found, replacement);
    expect(changed).not.toBe(document.source);
    expect(problemsOf(document.file, changed).map(({ code }) => code)).toEqual(["wording-differs"]);
  });

  it("needs every one of its repairs but those that only bring back a bullet", () => {
    const needless = document.repairs.filter(
      (repair) =>
        checkWords(
          id,
          wordsOf(id),
          document.repairs.filter((other) => other !== repair),
        ).length === 0,
    );
    const bullets = document.repairs.filter(({ found, published }) => published === `• ${found}`);
    expect(needless).toEqual(bullets);
    expect(bullets).toHaveLength(id === "2024/kassel" ? 2 : 0);
  });

  it("gives a reason for each repair and says so where one does not fit", () => {
    for (const repair of document.repairs) expect(repair.reason).toMatch(/\.$/);
    const wrong = { line: 3, found: "Wort, das dort nicht steht", published: "", reason: "" };
    expect(checkWords(id, wordsOf(id), [...document.repairs, wrong])).toMatchObject([
      { code: "repair-unused" },
    ]);
  });

  it("has the Absätze of the original, each with its address", () => {
    const { sections } = document.agreement;
    expect(sections.map(({ id: section, paragraphs }) => [section, paragraphs.length])).toEqual([
      ["praeambel", 1],
      ["par-1", 4],
      ["par-2", 2],
      ["par-3", 1],
      ["par-4", 1],
      ["par-5", 2],
      ["par-6", 2],
      ["par-7", 2],
    ]);
    expect(sections[1]?.paragraphs.map((paragraph) => [paragraph.id, paragraph.label])).toEqual([
      ["par-1-abs-1", "§ 1 Absatz 1"],
      ["par-1-abs-2", "§ 1 Absatz 2"],
      ["par-1-abs-3", "§ 1 Absatz 3"],
      ["par-1-abs-4", "§ 1 Absatz 4"],
    ]);
  });

  it("reads the page break in § 1 as part of one sentence", () => {
    const [last] = document.agreement.sections[1]?.paragraphs.at(-1)?.blocks ?? [];
    const [line] = last ? blockLines([last], document.agreement, document.parties) : [];
    expect(line?.text).toMatch(
      /^Schwerpunkte .* Qualifizierungsprojekte zur Arbeitsmarktintegration und Fachkräftesicherung .*\.$/,
    );
  });
});

function headingsOf(id: string) {
  const { agreement, parties } = documentOf(id);
  const blocks = agreement.sections[5]?.paragraphs.flatMap((paragraph) => paragraph.blocks) ?? [];
  const headings = blocks.filter(({ type }) => type === "heading");
  return blockLines(headings, agreement, parties).map(({ text }) => text);
}

function projectsOf(id: string) {
  const { agreement } = documentOf(id);
  return [...registers.measures.keys()].map((measure) => [
    measure,
    projectTitles(agreement, measure),
  ]);
}

describe("what the originals have of their own", () => {
  it("stays: „Ausbildungskoaching“ in Offenbach, „Ausbildungsbereufen“ in Darmstadt", () => {
    expect(headingsOf("2025/offenbach-am-main")[1]).toBe(
      "2. Ausbildung und Ausbildungskoaching in anerkannten Ausbildungsberufen",
    );
    expect(headingsOf("2025/darmstadt")[1]).toBe(
      "2. Ausbildung und Ausbildungscoaching in anerkannten Ausbildungsbereufen",
    );
  });

  it("stays: the third and fourth Maßnahmenart of Kassel are numbered 1. and 2.", () => {
    expect(headingsOf("2024/kassel").map((heading) => heading.split(" ")[0])).toEqual([
      "Ausbildungsvorbereitung",
      "Ausbildung",
      "1.",
      "2.",
    ]);
    expect(Object.fromEntries(projectsOf("2024/kassel"))).toEqual({
      ausbildungsvorbereitung: [
        "Praxiserprobung in Handwerksbetrieben",
        "Öffentlichkeitsarbeit Teilzeit-Ausbildung",
      ],
      ausbildung: [
        "Ausbildung 3 Jahre - kooperatives BaE-Modell",
        "Ausbildung 3 Jahre - integratives BaE-Modell",
        "Azubi-Sprachcoaching",
      ],
      qualifizierung: [
        "Stabilisierende Arbeitsgelegenheiten für Geflüchtete",
        "Sprachcafé",
        "Beruflicher Wiedereinstieg für Menschen aus dem Rechtskreis SGB XII",
        'Digitalschulung "Behörden und Bewerbungen"',
      ],
      weiterbildung: ["Arbeitsmarktdialog 2024", "Fortbildungen für Mitarbeitende"],
    });
  });

  it("is marked, not guessed, where Kassel cannot be read", () => {
    const { facts } = documentOf("2024/kassel").agreement;
    expect(facts.signatures.map(({ name, date }) => [name, date])).toEqual([
      ["Heike Hofmann", undefined],
      ["[…]r. Sven Sc[…]oeller", undefined],
    ]);
    expect(wordsOf("2024/kassel").filter((word) => word === "[unleserlich]")).toHaveLength(2);
  });

  it("includes two Maßnahmenarten of Darmstadt without projects", () => {
    expect(projectsOf("2025/darmstadt")).toMatchObject([
      ["ausbildung", []],
      ["ausbildungsvorbereitung", { length: 4 }],
      ["qualifizierung", { length: 3 }],
      ["weiterbildung", []],
    ]);
  });

  it("includes a heading of the Rheingau-Taunus-Kreis that the conversion cut in two", () => {
    expect(headingsOf("2024/rheingau-taunus-kreis")).toHaveLength(4);
    expect(headingsOf("2024/rheingau-taunus-kreis")[3]).toMatch(
      /^Weiterbildungsmaßnahmen .* im Kontext der Arbeitsmarktförderung$/,
    );
  });
});
