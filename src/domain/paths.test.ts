import { expect, it } from "vitest";
import { paths } from "./paths.ts";

// People cite these addresses: a line here changes only together with a redirect.
it.each([
  [paths.home(), "/"],
  [paths.agreements(), "/vereinbarungen/"],
  [paths.agreement(2025, "wetteraukreis"), "/vereinbarungen/2025/wetteraukreis/"],
  [paths.agreementData(2025, "wetteraukreis"), "/vereinbarungen/2025/wetteraukreis/daten.json"],
  [paths.agreementText(2025, "wetteraukreis"), "/vereinbarungen/2025/wetteraukreis/text.md"],
  [paths.districts(), "/kommunen/"],
  [paths.district("wetteraukreis"), "/kommunen/wetteraukreis/"],
  [paths.years(), "/jahre/"],
  [paths.year(2025), "/jahre/2025/"],
  [paths.measures(), "/massnahmen/"],
  [paths.measure("ausbildung"), "/massnahmen/ausbildung/"],
  [paths.search(), "/suche/"],
  [paths.search(""), "/suche/"],
  [paths.search("Ausbildung & § 5"), "/suche/?q=Ausbildung%20%26%20%C2%A7%205"],
  [paths.page("impressum"), "/impressum/"],
  [paths.apiAgreements(), "/api/v1/agreements.json"],
  [paths.apiAgreementSchema(), "/api/v1/agreement.schema.json"],
  [paths.original("originals/2025/wetteraukreis.txt"), "/originals/2025/wetteraukreis.txt"],
])("keeps the address %s", (path, expected) => {
  expect(path).toBe(expected);
});
