import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "src/**/*.test.ts",
            "tools/**/*.test.ts",
            "tests/*.test.ts",
            "tests/git-store/*.test.ts",
            "tests/review/*.test.ts",
          ],
          // What editors supply is never run.
          exclude: [...configDefaults.exclude, "src/content/**", "public/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "site",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: "tests/e2e/site.ts",
          // One built site and one browser for all; two cores.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
