import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { extname, join } from "node:path";
import sirv from "sirv";

const headers = {
  "Cross-Origin-Opener-Policy": "same-origin",
  // The page's own policy stands in its head; this part only works as a header.
  "Content-Security-Policy": "frame-ancestors 'none'",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** Texts that are read in the browser; without their encoding it would guess. */
const textTypes: Record<string, string> = {
  ".txt": "text/plain",
  ".md": "text/markdown",
  ".yaml": "application/yaml",
};

/** Answers with the files of a built site, and with its 404 page for everything else. */
export function serveFolder(folder: string): RequestListener {
  const files = sirv(folder, {
    dev: true,
    setHeaders(response, path) {
      const type = textTypes[extname(path)];
      if (type) response.setHeader("Content-Type", `${type}; charset=utf-8`);
    },
  });
  return (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    files(request, response, () => {
      response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
      response.end(readNotFoundPage(folder));
    });
  };
}

function readNotFoundPage(folder: string): Buffer | string {
  try {
    return readFileSync(join(folder, "404.html"));
  } catch {
    // The site was removed while it was served.
    return "Diese Seite gibt es nicht.";
  }
}

/**
 * Listens on this machine only.
 *
 * @param port 0 for any free one
 * @throws the system's error, `EADDRINUSE` where the port is taken
 */
export async function listen(port: number, listener: RequestListener): Promise<Server> {
  const server = createServer(listener);
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}
