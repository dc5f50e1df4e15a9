import { agreementTable, base } from "../_includes/base.mjs";

export const data = { permalink: "/vereinbarungen/" };

export const render = ({ collections, page }) =>
  base({ title: "Vereinbarungen", url: page.url }, agreementTable(collections.agreement));
