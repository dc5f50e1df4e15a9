/** Who edited something, as Git records it. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

/** `Erika Muster <erika@example.org>` */
export function formatPerson({ name, email }: Person): string {
  return `${name} <${email}>`;
}

/** Reads `Name <mail>`; undefined where a part is missing or holds what would break a commit. */
export function readPerson(text: string): Person | undefined {
  const [, name = "", email = ""] =
    text.match(/^\s*([^<>\p{Cc}]*[^<>\p{Cc}\s])\s*<([^<>\s\p{Cc}]+@[^<>\s\p{Cc}]+)>\s*$/u) ?? [];
  // Git leaves out dots and commas at the ends of a name; of some names nothing is left.
  return /\p{L}/u.test(name) ? { name, email } : undefined;
}
