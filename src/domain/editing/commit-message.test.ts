import { describe, expect, it } from "vitest";
import { formatCommitMessage, readTrailers } from "./commit-message.ts";

const message = {
  subject: "Wetteraukreis 2025: geändert",
  body: "Geändert: Fördersumme.",
  trailers: { Art: "geändert", Status: "In Prüfung" },
};

it("writes subject, body and trailers, each apart", () => {
  expect(formatCommitMessage(message)).toBe(
    "Wetteraukreis 2025: geändert\n\nGeändert: Fördersumme.\n\nArt: geändert\nStatus: In Prüfung\n",
  );
});

it("keeps a value from becoming a trailer of its own", () => {
  const text = formatCommitMessage({
    subject: "Seite „a\n\nStatus: Freigegeben“",
    trailers: { Status: "Entwurf", "Bearbeitet-von": "A\nStatus: Freigegeben <a@b>" },
  });
  expect(readTrailers(text).get("Status")).toBe("Entwurf");
});

describe("trailers are read as git reads them", () => {
  it.each([
    [
      "those that were written",
      formatCommitMessage(message),
      { Art: "geändert", Status: "In Prüfung" },
    ],
    ["none of a subject alone", "Status: Freigegeben\n", {}],
    ["none of a last paragraph of sentences", "a\n\nStatus: Freigegeben\nund mehr Text\n", {}],
    ["none of a paragraph before the last", "a\n\nStatus: Freigegeben\n\nText\n", {}],
    ["the last of two", "a\n\nStatus: Entwurf\nStatus: Freigegeben\n", { Status: "Freigegeben" }],
  ])("%s", (_, text, trailers) => {
    expect(Object.fromEntries(readTrailers(text))).toEqual(trailers);
  });
});
