/**
 * Narrows and sorts the table of agreements it wraps. The state stands in the address; without
 * this script the whole table stays.
 */
class AgreementFilter extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    const body = this.querySelector("tbody");
    if (!form || !body) return;
    const rows = [...body.rows];
    form.hidden = false;
    restore(form);

    const update = () => {
      const { kommune = "", jahr = "", sortierung = "" } = values(form);
      const shown = rows.filter(
        ({ dataset }) =>
          fold(dataset.district ?? "").includes(fold(kommune)) && (!jahr || dataset.year === jahr),
      );
      body.replaceChildren(...sort(shown, sortierung));
      const status = this.querySelector("[role=status]");
      if (status) status.textContent = describe(shown.length, rows.length);
      remember(form);
    };
    form.addEventListener("input", update);
    form.addEventListener("submit", (event) => event.preventDefault());
    update();
  }
}

customElements.define("agreement-filter", AgreementFilter);

function sort(rows: readonly HTMLTableRowElement[], by: string): HTMLTableRowElement[] {
  if (by === "kommune") {
    return rows.toSorted((a, b) =>
      (a.dataset.district ?? "").localeCompare(b.dataset.district ?? "", "de"),
    );
  }
  if (by === "betrag") {
    return rows.toSorted((a, b) => Number(b.dataset.amount) - Number(a.dataset.amount));
  }
  return [...rows];
}

function describe(shown: number, all: number): string {
  if (shown === all) return "";
  if (shown === 0) return "Keine Vereinbarung passt. Ändern Sie Kommune oder Jahr.";
  return `${shown} von ${all} Vereinbarungen`;
}

/** Letters only differ in what tells places apart: „Gross-Gerau“ finds „Groß-Gerau“. */
function fold(text: string): string {
  return text.toLowerCase().replaceAll("ß", "ss").normalize("NFD").replace(/\p{M}/gu, "");
}

function values(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

function restore(form: HTMLFormElement): void {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
      field.value = value;
  }
}

function remember(form: HTMLFormElement): void {
  const filled = Object.entries(values(form)).filter(([, value]) => value !== "");
  const query = new URLSearchParams(filled).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
}
