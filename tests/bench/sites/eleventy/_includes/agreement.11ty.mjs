import { base, escapeHtml } from "./base.mjs";

export const render = ({ content, page, ...facts }) =>
  base(
    { ...facts, url: page.url },
    `<p>${escapeHtml(facts.cited)}</p>
<dl>
  <dt>Fördersumme</dt>
  <dd>${facts.amount}</dd>
  <dt>Projekte</dt>
  <dd>
    <ul>${facts.projects.map(({ title }) => `<li>${escapeHtml(title)}</li>`).join("")}</ul>
  </dd>
  <dt>Programmjahr</dt>
  <dd><a href="/jahre/${facts.year}/">${facts.year}</a></dd>
  <dt>Kommune</dt>
  <dd><a href="/kommunen/${facts.district}/">${escapeHtml(facts.name)}</a></dd>
  <dt>Unterschriften</dt>
  <dd>
    <ul>${facts.signatures.map(signature).join("")}</ul>
  </dd>
  <dt>Original</dt>
  <dd><a href="/${facts.original}">${facts.original}</a>, SHA-256 ${facts.sha256}</dd>
</dl>
<nav><ul>${[...content.matchAll(/<h2 id="([^"]*)"[^>]*>(.*?)<\/h2>/g)].map(contentsEntry).join("")}</ul></nav>
${content}`,
  );

function signature({ name, role, place, date }) {
  return `<li>${escapeHtml(name)}, ${escapeHtml(role)} (${escapeHtml(place)}, ${date ?? ""})</li>`;
}

function contentsEntry([, id, heading]) {
  return `<li><a href="#${id}">${heading}</a></li>`;
}
