import type { Site } from "../sites/site.ts";
import { printMachine, readSection, writeSection } from "./sections.ts";

const command = "npm run bench:build";

/**
 * Writes the part about builds anew; results for other numbers of agreements stay as they are.
 *
 * @param results the printed sections by number of agreements
 */
export function updateDocument(
  file: string,
  sites: readonly Site[],
  results: ReadonlyMap<number, string>,
): void {
  const kept = readResults(readSection(file, command));
  const sections = new Map([...kept, ...results]);
  const inOrder = [...sections].sort(([a], [b]) => a - b).map(([, section]) => section);
  writeSection(file, command, printDocument(sites, inOrder));
}

function readResults(part: string): [number, string][] {
  return part.split(/^(?=### )/m).flatMap((section): [number, string][] => {
    const [, count] = section.match(/^### ([\d,]+) agreements$/m) ?? [];
    return count ? [[Number(count.replaceAll(",", "")), section.trim()]] : [];
  });
}

function printDocument(sites: readonly Site[], results: readonly string[]): string {
  return `## Builds

${printMachine()}
${sites.map(({ name, versions }) => `- ${name}: ${versions().join(", ")}`).join("\n")}

${results.join("\n\n")}

### What each one builds

All get the same agreements, made from the five real ones (\`tests/bench/generate.ts\`): 20 programme years, as many districts as it takes, project titles put together anew from the words of real ones. The wording of each is as long as the real ones, about 7.5 kB.

${sites.map(({ name, builds }) => `- **${name}**: ${builds}.`).join("\n")}

The other generators get what is cheapest for them: facts in the front matter (JSON for Hugo and Eleventy), the wording as Markdown with the facts filled in, plain templates. Each agreement's page has its title, amount, projects, signatures, a list of contents and headings with ids. None of them checks anything against the originals.

### How it is measured

- **cold**: no cache, no output; those of an earlier build are moved away. **unchanged**: the same build once more. **one changed**: a project has another title in one agreement and in its original. Hugo and Eleventy keep nothing between builds.
- **CPU seconds**: user and system of the build and all processes it starts, Pagefind's too, which Node does not wait for. Its **system part** varies most: on ext4 without a journal, each new file costs the more, the more files were removed in the last minutes, by whatever program.
- **peak memory**: the highest sum of what these processes have in memory (RSS), looked up every 100 ms, of all three builds.
- **kB HTML per page**: bytes of all HTML files by their number. 1 kB is 1,000 bytes.
- **other work**: how many processors other programs kept busy meanwhile, on average. Above 0.2 the figures say little, and no goal counts as met or missed.
- Nothing here is a test that could fail.

### Run it

Linux only, with Perl. Hugo is the one your distribution has (\`apt install hugo\`); without it, its rows are left out. The other generators are installed into \`.cache/bench\` on first use and are no dependencies of the project.

\`\`\`sh
npm run bench:build                             # 520 and 5,200 agreements, about ten minutes
npm run bench:build -- --count 520              # one number only; may be repeated
npm run bench:build -- --site Hugo              # ours beside one other; may be repeated
npm run bench:build -- --runs 5                 # medians of five
npm run bench:build -- --write                  # writes this part; other numbers stay
node tests/bench/generate.ts /tmp/content 5200  # the content alone
\`\`\`
`;
}
