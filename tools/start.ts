import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { constants } from "node:os";
import { parseArgs } from "node:util";
import { type Person, readPerson } from "#domain/editing/person.ts";
import { openGit } from "#git-store/git.ts";
import { configuredPerson, nobodyKnown } from "#git-store/identity.ts";
import { cmsListener, explainError } from "#git-store/listener.ts";
import { openStore, type StoreOptions } from "#git-store/store.ts";
import { codeOf } from "#git-store/system-errors.ts";
import { checkApart } from "./check-apart.ts";
import { ownGateFolder } from "./gate-folder.ts";
import { listen } from "./serve.ts";
import { type Built, showSite } from "./shown-site.ts";
import { buildQueue } from "./site-builder.ts";

const port = readPort(process.env.PORT ?? "4321");
const editor = readEditor();

// Children end with this process; a signal alone would leave them.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => process.exit(128 + constants.signals[signal]));
}

try {
  // Taken before the build, so that a port in use is said at once.
  const server = await listen(port, (request, response) => {
    const answer = request.url?.split("?")[0] === "/api/cms" ? cms : site.answer;
    answer(request, response);
  });
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  const site = showSite(address);
  const published: string[] = [];
  const build = buildQueue(async () => {
    const titles = published.splice(0).join(", ");
    const start = performance.now();
    const built = await site.build();
    const seconds = ((performance.now() - start) / 1000).toFixed(1).replace(".", ",");
    if (titles === "") reportStart(built, address);
    else reportPublication(titles, built, seconds);
  });
  const cms = serveStore(({ title, kind, checkout }) => {
    if (checkout.follows) {
      published.push(`${title} (${kind})`);
      build();
    } else {
      console.log(`Veröffentlicht: ${title} (${kind}). ${checkout.why}`);
    }
  });
  await build();
  if (!(await isEditorKnown())) console.log(nobodyKnown().message);
} catch (error) {
  console.error(explainStart(error));
  process.exitCode = 1;
}

/** The CMS's side of the server: content in the Git repository of this folder. */
function serveStore(onPublished: StoreOptions["onPublished"]): RequestListener {
  const open = async () => {
    const store = await openStore({
      root: process.cwd(),
      branch: "main",
      editor,
      gateFolder: ownGateFolder(".cache/cms"),
      checkFolder: (folder) => checkApart(folder),
      onPublished,
    });
    process.once("exit", store.close);
    return store;
  };
  // At once, so that what a killed process left is finished before anyone asks, and the operator
  // reads what keeps the store from working.
  const ahead = open();
  ahead
    .then((store) => store.answer({ action: "unpublishedEntries", params: {} }))
    .catch((error) => console.error(explainError(error)));
  // What was wrong then may be repaired by now.
  return cmsListener(() => ahead.catch(open), console.error);
}

function reportStart({ failure, hasPages }: Built, address: string): void {
  if (failure === undefined) {
    console.log(`Die Seiten stehen unter ${address} (beenden mit Strg+C).`);
    return;
  }
  console.error(failure);
  const shown = hasPages ? "den letzten Stand, der sich bauen ließ" : "was zu berichtigen ist";
  console.log(
    `Die Seiten ließen sich nicht bauen. Unter ${address} steht ${shown}; die Redaktion nimmt Änderungen an (beenden mit Strg+C).`,
  );
}

function reportPublication(titles: string, { failure, hasPages }: Built, seconds: string): void {
  if (failure === undefined) {
    console.log(`Veröffentlicht: ${titles}. Die Seiten zeigen es nach ${seconds} s.`);
    return;
  }
  const shown = hasPages ? " und zeigen weiter den Stand davor" : "";
  console.error(
    `Veröffentlicht: ${titles}. Die Seiten ließen sich nicht bauen${shown}:\n${failure}`,
  );
}

function explainStart(error: unknown): string {
  const code = codeOf(error);
  if (code === "EADDRINUSE") {
    return `Port ${port} ist belegt. Beenden Sie das Programm, das ihn benutzt, oder wählen Sie einen anderen: PORT=${port + 1} npm start`;
  }
  if (code === "EACCES") {
    return `Port ${port} ist dem Administrator dieses Rechners vorbehalten. Wählen Sie einen ab 1024: PORT=4321 npm start`;
  }
  return String(error instanceof Error ? error.stack : error);
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
