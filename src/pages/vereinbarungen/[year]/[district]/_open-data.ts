import type { APIRoute, GetStaticPaths } from "astro";
import type { PublishedAgreement } from "#domain/agreement/published.ts";
import { agreementFiles } from "#domain/open-data/agreement-files.ts";
import { readPublished, readWording } from "#queries/published.ts";

/** The file of an agreement, in development only: a build writes all of them itself. */
export const getStaticPaths = (async () => {
  const { agreements } = await readPublished();
  return agreements.map((agreement) => ({
    params: { year: String(agreement.year.year), district: agreement.district.slug },
    props: { agreement },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ agreement: PublishedAgreement }> = ({ props, site, url }) => {
  const { agreement } = props;
  const files = agreementFiles(readWording(agreement), agreement, String(site));
  const content = files.find(([path]) => path === url.pathname)?.[1];
  return new Response(content, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
};
