const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escapeHtml(text) {
  return String(text).replace(/[&<>"]/g, (character) => escapes[character]);
}

export function base({ title, cited, url }, main) {
  return `<!doctype html>
<html lang="de">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeHtml(title)} · Zielvereinbarungen</title>
    <link rel="canonical" href="http://localhost:4321${url}">
    ${cited ? `<meta name="description" content="${escapeHtml(cited)}">` : ""}
  </head>
  <body>
    <header>
      <a href="/">Zielvereinbarungen</a>
      <nav>
        <a href="/vereinbarungen/">Vereinbarungen</a>
        <a href="/kommunen/">Kommunen</a>
        <a href="/jahre/">Jahre</a>
      </nav>
    </header>
    <main>
      <h1>${escapeHtml(title)}</h1>
      ${main}
    </main>
    <footer>
      <p>Maßgeblich ist das unterzeichnete Original.</p>
    </footer>
  </body>
</html>
`;
}

export function agreementTable(agreements) {
  const rows = agreements.map(
    ({ url, data: { name, year, amount, projects } }) => `<tr>
      <th><a href="${url}">${escapeHtml(name)}</a></th>
      <td>${year}</td>
      <td>${amount}</td>
      <td>${projects.length}</td>
    </tr>`,
  );
  return `<table>
  <thead>
    <tr><th>Kommune</th><th>Jahr</th><th>Fördersumme</th><th>Projekte</th></tr>
  </thead>
  <tbody>${rows.join("\n")}</tbody>
</table>`;
}
