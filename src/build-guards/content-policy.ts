import type { AstroIntegration } from "astro";

/**
 * Tells pages whether to carry their Content Security Policy: always, but in the development
 * server, which needs inline styles and scripts. `import.meta.env.PROD` will not do, because a
 * variable of that name in the environment overrides it.
 */
export function contentPolicyInBuilds(): AstroIntegration {
  return {
    name: "content-policy",
    hooks: {
      "astro:config:setup": ({ command, updateConfig }) => {
        updateConfig({ vite: { define: { __CONTENT_POLICY__: String(command !== "dev") } } });
      },
    },
  };
}
