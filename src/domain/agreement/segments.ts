import { escapeHtml } from "#domain/html.ts";
import type { Block, Inline, Slot } from "./blocks.ts";
import type { Section, SectionParagraph } from "./sections.ts";

/** A stretch of HTML, or the place of a component. The HTML alone need not be balanced. */
export type Segment = string | Slot;

export interface SegmentOptions {
  /** Plain text that cites a section or an Absatz. */
  readonly cite: (address: Pick<Section, "id" | "label">) => string;
}

/**
 * The wording as HTML, with the components' places left open.
 *
 * Every section heading and every Absatz carries its id and a link to itself; its citation becomes
 * visible, by CSS alone, when the address points to it.
 */
export function toSegments(sections: readonly Section[], options: SegmentOptions): Segment[] {
  const segments: Segment[] = [];
  for (const section of sections) {
    segments.push(openSection(section, options.cite(section)), ...blockSegments(section.intro));
    for (const paragraph of section.paragraphs) {
      segments.push(
        `<div class="absatz" id="${paragraph.id}">${permalink(paragraph)}`,
        ...blockSegments(paragraph.blocks),
        `${cite(options.cite(paragraph))}</div>`,
      );
    }
    segments.push(...blockSegments(section.outro), "</section>");
  }
  return mergeText(segments);
}

function openSection({ id, label, title }: Section, cited: string): string {
  const text = title ? ` ${escapeHtml(title)}` : "";
  return `<section aria-labelledby="${id}"><h2 id="${id}"><a class="${title ? "section-label" : "section-name"}" href="#${id}">${escapeHtml(label)}</a>${text}</h2>${cite(cited)}`;
}

function cite(text: string): string {
  return `<details class="cite"><summary>Zitieren</summary><p>${escapeHtml(text)}</p></details>`;
}

function permalink({ id, number, label }: SectionParagraph): string {
  return `<a class="permalink" href="#${id}" aria-label="${escapeHtml(label.replace("Absatz", "Abs."))}">Abs. ${number}</a>`;
}

function blockSegments(blocks: readonly Block[]): Segment[] {
  return blocks.flatMap((block): Segment[] => {
    switch (block.type) {
      case "heading":
        return [`<h${block.depth}>`, ...inlineSegments(block.children), `</h${block.depth}>`];
      case "paragraph":
        return ["<p>", ...inlineSegments(block.children), "</p>"];
      case "list": {
        const start = block.start === 1 ? "" : ` start="${block.start}"`;
        const [open, close] = block.ordered ? [`<ol${start}>`, "</ol>"] : ["<ul>", "</ul>"];
        return [
          open,
          ...block.items.flatMap((item) => ["<li>", ...itemSegments(item), "</li>"]),
          close,
        ];
      }
      case "quote":
        return ["<blockquote>", ...blockSegments(block.children), "</blockquote>"];
      case "table":
        return ["<table>", ...block.rows.flatMap(rowSegments), "</table>"];
      case "slot":
        return [block];
    }
  });
}

/** An item that is a single paragraph needs no `<p>`. */
function itemSegments(item: readonly Block[]): Segment[] {
  const [first, ...rest] = item;
  return first?.type === "paragraph"
    ? [...inlineSegments(first.children), ...blockSegments(rest)]
    : blockSegments(item);
}

function rowSegments(row: readonly (readonly Inline[])[], index: number): Segment[] {
  const cell = index === 0 ? "th" : "td";
  const cells = row.flatMap((content) => [`<${cell}>`, ...inlineSegments(content), `</${cell}>`]);
  if (index === 0) return ["<thead><tr>", ...cells, "</tr></thead>"];
  return ["<tr>", ...cells, "</tr>"];
}

function inlineSegments(children: readonly Inline[]): Segment[] {
  return children.flatMap((child): Segment[] => {
    switch (child.type) {
      case "text":
        return [escapeHtml(child.value)];
      case "break":
        return ["<br>"];
      case "emphasis":
        return ["<em>", ...inlineSegments(child.children), "</em>"];
      case "strong":
        return ["<strong>", ...inlineSegments(child.children), "</strong>"];
      case "link":
        return [`<a href="${escapeHtml(child.url)}">`, ...inlineSegments(child.children), "</a>"];
      case "slot":
        return [child];
    }
  });
}

function mergeText(segments: readonly Segment[]): Segment[] {
  const merged: Segment[] = [];
  for (const segment of segments) {
    const last = merged.at(-1);
    if (typeof segment === "string" && typeof last === "string")
      merged[merged.length - 1] = last + segment;
    else merged.push(segment);
  }
  return merged;
}
