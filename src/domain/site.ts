/** What the site calls itself and who publishes it. */
export const site = {
  name: "Zielvereinbarungen",
  subject: "Ausbildungs- und Qualifizierungsbudget Hessen",
  publisher: "Hessisches Ministerium für Arbeit, Integration, Jugend und Soziales",
  /** After „vom“. */
  publisherDative: "Hessischen Ministerium für Arbeit, Integration, Jugend und Soziales",
} as const;
