import { base } from "../_includes/base.mjs";

export const data = { permalink: "/" };

export const render = ({ collections, page }) =>
  base(
    { title: "Zielvereinbarungen", url: page.url },
    `<p>${collections.agreement.length} Vereinbarungen</p>`,
  );
