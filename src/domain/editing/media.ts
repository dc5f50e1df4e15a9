/** What an uploaded file is, told by its content; its name proves nothing. */
export type MediaType = "pdf" | "png" | "jpeg" | "svg" | "html" | "text" | "unknown";

const signatures: readonly [MediaType, readonly number[]][] = [
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["jpeg", [0xff, 0xd8, 0xff]],
];

/** Signatures: ISO 32000-2 § 7.5.2, PNG § 5.2, JPEG/JFIF § 3. */
export function mediaTypeOf(bytes: Uint8Array): MediaType {
  const found = signatures.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  if (found) return found[0];
  const text = decode(bytes);
  if (text === undefined) return "unknown";
  if (/<([\w.-]+:)?svg[\s/>]/i.test(text)) return "svg";
  // Browsers that guess take such a text for a page.
  return /<(!doctype\s+html|html|head|body|script|iframe)[\s/>]/i.test(text) ? "html" : "text";
}

/** Strict UTF-8 without NUL; undefined for anything else. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

const names: Record<MediaType, string> = {
  pdf: "ein PDF",
  png: "ein Bild (PNG)",
  jpeg: "ein Bild (JPEG)",
  svg: "eine SVG-Grafik",
  html: "eine Webseite (HTML)",
  text: "ein Text",
  unknown: "keine PDF- und keine Textdatei in UTF-8",
};

/**
 * What keeps an upload from being an original, in a sentence; undefined where nothing does.
 *
 * @param file path that ends in `.pdf` or `.txt`
 */
export function mediaProblem(file: string, bytes: Uint8Array): string | undefined {
  const type = mediaTypeOf(bytes);
  if (type === (file.endsWith(".pdf") ? "pdf" : "text")) return undefined;
  const fileName = file.slice(file.lastIndexOf("/") + 1);
  return `„${fileName}“ ist nach seinem Inhalt ${names[type]}. Laden Sie das Original als PDF oder als Text in UTF-8 hoch, mit der passenden Endung.`;
}
