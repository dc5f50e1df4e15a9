type Field = HTMLInputElement | HTMLSelectElement;

/**
 * Narrows and sorts the table of agreements it wraps. The state stands in the address; without
 * this script the whole table stays.
 */
class AgreementFilter extends HTMLElement {
  connectedCallback(): void {
    const controls = this.querySelector<HTMLElement>(".filter");
    const body = this.querySelector("tbody");
    if (!controls || !body) return;
    const rows = [...body.rows];
    const fields = [...controls.querySelectorAll<Field>("input, select")];
    controls.hidden = false;
    restore(fields);

    const update = () => {
      const { kommune = "", jahr = "", sortierung = "" } = values(fields);
      const shown = rows.filter(
        ({ dataset }) =>
          fold(dataset.district ?? "").includes(fold(kommune)) && (!jahr || dataset.year === jahr),
      );
      body.replaceChildren(...sort(shown, sortierung));
      const status = this.querySelector("[role=status]");
      if (status) status.textContent = describe(shown.length, rows.length);
      remember(fields);
    };
    controls.addEventListener("input", update);
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

function values(fields: readonly Field[]): Record<string, string> {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

function restore(fields: readonly Field[]): void {
  const parameters = new URLSearchParams(location.search);
  for (const field of fields) field.value = parameters.get(field.name) ?? "";
}

function remember(fields: readonly Field[]): void {
  const filled = Object.entries(values(fields)).filter(([, value]) => value !== "");
  const query = new URLSearchParams(filled).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
}
