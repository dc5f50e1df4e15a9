import { type Person, readPerson } from "#domain/editing/person.ts";
import type { Git } from "./git.ts";
import { Refusal } from "./refusal.ts";

/** The name and address that Git's configuration gives; undefined where one is missing. */
export async function configuredPerson(git: Git): Promise<Person | undefined> {
  const { stdout } = await git.run(["config", "-z", "--get-regexp", "^user\\.(name|email)$"], {
    expected: [0, 1],
  });
  // `user.name\nErika Muster\0…`; of several files the last one counts, as in Git.
  const values = new Map(
    stdout
      .toString()
      .split("\0")
      .map((line) => {
        const [key = "", value = ""] = line.split("\n");
        return [key, value.trim()];
      }),
  );
  const [name = "", email = ""] = ["user.name", "user.email"].map((key) => values.get(key));
  return readPerson(`${name} <${email}>`);
}

export function nobodyKnown(): Refusal {
  return new Refusal(
    403,
    'Wer bearbeitet, ist nicht bekannt: Starten Sie mit npm start -- --editor "Erika Muster <erika.muster@example.org>", mit Ihrem Namen und Ihrer Adresse.',
  );
}
