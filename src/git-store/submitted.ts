import { type EntryAddress, uploadsOf } from "#domain/editing/entries.ts";
import { mediaProblem } from "#domain/editing/media.ts";
import { largestMedia, longestText, type Params } from "#domain/editing/protocol.ts";
import { formatBytes } from "#domain/format.ts";
import { showPlace, unknownPlace } from "./places.ts";
import { Refusal } from "./refusal.ts";

/** @throws Refusal where a text cannot be stored as it is */
export function checkText(raw: string): void {
  const bytes = Buffer.byteLength(raw);
  if (bytes > longestText) {
    throw new Refusal(
      413,
      `Der Text ist ${formatBytes(bytes)} lang, erlaubt sind ${formatBytes(longestText)}. Kürzen Sie ihn.`,
    );
  }
  if (raw.includes("\0") || !raw.isWellFormed()) {
    throw new Refusal(
      422,
      "Der Text enthält ein Zeichen, das sich nicht speichern lässt (NUL oder ein halbes Zeichen). Entfernen Sie es; oft steckt es in kopiertem Text.",
    );
  }
}

/**
 * The originals that come with an entry, by path.
 *
 * @throws Refusal where one is not what its name says, or belongs elsewhere
 */
export function readUploads(
  entry: EntryAddress,
  assets: Params<"persistEntry">["assets"],
): Map<string, Buffer> {
  const allowed = uploadsOf(entry);
  return new Map(
    assets.map(({ path, content }) => {
      if (!allowed.includes(path)) throw wrongUpload(path, allowed);
      const bytes = Buffer.from(content, "base64");
      if (bytes.toString("base64") !== content) {
        throw new Refusal(
          400,
          `Der Inhalt von „${path}“ ist kein Base64. Laden Sie die Datei noch einmal hoch.`,
        );
      }
      if (bytes.length > largestMedia) {
        throw new Refusal(
          413,
          `Die Datei ist ${formatBytes(bytes.length)} groß, erlaubt sind ${formatBytes(largestMedia)}. Verkleinern Sie das PDF.`,
        );
      }
      const problem = mediaProblem(path, bytes);
      if (problem) throw new Refusal(422, problem);
      return [path, bytes];
    }),
  );
}

function wrongUpload(path: string, allowed: readonly string[]): Refusal {
  if (allowed.length === 0) return unknownPlace(path);
  return new Refusal(
    422,
    `„${showPlace(path)}“ gehört nicht zu dieser Vereinbarung. Das Original heißt wie sie: ${allowed.join(" oder ")}.`,
  );
}
