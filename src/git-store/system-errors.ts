import { Refusal } from "./refusal.ts";

export const diskFull = [
  507,
  "Der Datenträger ist voll. Nichts ist gespeichert, nichts verändert. Schaffen Sie Platz und versuchen Sie es noch einmal.",
] as const;
export const notWritable = [
  503,
  "In das Git-Repository lässt sich nicht schreiben. Nichts ist verändert. Prüfen Sie, ob dem Konto, unter dem npm start läuft, der Ordner des Projekts gehört, auch .git und .cache.",
] as const;

const systemErrors: Readonly<Record<string, readonly [status: number, sentence: string]>> = {
  ENOSPC: diskFull,
  EDQUOT: diskFull,
  EFBIG: diskFull,
  EACCES: notWritable,
  EPERM: notWritable,
  EROFS: notWritable,
};

/** What a person can do about a failure of the file system; undefined for all other errors. */
export function explainSystemError(error: unknown): Refusal | undefined {
  const code = String(codeOf(error));
  const reason = Object.hasOwn(systemErrors, code) ? systemErrors[code] : undefined;
  return reason && new Refusal(...reason);
}

/** `ENOENT` and the like; undefined for errors that are not the system's. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
