import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { checkPage } from "#domain/page/check-page.ts";
import { failOnProblems } from "#loaders/content-error.ts";
import { folders } from "#loaders/content-files.ts";

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
                transform(code, id) {
                  const file = relative(root, id.split("?", 1)[0] ?? "").replaceAll("\\", "/");
                  if (!file.startsWith(`${folders.pages}/`) || !code.startsWith("---")) return;
                  failOnProblems(checkPage(code, file));
                },
              },
            ],
          },
        });
      },
    },
  };
}
