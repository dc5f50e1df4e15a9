import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A running server of Decap's `proxy` protocol. */
export interface Server extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
}

export async function startOurs(root: string): Promise<Server> {
  const script = join(import.meta.dirname, "serve-ours.ts");
  const child = spawn(process.execPath, [script, root], { stdio: ["ignore", "pipe", "inherit"] });
  const { value: url } = await createInterface(child.stdout)[Symbol.asyncIterator]().next();
  if (!url) throw new Error("The store did not start");
  return asServer(url, child);
}

/** @param packages the folder that decap-server is installed in */
export async function startDecapServer(root: string, packages: string): Promise<Server> {
  const port = await findPort();
  const script = join(packages, "node_modules/decap-server/dist/index.js");
  const child = spawn(process.execPath, [script], {
    cwd: root,
    env: {
      ...process.env,
      MODE: "git",
      GIT_REPO_DIRECTORY: root,
      PORT: `${port}`,
      BIND_HOST: "127.0.0.1",
      // It would print each failed request in full.
      LOG_LEVEL: "none",
    },
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${port}/api/v1`;
  await untilAnswered(url);
  return asServer(url, child);
}

function asServer(url: string, child: ChildProcess): Server {
  return {
    url,
    pid: child.pid ?? 0,
    async [Symbol.asyncDispose]() {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function untilAnswered(url: string): Promise<void> {
  for (const until = Date.now() + 20_000; ; ) {
    try {
      await fetch(url, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ action: "info" }),
      });
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((waited) => setTimeout(waited, 100));
    }
  }
}
