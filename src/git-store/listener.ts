import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import {
  largestMedia,
  longestText,
  type RefusedAnswer,
  requestSchema,
} from "#domain/editing/protocol.ts";
import { formatBytes } from "#domain/format.ts";
import { Refusal } from "./refusal.ts";
import type { Store } from "./store.ts";
import { explainSystemError } from "./system-errors.ts";

/** An original in Base64, and with it texts of the usual length. */
const largestBody = Math.ceil((largestMedia * 4) / 3) + longestText * 2;
/** Requests without uploads. */
const largestPlainBody = longestText * 3;

/**
 * Answers requests of the CMS, from this machine's own pages only.
 *
 * @param openStore called for the first request, and again after a failure
 * @param log what the operator reads of unexpected errors
 */
export function cmsListener(
  openStore: () => Promise<Store>,
  log: (line: string) => void,
): RequestListener {
  let opened: Promise<Store> | undefined;
  const store = () => {
    opened ??= openStore().catch((error) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  return (request, response) => {
    // An answer can be too long for a text, which is only found out here.
    const answered = respond(request, store).then((answer) => JSON.stringify(answer));
    answered.then(
      (text) => send(response, 200, text),
      (error: unknown) => {
        // Whoever asked has left; nobody reads an answer.
        if (error === request.errored) return;
        const known = findReason(error);
        if (!known) log(describeError(error));
        const refusal = known ?? unexpected();
        const answer: RefusedAnswer = { error: refusal.message, ...refusal.details };
        // What was not read of a refused request would be taken for the next one.
        if (!request.complete) response.setHeader("Connection", "close");
        send(response, refusal.status, JSON.stringify(answer));
      },
    );
  };
}

/** What an operator reads of an error: a sentence where a person can do something about it. */
export function explainError(error: unknown): string {
  return findReason(error)?.message ?? describeError(error);
}

function findReason(error: unknown): Refusal | undefined {
  return error instanceof Refusal ? error : explainSystemError(error);
}

async function respond(request: IncomingMessage, store: () => Promise<Store>): Promise<unknown> {
  checkSender(request);
  const body = await readBody(request);
  const parsed = requestSchema.safeParse(parseJson(body));
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join(".") || "action";
    throw new Refusal(
      400,
      `Die Anfrage ist nicht zu verstehen: „${field}“ fehlt oder ist nicht, wie der Server es erwartet. Laden Sie die Seite neu; hilft das nicht, passen CMS und Server nicht zusammen.`,
    );
  }
  const bringsFiles = ["persistEntry", "persistMedia"].includes(parsed.data.action);
  if (!bringsFiles && body.length > largestPlainBody) throw tooLarge();
  return (await store()).answer(parsed.data);
}

/** Another site's page, or a name that was made to point here, has no business with the store. */
function checkSender({ method, headers, headersDistinct, socket }: IncomingMessage): void {
  const { host = "", origin } = headers;
  const site = headers["sec-fetch-site"];
  const isForeign =
    !isOwnHost(host, socket.localPort) ||
    headersDistinct.host?.length !== 1 ||
    (origin !== undefined && origin !== `http://${host}`) ||
    (site !== undefined && site !== "same-origin");
  if (isForeign) {
    throw new Refusal(
      403,
      `Die Anfrage kommt von einer anderen Seite. Öffnen Sie die Redaktion unter http://localhost:${socket.localPort}/admin/.`,
    );
  }
  if (method !== "POST") {
    throw new Refusal(405, "Diese Adresse nimmt nur Anfragen der Redaktion an (POST).");
  }
  const isJson = /^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(
    headers["content-type"] ?? "",
  );
  const isOne = headersDistinct["content-type"]?.length === 1;
  if (!isJson || !isOne || headers["content-encoding"] !== undefined) {
    throw new Refusal(415, "Diese Adresse nimmt nur JSON in UTF-8 an (application/json).");
  }
}

/** @param host as a browser sends it: without the port where it is 80 */
export function isOwnHost(host: string, port: number | undefined): boolean {
  const names = ["localhost", "127.0.0.1", "[::1]"];
  return names.some((name) => host === `${name}:${port}` || (port === 80 && host === name));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers["content-length"] ?? 0) > largestBody) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > largestBody) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw new Refusal(400, "Die Anfrage ist kein JSON in UTF-8.");
  }
}

function tooLarge(): Refusal {
  return new Refusal(
    413,
    `Die Anfrage ist zu groß. Ein Text darf ${formatBytes(longestText)} lang sein, eine Datei ${formatBytes(largestMedia)} groß.`,
  );
}

function unexpected(): Refusal {
  return new Refusal(
    500,
    "Das hat nicht geklappt, und der Grund ist nicht vorgesehen. Ihr Text steht noch im Formular; Näheres steht im Fenster, in dem npm start läuft.",
  );
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    ...(status === 405 && { Allow: "POST" }),
  });
  response.end(text);
}
