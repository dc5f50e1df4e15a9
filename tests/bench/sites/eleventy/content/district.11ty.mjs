import { agreementTable, base } from "../_includes/base.mjs";

export const data = {
  pagination: { data: "collections.districts", size: 1, alias: "group" },
  permalink: ({ group }) => `/kommunen/${group.key}/`,
};

export const render = ({ group, page }) =>
  base({ title: group.key, url: page.url }, agreementTable(group.agreements));
