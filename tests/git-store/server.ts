/**
 * A store over a folder in a process of its own, so that it can be killed:
 * `node server.ts <folder> [--editor "Name <mail>"] [--gate <folder>]`. Prints its origin, then
 * unexpected errors.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { readPerson } from "#domain/editing/person.ts";
import { cmsListener } from "#git-store/listener.ts";
import { openStore } from "#git-store/store.ts";
import { storeOptions } from "./world.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { editor: { type: "string" }, gate: { type: "string" } },
});
const [root = ""] = positionals;
const options = storeOptions(root);
const server = createServer(
  cmsListener(
    () =>
      openStore({
        ...options,
        editor: values.editor === undefined ? undefined : readPerson(values.editor),
        gateFolder: values.gate ?? options.gateFolder,
      }),
    (line) => process.stderr.write(`${line}\n`),
  ),
);
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
