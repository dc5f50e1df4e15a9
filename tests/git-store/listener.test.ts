import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { cmsListener, isOwnHost } from "#git-store/listener.ts";
import { expectRefusal } from "./sentence.ts";
import { type Answer, askAt } from "./world.ts";

it("lives on after an answer that is too long for a text", async () => {
  const logged: string[] = [];
  const endless = {
    toJSON() {
      throw new RangeError("Invalid string length");
    },
  };
  const answers: unknown[] = [endless, {}];
  const store = { answer: async () => answers.shift(), close: () => undefined };
  const ask = await listen(
    cmsListener(
      async () => store,
      (line) => logged.push(line),
    ),
  );
  expectRefusal(await ask("info"), 500);
  expect(logged).toEqual([expect.stringContaining("Invalid string length")]);
  expect(await ask("info")).toEqual({ status: 200, body: {} });
});

it.each([
  ["localhost:4321", 4321, true],
  ["localhost", 4321, false],
  ["localhost:80", 80, true],
  ["localhost", 80, true],
  ["[::1]", 80, true],
  ["127.0.0.1", 80, true],
  ["localhost:", 80, false],
  ["evil.example", 80, false],
])("takes the host %s on port %i for its own: %s", (host, port, isOwn) => {
  expect(isOwnHost(host, port)).toBe(isOwn);
});

async function listen(listener: RequestListener): Promise<(action: string) => Promise<Answer>> {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return (action) => askAt(`http://localhost:${(server.address() as AddressInfo).port}`, action);
}
