export default function configure(config) {
  config.amendLibrary("md", (markdown) => markdown.core.ruler.push("heading-ids", addHeadingIds));
  config.addPassthroughCopy({ originals: "originals" });
  config.addCollection("years", (api) => groupBy(api, "year"));
  config.addCollection("districts", (api) => groupBy(api, "district"));
  // The Markdown holds no template code.
  return { markdownTemplateEngine: false, dir: { input: "content", includes: "../_includes" } };
}

function addHeadingIds({ tokens }) {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "heading_open") continue;
    const words = tokens[index + 1].content.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    token.attrSet("id", words.join("-"));
  }
}

function groupBy(api, field) {
  const groups = Map.groupBy(api.getFilteredByTag("agreement"), ({ data }) => data[field]);
  return [...groups].map(([key, agreements]) => ({ key, agreements }));
}
