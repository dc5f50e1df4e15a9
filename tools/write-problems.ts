import { writeFileSync } from "node:fs";
import { problemsPage } from "#tools/problems-page.ts";

writeFileSync("docs/problems.md", problemsPage());
