import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { cmsListener } from "#git-store/listener.ts";
import { openStore } from "#git-store/store.ts";
import { checkApart } from "#tools/check-apart.ts";

// The CMS's part of `npm start` for the repository in a folder; prints its address.
const root = resolve(process.argv[2] ?? "");
const listener = cmsListener(
  () =>
    openStore({
      root,
      branch: "main",
      gateFolder: join(root, ".cache/cms/content"),
      checkFolder: checkApart,
      onPublished: ({ checkout }) => {
        if (!checkout.follows) console.error(checkout.why);
      },
    }),
  console.error,
);
const server = createServer(listener);
server.listen(0, "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/cms`);
});
