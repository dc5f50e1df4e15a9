import { expect, it } from "vitest";
import { mediaProblem, mediaTypeOf } from "./media.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0);

it.each([
  ["pdf", bytes("%PDF-1.7\n…")],
  ["png", png],
  ["jpeg", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
  ["svg", bytes('<?xml version="1.0"?><svg onload="x()">')],
  ["text", bytes("Zielvereinbarung")],
  ["unknown", Uint8Array.of(0xc4, 0x6e, 0x64)],
  ["unknown", bytes("a\0b")],
] as const)("tells %s by its content", (type, content) => {
  expect(mediaTypeOf(content)).toBe(type);
});

it("takes a PDF and a text by their names", () => {
  expect(mediaProblem("a/kassel.pdf", bytes("%PDF-1.7"))).toBeUndefined();
  expect(mediaProblem("a/kassel.txt", bytes("Text"))).toBeUndefined();
});

it("says what a file really is", () => {
  expect(mediaProblem("a/kassel.pdf", png)).toBe(
    "„kassel.pdf“ ist nach seinem Inhalt ein Bild (PNG). Laden Sie das Original als PDF oder als Text in UTF-8 hoch, mit der passenden Endung.",
  );
  expect(mediaProblem("a/kassel.txt", bytes("%PDF-1.7"))).toContain("ein PDF");
});
