export const data = {
  pagination: { data: "collections.agreement", size: 1, alias: "agreement" },
  permalink: ({ agreement }) => `${agreement.url}daten.json`,
  eleventyExcludeFromCollections: true,
};

export const render = ({ agreement }) => {
  const { title, name, cited, year, district, amount, projects, signatures, original, sha256 } =
    agreement.data;
  return JSON.stringify({
    ...{ title, name, cited, year, district, amount, projects, signatures, original, sha256 },
    wording: agreement.rawInput,
  });
};
