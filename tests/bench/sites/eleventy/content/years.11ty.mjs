import { base } from "../_includes/base.mjs";

export const data = { permalink: "/jahre/" };

export const render = ({ collections, page }) =>
  base(
    { title: "Jahre", url: page.url },
    `<ul>${collections.years.map(({ key, agreements }) => `<li><a href="/jahre/${key}/">${key}</a>: ${agreements.length}</li>`).join("")}</ul>`,
  );
