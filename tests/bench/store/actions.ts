import type { EntryAddress } from "#domain/editing/entries.ts";
import { type Client, Failure, openClient } from "./client.ts";
import { join, measure, measureInTurn, type Samples } from "./measure.ts";
import { type Edit, editEntry } from "./repositories.ts";
import type { Server } from "./servers.ts";

/** One thing that editors do, on both servers. */
export interface MeasuredAction {
  readonly name: string;
  readonly ours: Samples;
  readonly decap: Samples;
}

/** What is done on both servers. */
interface Task {
  readonly name: string;
  readonly times: number;
  act(side: Side, time: number): Promise<Samples>;
}

interface Side {
  readonly server: Server;
  readonly client: Client;
}

const editors = 10;
const savesOfEach = 8;

/**
 * Makes a draft of each entry on both servers and does there what editors do.
 *
 * @param project a checkout that texts are made in
 * @param entries that get drafts; at least twenty
 * @param rounds how often the whole board is shown; the rest is done more often in proportion
 */
export async function measureActions(
  servers: readonly [ours: Server, decap: Server],
  project: string,
  entries: readonly EntryAddress[],
  rounds: number,
): Promise<MeasuredAction[]> {
  const sides = servers.map((server) => ({ server, client: openClient(server.url) }));
  const drafts = entries.map((entry) => editEntry(project, entry, ""));
  for (const { client } of sides) {
    for (const { entry, raw } of drafts) {
      await client.open(entry);
      await client.save({ entry, raw, uploads: [] });
    }
  }
  const measured: MeasuredAction[] = [];
  for (const { name, times, act } of listTasks(project, drafts, rounds)) {
    console.log(name);
    const [ours, decap] = await measureInTurn(sides, times, act);
    if (ours && decap) measured.push({ name, ours, decap });
  }
  return measured;
}

function listTasks(project: string, drafts: readonly Edit[], rounds: number): Task[] {
  const entries = drafts.map(({ entry }) => entry);
  const pick = (time: number) => entries[time % entries.length] as EntryAddress;
  const folderOf = ({ file }: EntryAddress) => file.slice(0, file.lastIndexOf("/"));
  const folders = [...new Set(entries.map(folderOf))];
  return [
    {
      name: "list a year",
      times: rounds * 5,
      act: ({ client }, time) =>
        measure(async () => {
          expect((await client.list(folderOf(pick(time)))) > 0, "an empty list");
        }),
    },
    {
      name: "list all years",
      times: rounds * 2,
      act: ({ client }) =>
        measure(async () => {
          const counts = await Promise.all(folders.map((folder) => client.list(folder)));
          expect(!counts.includes(0), "an empty list");
        }),
    },
    {
      name: "open what is published",
      times: rounds * 8,
      act: ({ client }, time) =>
        measure(async () => {
          expect((await client.open(pick(time))).startsWith("---"), "no text");
        }),
    },
    {
      name: "open a draft",
      times: rounds * 8,
      act: ({ client }, time) =>
        measure(async () => {
          const text = await client.openDraft(pick(time));
          expect(text === drafts[time % drafts.length]?.raw, "not the draft's text");
        }),
    },
    {
      name: `the board with ${entries.length} drafts`,
      times: rounds,
      act: ({ client }) =>
        measure(async () => {
          expect((await client.showBoard()) === entries.length, "not all drafts");
        }),
    },
    {
      name: "save",
      times: rounds * 5,
      act: ({ client }, time) => {
        const entry = pick(0);
        const text = editEntry(project, entry, `A${time}`);
        return measure(
          () => client.save({ ...text, uploads: [] }),
          async () => {
            await client.openDraft(entry);
          },
        );
      },
    },
    {
      name: `save, ${editors} editors at once`,
      times: rounds,
      act: async ({ server }, time) =>
        join(
          await Promise.all(
            entries.slice(-editors).map((entry) => saveOften(project, server, entry, time)),
          ),
        ),
    },
    {
      name: "publish",
      times: Math.min(rounds, entries.length - editors - 1),
      act: ({ client }, time) => {
        const entry = pick(time + 1);
        return measure(
          () => client.publish(entry),
          async () => {
            await client.openDraft(entry);
            await client.save(editEntry(project, entry, `P${time}`));
            await client.approve(entry);
          },
        );
      },
    },
  ];
}

/** One of many editors, each at a draft of their own; what was saved last has to be there. */
async function saveOften(
  project: string,
  server: Server,
  entry: EntryAddress,
  time: number,
): Promise<Samples> {
  const client = openClient(server.url);
  const texts = Array.from({ length: savesOfEach }, (_, index) => ({
    ...editEntry(project, entry, `B${time}x${index}`),
    uploads: [],
  }));
  const opened = await measure(async () => {
    await client.openDraft(entry);
  });
  const samples: Samples[] = [];
  /** What may be there afterwards: a save may be done and its answer fail. */
  let possible = texts;
  for (const [index, text] of texts.entries()) {
    const sample = await measure(() => client.save(text));
    if (sample.failures.length === 0) possible = texts.slice(index);
    samples.push(sample);
  }
  const checked = await measure(async () => {
    const text = await client.openDraft(entry);
    expect(
      possible === texts || possible.some(({ raw }) => raw === text),
      "a save that was answered is lost",
    );
  });
  // How long opening takes is measured elsewhere.
  return join([...samples, ...[opened, checked].map((one) => ({ ...one, milliseconds: [] }))]);
}

function expect(isSo: boolean, otherwise: string): void {
  if (!isSo) throw new Failure(otherwise);
}
