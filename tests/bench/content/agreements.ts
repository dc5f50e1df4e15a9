import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { type Agreement, parseAgreement } from "#domain/agreement/parse.ts";
import type { Facts, Signature } from "#domain/agreement/schema.ts";
import { wordingLines } from "#domain/agreement/wording.ts";
import { type District, districtForms } from "#domain/district/schema.ts";
import { splitFile } from "#domain/file-parts.ts";
import { capitalise, formatDate } from "#domain/format.ts";
import type { Year } from "#domain/year/schema.ts";
import { listAgreementFiles } from "#loaders/agreement-files.ts";
import { inventTitle } from "./project-titles.ts";
import { pick, pickNumber, seededRandom } from "./random.ts";
import { moveYear } from "./years.ts";

/** A real agreement that others are made from. */
export interface Model {
  readonly facts: Facts;
  readonly body: string;
  readonly district: District;
}

export interface GeneratedAgreement {
  readonly mdx: string;
  /** The text of its original, which the gate accepts word for word. */
  readonly original: string;
}

export function readModels(root: string, districts: readonly District[]): Model[] {
  return listAgreementFiles(root).map((file) => {
    const source = readFileSync(join(root, file), "utf8");
    const parts = splitFile(source, file);
    const facts = parseAgreement(source, file).agreement?.facts;
    const district = districts.find(({ slug }) => slug === facts?.district);
    if ("code" in parts || !facts || !district) throw new Error(`${file} could not be read`);
    return { facts, body: parts.body, district };
  });
}

/** The model's wording, moved to another district and year, with other facts. */
export function makeAgreement(model: Model, district: District, year: Year): GeneratedAgreement {
  const body = moveDistrict(moveYear(model.body, model.facts.year, year.year), model, district);
  const draft = makeFacts(model, district, year.year);
  const original = printOriginal(readDraft(draft, body), district, year);
  const sha256 = createHash("sha256").update(original).digest("hex");
  const facts: Facts = { ...draft, source: { ...draft.source, sha256 } };
  return { mdx: printAgreement(facts, body), original };
}

function moveDistrict(body: string, model: Model, district: District): string {
  let moved = body;
  for (const form of districtForms) {
    const [from, to] = [model.district.agreementName[form], district.agreementName[form]];
    moved = moved.replaceAll(from, () => to).replaceAll(capitalise(from), () => capitalise(to));
  }
  return moved;
}

function makeFacts({ facts }: Model, district: District, year: number): Facts {
  const random = seededRandom(district.slug, year);
  const usual = pickNumber(seededRandom(district.slug), 40_000, 250_000);
  return {
    district: district.slug,
    year,
    // Whole tens; never half as much again as the year before.
    amount: Math.round(usual * (0.85 + 0.3 * random())) * 10,
    projects: makeProjects(facts, district, year),
    signatures: facts.signatures.map((signature) => moveSignature(signature, district, year)),
    source: { file: `originals/${year}/${district.slug}.txt`, sha256: "0".repeat(64) },
  };
}

/** A project stays for three years; those of a district do not change all at once. */
function makeProjects(model: Facts, district: District, year: number): Facts["projects"] {
  const realTitles = model.projects.map(({ title }) => title);
  const titles = new Set<string>();
  const measures = ["ausbildungsvorbereitung", "ausbildung", "qualifizierung", "weiterbildung"];
  return measures.flatMap((measure) => {
    const count = pickNumber(seededRandom(district.slug, year, measure), 1, 4);
    return Array.from({ length: count }, (_, index) => {
      const period = Math.floor((year + index) / 3);
      const random = seededRandom(district.slug, measure, index, period);
      let title: string;
      do title = inventTitle(random, realTitles, district.seat);
      while (titles.has(title));
      titles.add(title);
      return { measure, title };
    });
  });
}

function moveSignature(signature: Signature, district: District, year: number): Signature {
  const isState = signature.party === "state";
  const day = pickNumber(seededRandom(district.slug, year, signature.party), 10, 28);
  const moved = {
    ...signature,
    ...(signature.date && { date: `${year}-${isState ? "07" : "08"}-${day}` }),
  };
  if (isState) return moved;
  const random = seededRandom(district.slug, Math.floor(year / 6));
  return {
    ...moved,
    name: signature.name.includes("[…]") ? signature.name : inventName(random),
    place: district.seat.replace(/ \(.*/, ""),
  };
}

function inventName(random: () => number): string {
  const first = pick(random, ["Anna", "Barbara", "Cem", "Jörg", "Marion", "Martin", "Sandro"]);
  const last = pick(random, ["Akdeniz", "Baum", "Götz", "Hövel", "Krämer", "Wilhelm", "Zehner"]);
  return `${first} ${last}`;
}

function readDraft(facts: Facts, body: string): Agreement {
  const { agreement, problems } = parseAgreement(printAgreement(facts, body), facts.source.file);
  if (!agreement) throw new Error(JSON.stringify(problems));
  return agreement;
}

export function printAgreement(facts: Facts, body: string): string {
  return `---\n${stringify(facts, { lineWidth: 0 })}---\n${body}`;
}

/** Letterhead, bullets, blank lines and dates as the real texts have them. */
function printOriginal(agreement: Agreement, district: District, year: Year): string {
  const { projects, signatures } = agreement.facts;
  const titles = new Set(projects.map(({ title }) => title));
  const dates = signatures.flatMap(({ date }) => date ?? []);
  const lines = wordingLines(agreement, { district, year }).map(({ text }) => {
    if (titles.has(text)) return `- ${text}`;
    return dates.reduce(
      (line, date) => line.replace(formatDate(date), numericDate(date)),
      text.replace(/^(§ \d) /, "$1\n\n"),
    );
  });
  const letterhead = "ARBEITSWELT\nHESSEN\ninnovativ · sozial · nachhaltig";
  return `\n\n${letterhead}\n\n\n\n${lines.join("\n\n")}\n`;
}

/** `2025-08-02` gives `2. 8. 2025`. */
function numericDate(date: string): string {
  return date.split("-").map(Number).reverse().join(". ");
}
