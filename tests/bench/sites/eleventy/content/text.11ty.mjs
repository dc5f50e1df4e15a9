export const data = {
  pagination: { data: "collections.agreement", size: 1, alias: "agreement" },
  permalink: ({ agreement }) => `${agreement.url}text.md`,
  eleventyExcludeFromCollections: true,
};

export const render = ({ agreement: { data, rawInput } }) =>
  `# ${data.title}\n\n${data.cited}\n\n${rawInput}`;
