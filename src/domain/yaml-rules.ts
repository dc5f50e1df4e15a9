import { type Document, isNode, isPair, isScalar, type Node, type Scalar, visit } from "yaml";
import { unusualCharacters } from "./characters.ts";
import { excerpt } from "./excerpt.ts";
import type { Problem } from "./problem.ts";

/** A place in a YAML document; `path` leads to it. */
export type YamlProblem = Pick<Problem, "code" | "message"> & {
  readonly offset: number;
  readonly path: readonly (string | number)[];
};

/** What keeps a YAML document from being read at all. */
export function syntaxProblems(document: Document, yaml: string): YamlProblem[] {
  const doubled = document.errors.filter(({ code }) => code === "DUPLICATE_KEY");
  // One slip makes YAML complain about every line that follows.
  const unreadable = document.errors.filter(({ code }) => code !== "DUPLICATE_KEY").slice(0, 1);
  return [
    ...doubled.map(({ pos: [offset] }) => ({
      code: "field-doubled" as const,
      offset,
      path: [],
      message: `Das Feld „${excerpt(yaml.slice(offset).match(/^[^\s:]*/)?.[0] ?? "")}“ steht schon weiter oben. Lassen Sie es einmal stehen.`,
    })),
    ...specialMarks(document),
    ...unreadable.map(({ pos: [offset] }) => ({
      code: "frontmatter-syntax" as const,
      offset: startOfText(document, offset),
      path: [],
      message:
        "Die Zeile lässt sich nicht lesen. Schreiben Sie jedes Feld einmal als name: Wert, Listen mit - und gleicher Einrückung, Text mit Doppelpunkt in Anführungszeichen.",
    })),
  ];
}

/** Where a text in quotation marks begins that goes on to a place; where none does, that place. */
function startOfText(document: Document, end: number): number {
  const starts = scalarsOf(document).flatMap(({ scalar: { type, range } }) => {
    const [start = end, , after = 0] = range ?? [];
    return type?.startsWith("QUOTE") && start < end && after >= end ? start : [];
  });
  return starts.at(-1) ?? end;
}

/** Characters of texts that readers cannot tell from others, be they written as escapes. */
export function characterProblems(scalars: readonly LocatedScalar[]): YamlProblem[] {
  return scalars.flatMap(({ scalar: { value }, place }) =>
    typeof value === "string"
      ? unusualCharacters(value).map((problem) => ({ ...problem, ...place() }))
      : [],
  );
}

/** Values that YAML reads as something other than what stands there. */
export function valueProblems(scalars: readonly LocatedScalar[], yaml: string): YamlProblem[] {
  return scalars.flatMap(({ scalar, place }): YamlProblem[] => {
    const code = "field-value" as const;
    if (typeof scalar.value === "number" && !isPlainNumber(scalar)) {
      const message = `YAML liest „${excerpt(scalar.source ?? "")}“ als ${scalar.value}. Schreiben Sie die Zahl, die gemeint ist, nur mit Ziffern und ohne 0 am Anfang.`;
      return [{ code, ...place(), message }];
    }
    const isCut = /^[ \t]+#/.test(yaml.slice(scalar.range?.[1], (scalar.range?.[1] ?? 0) + 80));
    if (typeof scalar.value === "string" && scalar.type === "PLAIN" && isCut) {
      const message = `YAML liest nur „${excerpt(scalar.value)}“; was nach # steht, fehlt. Setzen Sie den Text in Anführungszeichen.`;
      return [{ code, ...place(), message }];
    }
    return [];
  });
}

/** A value and, for those who ask, where it stands. */
export interface LocatedScalar {
  readonly scalar: Scalar;
  readonly place: () => Pick<YamlProblem, "offset" | "path">;
}

/** Every value, names of fields left out. */
export function scalarsOf(document: Document): LocatedScalar[] {
  const scalars: LocatedScalar[] = [];
  visit(document, {
    Scalar(key, scalar, ancestors) {
      if (key === "key") return;
      const place = () => ({ offset: scalar.range?.[0] ?? 0, path: pathOf(key, ancestors) });
      scalars.push({ scalar, place });
    },
  });
  return scalars;
}

/** Anchors (`&name`), references (`*name`) and tags (`!type`): each value stands where it belongs. */
function specialMarks(document: Document): YamlProblem[] {
  const problems: YamlProblem[] = [];
  visit(document, {
    Node(_, node) {
      const isAlias = "source" in node && !isScalar(node);
      if (!isAlias && !("anchor" in node && node.anchor) && !node.tag) return;
      problems.push({
        code: "frontmatter-syntax",
        offset: node.range?.[0] ?? 0,
        path: [],
        message:
          "Der Wert beginnt mit einem Zeichen, das in YAML eine besondere Bedeutung hat (&, * oder !). Setzen Sie den Text in Anführungszeichen.",
      });
    },
  });
  return problems;
}

function isPlainNumber({ source }: Scalar): boolean {
  return source === undefined || /^-?(0|[1-9]\d*)$/.test(source);
}

/** The keys and positions that lead to a node. */
function pathOf(
  key: number | "key" | "value" | null,
  ancestors: readonly (Document | Node | unknown)[],
): (string | number)[] {
  const path: (string | number)[] = [];
  ancestors.forEach((ancestor, depth) => {
    if (isPair(ancestor) && isNode(ancestor.key) && isScalar(ancestor.key)) {
      path.push(String(ancestor.key.value));
    }
    const next = ancestors[depth + 1];
    if (isNode(ancestor) && "items" in ancestor && isNode(next) && Array.isArray(ancestor.items)) {
      const position = ancestor.items.indexOf(next as never);
      if (position >= 0) path.push(position);
    }
  });
  if (typeof key === "number") path.push(key);
  return path;
}
