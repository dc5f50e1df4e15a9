import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

export default defineConfig({
  site: "http://localhost:4321",
  // The packages lie in a folder that other sites use too.
  cacheDir: "./.cache",
  vite: { cacheDir: "./.cache/vite" },
  integrations: [
    starlight({
      title: "Zielvereinbarungen",
      locales: { root: { label: "Deutsch", lang: "de" } },
      // By default each page names all others.
      sidebar: [
        { label: "Vereinbarungen", link: "/vereinbarungen/" },
        { label: "Kommunen", link: "/kommunen/" },
        { label: "Jahre", link: "/jahre/" },
      ],
      // The content has no code blocks.
      expressiveCode: false,
    }),
  ],
});
