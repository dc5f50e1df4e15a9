import { type Person, readPerson } from "#domain/editing/person.ts";
import type { Git } from "./git.ts";
import { Refusal } from "./refusal.ts";

/** The name and address that Git's configuration gives; undefined where one is missing. */
export async function configuredPerson(git: Git): Promise<Person | undefined> {
  const [name, email] = await Promise.all(
    ["user.name", "user.email"].map(async (key) => {
      const { stdout } = await git.run(["config", "--get", key], { expected: [0, 1] });
      return stdout.toString().trim();
    }),
  );
  return readPerson(`${name} <${email}>`);
}

export function nobodyKnown(): Refusal {
  return new Refusal(
    403,
    'Wer bearbeitet, ist nicht bekannt: Starten Sie mit npm start -- --editor "Erika Muster <erika.muster@example.org>", mit Ihrem Namen und Ihrer Adresse.',
  );
}
