import type { Problem } from "./problem.ts";

/** Characters of German text that need no second look; most texts consist of nothing else. */
const ordinary =
  /^[\n\t\x20-\x7e\xa0-\xac\xae-\u01bf\u01c4-\u024f\u2010-\u2015\u2018-\u201f\u2022\u2026\u20ac]*$/;

/**
 * What no reader sees: controls, marks of direction, characters without width, soft hyphens,
 * variation selectors, private and unassigned code points.
 */
const invisible = /(?![\n\t])[\p{C}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/u;
const allInvisible = new RegExp(invisible.source, "gu");

/**
 * Letters and digits beyond Latin, letters put together from several characters (ä as a and ¨),
 * ligatures, full-width forms, blanks and dots of other scripts.
 */
const lookalike =
  /(?!\p{Default_Ignorable_Code_Point})(?:(?![A-Za-z0-9ªµºß²³¹¼-¾À-\u01bf\u01c4-\u024f\u1e00-\u1eff\u2070-\u209f\u2150-\u215f])[\p{L}\p{N}\p{M}]|[\u037e\u1680\u2000-\u200a\u2024\u205f\u3000\uff00-\uffef])/u;

const names: readonly (readonly [RegExp, string])[] = [
  [/\u00ad/, "bedingter Trennstrich"],
  [/\u200b/, "Leerzeichen ohne Breite"],
  [/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/, "ändert die Schreibrichtung"],
  [/\p{Default_Ignorable_Code_Point}/u, "Zeichen ohne Breite"],
  [/\p{Script=Cyrillic}/u, "kyrillisch"],
  [/\p{Script=Greek}/u, "griechisch"],
  [/\p{M}/u, "Akzent als eigenes Zeichen"],
  [/[\ufb00-\ufb06]/, "Ligatur"],
];

type CharacterProblem = Pick<Problem, "code" | "message">;

/**
 * Whether a text contains characters that readers or search engines cannot tell from others.
 *
 * @returns the first of each kind
 */
export function unusualCharacters(text: string): CharacterProblem[] {
  if (ordinary.test(text)) return [];
  const problems: CharacterProblem[] = [];
  if (text.includes("\ufffd")) {
    problems.push({
      code: "file-encoding",
      message: `${placeOf(text, text.indexOf("\ufffd"))} steht das Ersatzzeichen \ufffd: Hier ging ein Zeichen verloren. Tippen Sie es nach dem Original.`,
    });
  }
  const hidden = text.match(invisible);
  if (hidden) {
    const { index = 0, 0: character } = hidden;
    problems.push({
      code: "character-invisible",
      message: `${placeOf(text, index)} steht ein unsichtbares Zeichen (${describe(character)}). Löschen Sie das Wort, und tippen Sie es neu.`,
    });
  }
  const disguised = text.match(lookalike);
  if (disguised) {
    const { index = 0, 0: character } = disguised;
    problems.push({
      code: "character-lookalike",
      message: `${placeOf(text, index)} steht ein Zeichen (${describe(character)}), das nur so aussieht wie ein gewöhnliches. Löschen Sie das Wort, und tippen Sie es neu.`,
    });
  }
  return problems;
}

/** Checks a text file line by line: its characters, its first one, and how its lines end. */
export function checkCharacters(source: string, file: string): Problem[] {
  if (ordinary.test(source)) return [];
  const problems: Problem[] = [];
  const report = (line: number, problem: CharacterProblem) =>
    problems.push({ ...problem, file, line, field: "Zeichen" });

  const text = source.replace(/^\ufeff/, "");
  if (text !== source) {
    report(1, {
      code: "file-encoding",
      message:
        "Die Datei beginnt mit einem unsichtbaren Zeichen (BOM). Speichern Sie sie als UTF-8 ohne BOM.",
    });
  }
  const lines = text.split(/\r\n?|\n/);
  const wrongEnd = text.search(/\r/);
  if (wrongEnd >= 0) {
    report(text.slice(0, wrongEnd).split("\n").length, {
      code: "file-line-ends",
      message:
        "Die Zeile endet wie unter Windows (mit CR). Speichern Sie die Datei mit Zeilenenden LF.",
    });
  }
  lines.forEach((line, index) => {
    for (const problem of unusualCharacters(line)) report(index + 1, problem);
  });
  return problems;
}

/** Without what a character hides behind an escape, where the character itself was reported. */
export function withoutRepeated(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, file, line }) => {
    if (!code.startsWith("character-") && code !== "file-encoding") return true;
    const key = `${code} ${file}:${line}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** `U+202E` and, where it has one, a name. */
function describe(character: string): string {
  const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const name = names.find(([pattern]) => pattern.test(character))?.[1];
  return `U+${point}${name ? `, ${name}` : ""}`;
}

/** `In „Wort“`: the word around a place, or the words beside it, without what is invisible. */
function placeOf(text: string, index: number): string {
  const window = 60;
  const visible = (part: string) => part.replace(allInvisible, "");
  const before = visible(text.slice(Math.max(0, index - window), index));
  const after = visible(text.slice(index, index + window));
  const words = `${before.match(/\S{0,20}\s*$/u)?.[0]}${after.match(/^\s*\S{0,20}/u)?.[0]}`
    .replace(/\s+/g, " ")
    .trim();
  return words ? `In „${words}“` : "Hier";
}
