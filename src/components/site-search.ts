import { comparePlaces } from "#domain/district/district.ts";
import { capitalise, formatCount, formatEuros, formatList } from "#domain/format.ts";
import { paths } from "#domain/paths.ts";
import { missingWords } from "#domain/search/missing-words.ts";
import {
  type Facet,
  facets,
  isEmptySearch,
  readSearchState,
  type SearchState,
  writeSearchState,
} from "#domain/search/search-state.ts";
import { loadIndex } from "./pagefind.ts";
import {
  type AgreementHit,
  type CommonHit,
  type FacetCounts,
  type SearchResult,
  type SectionHit,
  searchIndex,
} from "./search-index.ts";

const pageLength = 10;
const sectionsPerHit = 3;
const typingPause = 200;
/** Longer lists of agreements are folded. */
const openUpTo = 10;

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
    this.#part("[data-reset]").addEventListener("click", () => {
      for (const choice of this.#choices) choice.checked = false;
      this.#run();
      this.#input.focus();
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

  get #choices(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>("[data-facets] input")];
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
    for (const choice of this.#choices) {
      choice.checked = state.chosen[choice.name as Facet].includes(choice.value);
    }
    void this.#show(this.#readForm());
  }

  /** Shows what the form asks for, and puts it into the address. */
  #run(): void {
    clearTimeout(this.#pause);
    const state = this.#readForm();
    const address = writeSearchState(state);
    if (address !== location.search) history.replaceState(null, "", address || location.pathname);
    void this.#show(state);
  }

  /** The form has the fields of the address, so both are read the same way. */
  #readForm(): SearchState {
    const fields = [...new FormData(this.#form)].map(([name, value]) => [name, String(value)]);
    return readSearchState(new URLSearchParams(fields).toString());
  }

  async #show(state: SearchState): Promise<void> {
    const turn = ++this.#latest;
    this.#nameState(state);
    try {
      const result = await searchIndex(state);
      const hits = isEmptySearch(state) ? [] : await result.next(pageLength);
      // A later keystroke has overtaken this search.
      if (turn !== this.#latest) return;
      this.#showCounts(result.counts);
      this.#status.textContent = describe(result, hits, state);
      this.#results.replaceChildren(...hits.map(renderHit));
      this.#showCommon(result.common);
      this.#offerMore(result, hits.length);
    } catch {
      if (turn !== this.#latest) return;
      this.#results.replaceChildren();
      this.#showCommon([]);
      this.#status.textContent =
        "Die Suche ließ sich nicht laden. Prüfen Sie die Verbindung, und laden Sie die Seite neu.";
    }
  }

  /** Says in title and facets what is asked for, before anything is found. */
  #nameState({ query, chosen }: SearchState): void {
    document.title = [query && `„${query}“`, this.dataset.title].filter(Boolean).join(" · ");
    const count = facets.reduce((sum, facet) => sum + chosen[facet].length, 0);
    this.#part("[data-chosen]").textContent = count === 0 ? "" : ` (${count} gewählt)`;
    this.#part("[data-reset]").hidden = count === 0;
  }

  #showCounts(counts: FacetCounts): void {
    for (const choice of this.#choices) {
      const count = counts[choice.name as Facet][choice.value] ?? 0;
      const label = choice.labels?.[0]?.querySelector("[data-count]");
      if (label) label.textContent = ` (${count})`;
    }
  }

  #showCommon(common: readonly CommonHit[]): void {
    const nameOf = (slug: string) =>
      this.#choices.find(({ name, value }) => name === "kommune" && value === slug)?.dataset
        .label ?? slug;
    this.#part("[data-common]").hidden = common.length === 0;
    this.#part("[data-common] ol").replaceChildren(
      ...common.map((hit) => renderCommon(hit, nameOf)),
    );
  }

  #offerMore(result: SearchResult, shown: number): void {
    const more = this.#part<HTMLButtonElement>("[data-more]");
    const turn = this.#latest;
    more.hidden = shown === 0 || shown >= result.hitCount;
    more.disabled = false;
    more.onclick = async () => {
      more.disabled = true;
      const hits = await result.next(pageLength);
      if (turn !== this.#latest) return;
      const items = hits.map(renderHit);
      this.#results.append(...items);
      items[0]?.querySelector("a")?.focus();
      this.#offerMore(result, shown + hits.length);
    };
  }
}

customElements.define("site-search", SiteSearch);

function describe(
  { count, isSimilar }: SearchResult,
  hits: readonly AgreementHit[],
  state: SearchState,
): string {
  if (isEmptySearch(state)) {
    return "Geben Sie ein Wort ein, z. B. Zukunftscamps, Teilzeit oder § 5, oder wählen Sie aus.";
  }
  const words = state.query ? ` für „${state.query}“` : "";
  const narrowed = facets.some((facet) => state.chosen[facet].length > 0);
  if (count === 0) {
    const advice = [
      state.query && "prüfen Sie die Schreibweise",
      narrowed && "nehmen Sie eine Auswahl zurück",
    ].filter((text) => text !== false && text !== "");
    return `Keine Vereinbarung gefunden${words}. ${capitalise(advice.join(" oder "))}.`;
  }
  if (isSimilar) {
    const marked = hits.flatMap(({ sections }) =>
      sections.flatMap(({ excerpt }) => markedWords(excerpt)),
    );
    const missing = missingWords(state.query, marked);
    const list = formatList(missing.map((word) => `„${word}“`));
    return `Keine der Vereinbarungen enthält ${list}. ${formatCount(count, "Vereinbarung enthält", "Vereinbarungen enthalten")} ähnliche Wörter:`;
  }
  return `${formatCount(count, "Vereinbarung", "Vereinbarungen")}${words}`;
}

function renderHit(hit: AgreementHit): HTMLElement {
  const shown = hit.sections.slice(0, sectionsPerHit);
  return element(
    "li",
    { className: "hit" },
    element("h3", {}, element("a", { href: hit.url }, `${hit.district} ${hit.year}`)),
    element("p", { className: "hit__facts" }, formatEuros(hit.amount)),
    element("ul", {}, ...shown.map(renderSection)),
  );
}

/** Passages that all agreements of a year share, and the agreements to read them in. */
function renderCommon(hit: CommonHit, nameOf: (slug: string) => string): HTMLElement {
  const { year, count, sections } = hit;
  const list = element("ul", { className: "hit__agreements" });
  const label = `In ${formatCount(count, "Vereinbarung", "Vereinbarungen")} ${year} lesen`;
  const details = element("details", {}, element("summary", {}, label), list);
  details.addEventListener("toggle", () => void fillAgreements(list, hit, nameOf), { once: true });
  details.open = count <= openUpTo;
  return element(
    "li",
    { className: "hit" },
    element("h4", {}, `Programmjahr ${year}`),
    element("ul", {}, ...sections.slice(0, sectionsPerHit).map(renderCommonSection)),
    details,
  );
}

async function fillAgreements(
  list: HTMLElement,
  { year, districts, sections }: CommonHit,
  nameOf: (slug: string) => string,
): Promise<void> {
  const fragment = sections[0]?.url ?? "";
  const links = (await districts())
    .map((slug) => [nameOf(slug), paths.agreement(Number(year), slug)] as const)
    .sort(([a], [b]) => comparePlaces(a, b))
    .map(([name, href]) => element("li", {}, element("a", { href: href + fragment }, name)));
  list.replaceChildren(...links);
}

function renderCommonSection({ title = "", excerpt }: SectionHit): HTMLElement {
  return element("li", {}, element("strong", {}, title), element("p", {}, ...markedText(excerpt)));
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
  return parse(html).map((node) =>
    node.nodeName === "MARK"
      ? element("mark", {}, node.textContent ?? "")
      : document.createTextNode(node.textContent ?? ""),
  );
}

function markedWords(html: string): string[] {
  return parse(html)
    .filter((node) => node.nodeName === "MARK")
    .map((node) => node.textContent ?? "");
}

function parse(html: string): Node[] {
  return [...new DOMParser().parseFromString(html, "text/html").body.childNodes];
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
