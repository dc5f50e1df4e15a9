/** Every address of the site. They are stable for ever: people cite them. */
export const paths = {
  home: () => "/",
  agreements: () => "/vereinbarungen/",
  agreement: (year: number, district: string) => `/vereinbarungen/${year}/${district}/`,
  agreementData: (year: number, district: string) =>
    `/vereinbarungen/${year}/${district}/daten.json`,
  agreementText: (year: number, district: string) => `/vereinbarungen/${year}/${district}/text.md`,
  districts: () => "/kommunen/",
  district: (district: string) => `/kommunen/${district}/`,
  years: () => "/jahre/",
  year: (year: number) => `/jahre/${year}/`,
  measures: () => "/massnahmen/",
  measure: (measure: string) => `/massnahmen/${measure}/`,
  search: (query?: string) => (query ? `/suche/?q=${encodeURIComponent(query)}` : "/suche/"),
  page: (slug: string) => `/${slug}/`,
  apiAgreements: () => "/api/v1/agreements.json",
  apiAgreementListSchema: () => "/api/v1/agreements.schema.json",
  apiAgreementSchema: () => "/api/v1/agreement.schema.json",
  /** @param file as in the frontmatter: `originals/2025/wetteraukreis.txt` */
  original: (file: string) => `/${file}`,
} as const;
