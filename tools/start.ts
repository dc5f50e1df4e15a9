import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { type Person, readPerson } from "#domain/editing/person.ts";
import { openGit } from "#git-store/git.ts";
import { configuredPerson, nobodyKnown } from "#git-store/identity.ts";
import { cmsListener } from "#git-store/listener.ts";
import { openStore, type Store } from "#git-store/store.ts";
import { checkApart } from "./check-apart.ts";
import { listen, serveFolder } from "./serve.ts";
import { buildApart, buildQueue } from "./site-builder.ts";

const port = readPort(process.env.PORT ?? "4321");
const editor = readEditor();

let showPage: RequestListener = (_request, response) => {
  response.writeHead(503, { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "5" });
  response.end("Die Seiten werden gerade gebaut. Laden Sie gleich noch einmal.\n");
};

try {
  // Taken before the build, so that a port in use is said at once.
  const server = await listen(port, (request, response) => {
    const answer = request.url?.split("?")[0] === "/api/cms" ? cms : showPage;
    answer(request, response);
  });
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  const cms = serveStore(address);
  const failure = await buildApart(address);
  if (failure === undefined) {
    showPage = serveFolder("dist");
    console.log(`Die Seiten stehen unter ${address} (beenden mit Strg+C).`);
    if (!(await isEditorKnown())) console.log(nobodyKnown().message);
  } else {
    server.close();
    server.closeAllConnections();
    fail(failure);
  }
} catch (error) {
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  fail(
    taken
      ? `Port ${port} ist belegt. Beenden Sie das Programm, das ihn benutzt, oder wählen Sie einen anderen: PORT=${port + 1} npm start`
      : String(error instanceof Error ? error.stack : error),
  );
}

/** The CMS's side of the server: content in the Git repository of this folder. */
function serveStore(address: string): RequestListener {
  const published: string[] = [];
  const rebuild = buildQueue(async () => {
    const titles = published.splice(0).join(", ");
    const start = performance.now();
    const failure = await buildApart(address);
    const seconds = ((performance.now() - start) / 1000).toFixed(1).replace(".", ",");
    if (failure === undefined) {
      console.log(`Veröffentlicht: ${titles}. Die Seiten zeigen es nach ${seconds} s.`);
    } else {
      console.error(
        `Veröffentlicht: ${titles}. Die Seiten ließen sich nicht bauen und zeigen weiter den Stand davor:\n${failure}`,
      );
    }
  });
  const open = () =>
    openStore({
      root: process.cwd(),
      branch: "main",
      editor,
      // Another server may run in the same folder, on another port.
      gateFolder: `.cache/cms/${new URL(address).port}`,
      checkFolder: checkApart,
      onPublished({ title, kind, checkout }) {
        if (checkout.follows) {
          published.push(`${title} (${kind})`);
          rebuild();
        } else {
          console.log(`Veröffentlicht: ${title} (${kind}). ${checkout.why}`);
        }
      },
    });
  // At once, so that what a killed process left is finished before anyone asks.
  let ahead: Promise<Store> | undefined = open();
  // Whoever asks first is told what is wrong.
  ahead.catch(() => undefined);
  return cmsListener(() => {
    const opened = ahead ?? open();
    ahead = undefined;
    return opened;
  }, console.error);
}

async function isEditorKnown(): Promise<boolean> {
  try {
    return (editor ?? (await configuredPerson(openGit(process.cwd())))) !== undefined;
  } catch {
    // Without Git nothing can be edited at all; the CMS says so.
    return true;
  }
}

function readEditor(): Person | undefined {
  const usage = 'npm start -- --editor "Erika Muster <erika.muster@example.org>"';
  try {
    const { values } = parseArgs({ options: { editor: { type: "string" } } });
    if (values.editor === undefined) return undefined;
    const person = readPerson(values.editor);
    if (person) return person;
    console.error(`--editor ist „${values.editor}“. Nennen Sie Namen und Adresse: ${usage}`);
  } catch {
    console.error(`Diese Angabe kennt npm start nicht. Es gibt: ${usage}`);
  }
  process.exit(1);
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  console.error(`PORT ist „${text}“. Nennen Sie eine Zahl bis 65535, z. B. PORT=4322 npm start.`);
  process.exit(1);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
