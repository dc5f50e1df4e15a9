import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { checkPage } from "#domain/page/check-page.ts";
import { failOnProblems } from "#loaders/content-error.ts";
import { folders, readTextFile } from "#loaders/content-files.ts";

/**
 * The last gate before `@astrojs/mdx` compiles a page: where compilation happens, in a build and in
 * development, whatever brought the text there.
 */
export function pageGate(): AstroIntegration {
  return {
    name: "page-gate",
    hooks: {
      "astro:config:setup": ({ config, updateConfig }) => {
        const root = fileURLToPath(config.root);
        updateConfig({
          vite: {
            plugins: [
              {
                name: "page-gate",
                enforce: "pre",
                // Of some requests `code` is what Astro made of the page; the file always counts.
                transform(_code, id) {
                  const file = relative(root, id.split("?", 1)[0] ?? "").replaceAll("\\", "/");
                  if (!file.startsWith(`${folders.pages}/`)) return;
                  const read = readTextFile(root, file);
                  failOnProblems(
                    "problem" in read ? [read.problem] : checkPage(read.content, file),
                  );
                },
              },
            ],
          },
        });
      },
    },
  };
}
