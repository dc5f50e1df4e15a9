import { resolve } from "node:path";
import { build, type Rolldown } from "vite";

/**
 * A module as a script for the browser, as the CMS will bundle it.
 *
 * @param entry path from the repository's root
 * @param name the global that holds what the module exports
 */
export async function bundleForBrowser(entry: string, name: string): Promise<string> {
  const [output] = (await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    define: { "process.env.NODE_ENV": '"production"' },
    build: { write: false, lib: { entry: resolve(entry), formats: ["iife"], name } },
  })) as Rolldown.RolldownOutput[];
  return output?.output[0].code ?? "";
}
