import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { buildSite, describeFailure } from "./build.ts";
import { listen, serveFolder } from "./serve.ts";

const port = readPort(process.env.PORT ?? "4321");

let answer: RequestListener = (_request, response) => {
  response.writeHead(503, { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "5" });
  response.end("Die Seiten werden gerade gebaut. Laden Sie gleich noch einmal.\n");
};

try {
  // Taken before the build, so that a port in use is said at once.
  const server = await listen(port, (request, response) => answer(request, response));
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  try {
    await buildSite(address);
    answer = serveFolder("dist");
    console.log(`Die Seiten stehen unter ${address} (beenden mit Strg+C).`);
  } catch (error) {
    server.close();
    fail(describeFailure(error));
  }
} catch (error) {
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  fail(
    taken
      ? `Port ${port} ist belegt. Beenden Sie das Programm, das ihn benutzt, oder wählen Sie einen anderen: PORT=${port + 1} npm start`
      : describeFailure(error),
  );
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
