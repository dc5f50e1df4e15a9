import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface Write {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

export interface Forge {
  readonly address: string;
  /** What can be read: path without its query → what it gives, a page at a time if it is a list. */
  readonly pages: Map<string, unknown>;
  /** Every change that was asked for, in order. */
  readonly writes: Write[];
  /** Addresses that were read, with their queries. */
  readonly reads: string[];
  close(): Promise<void>;
}

/** A forge's programming interface, for whoever shows the token; others get 401. */
export async function openForge(header: string, token: string): Promise<Forge> {
  const pages = new Map<string, unknown>();
  const writes: Write[] = [];
  const reads: string[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    const { pathname, searchParams } = new URL(url, "http://forge");
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(typeof body === "string" ? body : JSON.stringify(body));
    };
    if (headers[header] !== token) return answer(401, {});
    if (method !== "GET") {
      writes.push({ method, path: pathname, body: JSON.parse(await read(request)).body });
      return answer(200, {});
    }
    reads.push(url);
    const found = pages.get(pathname);
    if (found === undefined) return answer(404, {});
    const start = (Number(searchParams.get("page") ?? 1) - 1) * 100;
    answer(200, Array.isArray(found) ? found.slice(start, start + 100) : found);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages,
    writes,
    reads,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

async function read(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}
