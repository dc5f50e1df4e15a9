import { base } from "../_includes/base.mjs";

export const data = { permalink: "/kommunen/" };

export const render = ({ collections, page }) =>
  base(
    { title: "Kommunen", url: page.url },
    `<ul>${collections.districts.map(({ key, agreements }) => `<li><a href="/kommunen/${key}/">${key}</a>: ${agreements.length}</li>`).join("")}</ul>`,
  );
