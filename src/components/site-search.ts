import { formatCount, formatEuros } from "#domain/format.ts";
import {
  type Facet,
  facets,
  isEmptySearch,
  readSearchState,
  type SearchState,
  type Sorting,
  writeSearchState,
} from "#domain/search/search-state.ts";
import {
  type AgreementHit,
  type FacetCounts,
  loadIndex,
  type SearchResult,
  type SectionHit,
  searchIndex,
} from "./search-index.ts";

const pageLength = 10;
const sectionsPerHit = 3;
const typingPause = 200;

/**
 * The search page: reads the query from form and address, asks the index, shows facets and hits.
 * Everything it fills stands in `SiteSearch.astro`.
 */
class SiteSearch extends HTMLElement {
  #latest = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#form.hidden = false;
    // Beside the results there is room for them; above the results they would push those away.
    this.#part<HTMLDetailsElement>("[data-facets]").open = matchMedia("(min-width: 64rem)").matches;
    this.#restore();
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#run();
    });
    this.#form.addEventListener("input", (event) => {
      clearTimeout(this.#pause);
      const typed = event.target === this.#input;
      this.#pause = setTimeout(() => this.#run(), typed ? typingPause : 0);
    });
    this.#input.addEventListener("focus", () => void loadIndex().catch(() => undefined), {
      once: true,
    });
    addEventListener("popstate", () => this.#restore());
  }

  get #form(): HTMLFormElement {
    return this.#part("form");
  }

  get #input(): HTMLInputElement {
    return this.#part("input[name=q]");
  }

  get #status(): HTMLElement {
    return this.#part("[role=status]");
  }

  get #results(): HTMLElement {
    return this.#part("[data-results]");
  }

  #part<Part extends HTMLElement>(selector: string): Part {
    const part = this.querySelector<Part>(selector);
    if (!part) throw new Error(`The search page has no ${selector}`);
    return part;
  }

  /** Shows what the address asks for. */
  #restore(): void {
    const state = readSearchState(location.search);
    this.#input.value = state.query;
    this.#part<HTMLSelectElement>("select").value = state.sorting;
    void this.#show(state);
  }

  /** Shows what the form asks for, and puts it into the address. */
  #run(): void {
    clearTimeout(this.#pause);
    const data = new FormData(this.#form);
    const state: SearchState = {
      query: this.#input.value.trim(),
      chosen: {
        jahr: data.getAll("jahr").map(String),
        kommune: data.getAll("kommune").map(String),
        massnahme: data.getAll("massnahme").map(String),
      },
      sorting: String(data.get("sortierung")) as Sorting,
    };
    const address = writeSearchState(state);
    if (address !== location.search) history.replaceState(null, "", address || location.pathname);
    void this.#show(state);
  }

  async #show(state: SearchState): Promise<void> {
    const turn = ++this.#latest;
    try {
      const result = await searchIndex(state);
      const hits = isEmptySearch(state) ? [] : await result.load(0, pageLength);
      // A later keystroke has overtaken this search.
      if (turn !== this.#latest) return;
      this.#showFacets(result.counts, state);
      this.#status.textContent = isEmptySearch(state) ? "" : describe(result, state);
      this.#results.replaceChildren(...hits.map(renderHit));
      this.#offerMore(result, hits.length);
    } catch {
      if (turn !== this.#latest) return;
      this.#results.replaceChildren();
      this.#status.textContent =
        "Die Suche ließ sich nicht laden. Prüfen Sie die Verbindung, und laden Sie die Seite neu.";
    }
  }

  #showFacets(counts: FacetCounts, { chosen }: SearchState): void {
    for (const facet of facets) {
      const list = this.#part<HTMLElement>(`[data-facet=${facet}]`);
      const focused = document.activeElement?.id;
      list.replaceChildren(
        ...sortValues(facet, Object.keys(counts[facet])).map((value) =>
          renderChoice(facet, value, counts[facet][value] ?? 0, chosen[facet].includes(value)),
        ),
      );
      if (focused) list.querySelector<HTMLElement>(`#${CSS.escape(focused)}`)?.focus();
    }
    this.#part("[data-facets]").hidden = false;
  }

  #offerMore(result: SearchResult, shown: number): void {
    const more = this.#part<HTMLButtonElement>("[data-more]");
    more.hidden = shown === 0 || shown >= result.count;
    more.onclick = async () => {
      const hits = await result.load(shown, pageLength);
      const items = hits.map(renderHit);
      this.#results.append(...items);
      items[0]?.querySelector("a")?.focus();
      this.#offerMore(result, shown + hits.length);
    };
  }
}

customElements.define("site-search", SiteSearch);

function describe({ count }: SearchResult, { query }: SearchState): string {
  const words = query ? ` für „${query}“` : "";
  if (count === 0) {
    return `Keine Vereinbarung gefunden${words}. Prüfen Sie die Schreibweise, oder wählen Sie weniger Filter.`;
  }
  return `${formatCount(count, "Vereinbarung", "Vereinbarungen")}${words}`;
}

function sortValues(facet: Facet, values: string[]): string[] {
  return values.sort((a, b) =>
    facet === "jahr" ? Number(b) - Number(a) : a.localeCompare(b, "de"),
  );
}

function renderChoice(facet: Facet, value: string, count: number, checked: boolean): HTMLElement {
  const id = `${facet}-${value}`;
  const input = element("input", { type: "checkbox", name: facet, value, id, checked });
  const label = element(
    "label",
    { htmlFor: id },
    value,
    element("span", { className: "facet__count" }, String(count)),
  );
  return element("li", {}, input, label);
}

function renderHit(hit: AgreementHit): HTMLElement {
  const shown = hit.sections.slice(0, sectionsPerHit);
  return element(
    "li",
    { className: "hit" },
    element(
      "h3",
      {},
      element("a", { href: shown[0]?.url ?? hit.url }, `${hit.district} ${hit.year}`),
    ),
    element("p", { className: "hit__facts" }, formatEuros(hit.amount)),
    element("ul", {}, ...shown.map(renderSection)),
  );
}

function renderSection({ title, url, excerpt }: SectionHit): HTMLElement {
  return element(
    "li",
    {},
    element("a", { href: url }, title ?? "Titelseite"),
    element("p", {}, ...markedText(excerpt)),
  );
}

/** The excerpt's text and marks as nodes; no other element can come through. */
function markedText(html: string): Node[] {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return [...body.childNodes].map((node) =>
    node.nodeName === "MARK"
      ? element("mark", {}, node.textContent ?? "")
      : document.createTextNode(node.textContent ?? ""),
  );
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const created = Object.assign(document.createElement(name), properties);
  created.append(...children);
  return created;
}
