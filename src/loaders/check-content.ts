import { basename } from "node:path";
import { addressBook } from "#domain/address-book.ts";
import { type ComparedAgreement, compareAgreements } from "#domain/agreement/compare-agreements.ts";
import { linesOfFacts } from "#domain/agreement/frontmatter.ts";
import { type Agreement, parseAgreement } from "#domain/agreement/parse.ts";
import type { Facts } from "#domain/agreement/schema.ts";
import { sectionBlocks, sectionIds } from "#domain/agreement/sections.ts";
import { type AddressBook, checkLinks, listLinks } from "#domain/links.ts";
import { checkPage } from "#domain/page/check-page.ts";
import { paths } from "#domain/paths.ts";
import type { Problem } from "#domain/problem.ts";
import { agreementId, listAgreementFiles, readAgreement } from "./agreement-files.ts";
import { checkOriginals } from "./check-originals.ts";
import { checkPlaces } from "./check-places.ts";
import { folders, listBelow, listFiles, readTextFile } from "./content-files.ts";
import { type Registers, readRegisters, registerProblems } from "./registers.ts";

/** All problems and warnings of all content, in no particular order. */
export function checkContent(root: string): Problem[] {
  const registers = readRegisters(root);
  const files = listAgreementFiles(root);
  const addresses = siteAddresses(root, registers, files);
  const problems = checkSurroundings(root, registers, addresses);
  const compared: ComparedAgreement[] = [];
  for (const file of files) {
    const { agreement, problems: found } = readAgreement(root, file, registers);
    problems.push(...found);
    if (!agreement) continue;
    problems.push(...checkAgreementLinks(agreement, file, addresses));
    compared.push(asCompared(root, file, agreement.facts));
  }
  const among = compareAgreements(compared);
  // A double has no place of its own to move to; what should not be there is not read.
  const follows = {
    "agreement-doubled": "file-place",
    "file-place": "source-shared",
    "file-unexpected": "file-unreadable",
  };
  const all = [...problems, ...among];
  const told = new Set(
    Object.entries(follows).flatMap(([first, then]) =>
      all.filter(({ code }) => code === first).map(({ file }) => `${then} ${file}`),
    ),
  );
  return all.filter(({ code, file }) => !told.has(`${code} ${file}`));
}

/**
 * What other agreements are compared with. The text is read again where a line is asked for, which
 * is seldom: the texts of thousands would fill the memory.
 */
export function asCompared(root: string, file: string, facts: Facts): ComparedAgreement {
  return {
    file,
    facts,
    sha256: facts.source.sha256,
    lineOf: (...path) => {
      const read = readTextFile(root, file);
      return "problem" in read ? 1 : linesOfFacts(read.content)(...path);
    },
  };
}

/** What is wrong beside the agreements: registers, pages, files in the wrong place. */
export function checkSurroundings(
  root: string,
  registers: Registers,
  addresses: AddressBook,
): Problem[] {
  return [
    ...registerProblems(registers),
    ...checkPages(root, addresses),
    ...checkPlaces(root),
    ...checkOriginals(root),
  ];
}

/** The links of an agreement that lead nowhere on this site. */
export function checkAgreementLinks(
  { sections }: Agreement,
  file: string,
  addresses: AddressBook,
): Problem[] {
  const [year, district = ""] = agreementId(file).split("/");
  return checkLinks(
    listLinks(sectionBlocks(sections)),
    paths.agreement(Number(year), district),
    addresses,
    file,
  );
}

/** Checks the pages that `@astrojs/mdx` compiles, before anything compiles them. */
export function checkPages(root: string, addresses: AddressBook): Problem[] {
  return listFiles(root, folders.pages, ".mdx").flatMap((file) => {
    const read = readTextFile(root, file);
    return "problem" in read ? [read.problem] : checkPage(read.content, file, addresses);
  });
}

/**
 * The addresses of the site that the content makes.
 *
 * @param files the agreements' files
 */
export function siteAddresses(
  root: string,
  registers: Registers,
  files: readonly string[],
): AddressBook {
  const names = (folder: string, extension: string) =>
    listFiles(root, folder, extension).map((file) => basename(file, extension));
  return addressBook(
    {
      agreements: files.map((file) => {
        const [year, district = ""] = agreementId(file).split("/");
        return [Number(year), district];
      }),
      districts: [...registers.districts.keys()],
      measures: [...registers.measures.keys()],
      years: [...registers.years.keys()],
      pages: names(folders.pages, ".mdx"),
      originals: listBelow(root, folders.originals)
        .filter(({ isFile }) => isFile)
        .map(({ below }) => `originals/${below}`),
    },
    (year, district) => {
      const read = readTextFile(root, `${folders.agreements}/${year}/${district}.mdx`);
      return "problem" in read
        ? new Set()
        : sectionIds(parseAgreement(read.content, "").agreement?.sections ?? []);
    },
  );
}
