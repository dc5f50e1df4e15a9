import type { APIRoute, GetStaticPaths } from "astro";
import { toMarkdown } from "#domain/agreement/markdown.ts";
import type { PublishedAgreement } from "#domain/agreement/published.ts";
import { paths } from "#domain/paths.ts";
import { readWording } from "#queries/published.ts";
import { agreementPaths } from "#queries/static-path.ts";

export const getStaticPaths = agreementPaths satisfies GetStaticPaths;

export const GET: APIRoute<{ agreement: PublishedAgreement }> = ({ props, site }) => {
  const { agreement } = props;
  const { sections } = readWording(agreement);
  const url = new URL(paths.agreement(agreement.year.year, agreement.district.slug), site).href;
  return new Response(toMarkdown({ facts: agreement.facts, sections }, agreement, url), {
    headers: { "Content-Type": "text/markdown; charset=utf-8" },
  });
};
