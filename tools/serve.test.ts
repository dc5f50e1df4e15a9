import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { listen, serveFolder } from "./serve.ts";

it("answers where somebody has removed the built site", async () => {
  const folder = mkdtempSync(join(tmpdir(), "serve-"));
  const server = await listen(0, serveFolder(folder));
  rmSync(folder, { recursive: true });
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://localhost:${port}/`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toBe("Diese Seite gibt es nicht.");
  server.close();
  server.closeAllConnections();
});
