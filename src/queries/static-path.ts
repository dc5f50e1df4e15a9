import { createHash } from "node:crypto";

/**
 * A path of `getStaticPaths` whose cache key is made from its props. A page shows nothing but its
 * props (and what their digests name), so the key is complete by construction.
 */
export function staticPath<
  Params extends Record<string, string>,
  Props extends Record<string, unknown>,
>(params: Params, props: Props) {
  const cacheKey = createHash("sha256").update(JSON.stringify(props)).digest("hex");
  return { params, props, cacheKey };
}
