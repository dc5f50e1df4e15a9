import type { RequestListener } from "node:http";
import { isFinished } from "#build-output/finished.ts";
import { explainWait } from "./build-turns.ts";
import { serveFolder } from "./serve.ts";
import { buildApart } from "./site-builder.ts";

/** The pages in a browser: as the last build made them, or why there are none. */
export interface ShownSite {
  readonly answer: RequestListener;
  build(): Promise<Built>;
}

export interface Built {
  /** What is wrong; undefined where the site was built. */
  readonly failure: string | undefined;
  /** Whether there are pages to show, of this build or an earlier one. */
  readonly hasPages: boolean;
}

/** @param address origin that absolute addresses start with */
export function showSite(address: string): ShownSite {
  let show = insteadOfPages("Die Seiten werden gerade gebaut. Laden Sie gleich noch einmal.\n");
  return {
    answer: (request, response) => show(request, response),
    async build() {
      const wait = explainWait();
      if (wait !== undefined) console.log(wait);
      const failure = await buildApart(address);
      const hasPages = failure === undefined || isFinished("dist", ".cache/astro");
      show = hasPages
        ? serveFolder("dist")
        : insteadOfPages(
            `Die Seiten lassen sich nicht bauen. Berichtigen Sie, was hier steht; nach der nächsten Veröffentlichung oder einem neuen npm start stehen sie hier.\n\n${failure}\n`,
          );
      return { failure, hasPages };
    },
  };
}

function insteadOfPages(text: string): RequestListener {
  return (_request, response) => {
    response.writeHead(503, {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Retry-After": "5",
    });
    response.end(text);
  };
}
