import { comparePlaces } from "#domain/district/district.ts";
import { fold } from "#domain/fold.ts";
import { formatAgreements } from "#domain/format.ts";

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
          fold(dataset.names ?? "").includes(fold(kommune.trim())) &&
          (!jahr || dataset.year === jahr),
      );
      body.replaceChildren(...sort(shown, sortierung));
      const status = this.querySelector("[role=status]");
      if (status) status.textContent = describe(shown, rows);
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
      comparePlaces(a.dataset.district ?? "", b.dataset.district ?? ""),
    );
  }
  if (by === "betrag") {
    return rows.toSorted((a, b) => amountOf(b) - amountOf(a));
  }
  return [...rows];
}

function describe(
  shown: readonly HTMLTableRowElement[],
  all: readonly HTMLTableRowElement[],
): string {
  if (shown.length === 0) return "Keine Vereinbarung passt. Ändern Sie Kommune oder Jahr.";
  const sum = shown.reduce((total, row) => total + amountOf(row), 0);
  const of = shown.length === all.length ? "" : `${shown.length} von `;
  return of + formatAgreements(all.length, sum);
}

function amountOf(row: HTMLTableRowElement): number {
  return Number(row.dataset.amount);
}

function values(fields: readonly Field[]): Record<string, string> {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

function restore(fields: readonly Field[]): void {
  const parameters = new URLSearchParams(location.search);
  for (const field of fields) {
    field.value = parameters.get(field.name) ?? "";
    // An address may name what the list does not have.
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.selectedIndex = 0;
  }
}

function remember(fields: readonly Field[]): void {
  const filled = Object.entries(values(fields)).filter(([, value]) => value !== "");
  const query = new URLSearchParams(filled).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
}
