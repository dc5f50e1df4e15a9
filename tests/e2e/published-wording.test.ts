import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { checkFidelity } from "#domain/agreement/fidelity.ts";
import { publishedAgreementSchema } from "#domain/open-data/agreement-json.ts";
import { agreementId, listAgreementFiles, readAgreement } from "#loaders/agreement-files.ts";
import { readRegisters } from "#loaders/registers.ts";
import { origin, visit } from "./visit.ts";

const root = process.cwd();
const registers = readRegisters(root);
const agreements = listAgreementFiles(root).map((file) => ({
  id: agreementId(file),
  ...readAgreement(root, file, registers),
}));
const ids = agreements.map(({ id }) => id);

it.each(ids)("%s shows every word of its original on the page, in order", async (id) => {
  const { agreement, repairs } = find(id);
  const original = readFileSync(`public/${agreement.facts.source.file}`, "utf8");
  await visit(`/vereinbarungen/${id}/`, async (page) => {
    const text = await page.getByRole("article").evaluate((article) => {
      const copy = article.cloneNode(true) as HTMLElement;
      for (const added of copy.querySelectorAll(".permalink, .cite, .editorial")) added.remove();
      for (const element of copy.querySelectorAll("p, li, h2, h3, h4, span")) element.append("\n");
      return copy.textContent ?? "";
    });
    const lines = text.split("\n").map((line) => ({ text: line, line: 1 }));
    expect(checkFidelity(original, repairs, lines, id)).toEqual([]);
  });
});

it.each(ids)("%s offers the same facts and words as JSON and Markdown", async (id) => {
  const { agreement } = find(id);
  const data = publishedAgreementSchema.parse(
    await get(`/vereinbarungen/${id}/daten.json`).then((r) => r.json()),
  );
  expect(data.amount).toBe(agreement.facts.amount);
  expect(data.projects).toEqual(agreement.facts.projects);
  expect(data.sections.map(({ id }) => id)).toEqual(agreement.sections.map(({ id }) => id));

  const markdown = await get(`/vereinbarungen/${id}/text.md`).then((response) => response.text());
  for (const { title } of agreement.facts.projects) {
    expect(markdown.replaceAll("\\", "")).toContain(`- ${title}`);
  }
});

it("lists all agreements with their addresses", async () => {
  const list = await get("/api/v1/agreements.json").then((response) => response.json());
  expect(list.agreements.map((agreement: { id: string }) => agreement.id).sort()).toEqual(
    [...ids].sort(),
  );
  for (const { dataUrl } of list.agreements) {
    expect((await get(new URL(dataUrl).pathname)).status).toBe(200);
  }
});

it("describes the list by a JSON Schema that it meets", async () => {
  const list = await get("/api/v1/agreements.json").then((response) => response.json());
  const path = new URL(list.$schema).pathname;
  const schema = z.fromJSONSchema(await get(path).then((response) => response.json()));
  expect(schema.safeParse(list).error).toBeUndefined();
  expect(schema.safeParse({ ...list, agreements: [{}] }).success).toBe(false);
});

it("describes daten.json by a JSON Schema that it meets", async () => {
  const schema = z.fromJSONSchema(await get("/api/v1/agreement.schema.json").then((r) => r.json()));
  const data = await get("/vereinbarungen/2024/kassel/daten.json").then((response) =>
    response.json(),
  );
  expect(schema.safeParse(data).error).toBeUndefined();
  expect(schema.safeParse({ ...data, amount: "1121600" }).success).toBe(false);
});

function find(id: string) {
  const found = agreements.find((agreement) => agreement.id === id);
  if (!found?.agreement) throw new Error(`${id} is not readable`);
  return { agreement: found.agreement, repairs: found.repairs };
}

function get(path: string): Promise<Response> {
  return fetch(origin + path);
}
