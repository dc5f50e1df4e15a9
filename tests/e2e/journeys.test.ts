import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { origin, visit } from "./visit.ts";

const wetterau = "/vereinbarungen/2025/wetteraukreis/";
const phone = { viewport: { width: 320, height: 800 } };

it.each([
  ["a desktop", {}],
  ["a phone", phone],
])("finds „Zukunftscamps“ from the home page and lands in § 5, on %s", async (_, options) => {
  await visit(
    "/",
    async (page) => {
      await page.getByRole("searchbox", { name: "Wonach suchen Sie?" }).fill("Zukunftscamps");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/suche/?q=Zukunftscamps");
      await page
        .getByRole("status")
        .filter({ hasText: "1 Vereinbarung für „Zukunftscamps“" })
        .waitFor();
      await page
        .getByRole("link", { name: "§ 5 Ziele für die Umsetzung des Landkreises Wetteraukreis" })
        .click();
      await page.waitForURL(`**${wetterau}#par-5`);
      expect(await page.getByRole("heading", { name: /^§ 5/ }).isVisible()).toBe(true);
      expect(await page.getByText("Wetterauer Zukunftscamps").count()).toBe(1);
    },
    options,
  );
});

it("searches from the header of any page", async () => {
  await visit(wetterau, async (page) => {
    await page.getByRole("searchbox", { name: "Suche im Wortlaut" }).fill("Sprachcafé");
    await page.getByRole("button", { name: "Suchen" }).click();
    await page.getByRole("heading", { name: "Kassel 2024" }).waitFor();
  });
});

it("is searched with the keyboard alone", async () => {
  await visit("/suche/", async (page) => {
    await page.getByRole("searchbox", { name: "Suchbegriffe" }).focus();
    await page.keyboard.type("Teilzeit");
    await page.getByText("5 Vereinbarungen für „Teilzeit“").waitFor();
    const year = page.getByRole("checkbox", { name: /^2024/ });
    for (let presses = 0; !(await isFocused(year)); presses++) {
      expect(presses, "Tab presses until the first facet").toBeLessThan(6);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Space");
    await page.getByText("2 Vereinbarungen für „Teilzeit“").waitFor();
    expect(await isFocused(page.getByRole("checkbox", { name: /^2024/ }))).toBe(true);
    expect(new URL(page.url()).search).toBe("?q=Teilzeit&jahr=2024");
  });
});

it("shows what the address asks for, after a reload and on the way back", async () => {
  await visit("/suche/?q=Ausbildung&massnahme=qualifizierung&sortierung=betrag", async (page) => {
    const titles = page.locator(".hit h3");
    await titles.first().waitFor();
    const byAmount = await titles.allTextContents();
    expect(byAmount).toEqual([
      "Wetteraukreis 2025",
      "Kassel 2024",
      "Offenbach am Main 2025",
      "Darmstadt 2025",
      "Rheingau-Taunus-Kreis 2024",
    ]);
    await page.reload();
    await titles.first().waitFor();
    expect(await titles.allTextContents()).toEqual(byAmount);
    await titles.first().getByRole("link").click();
    await page.waitForURL(`**${wetterau}**`);
    await page.goBack();
    await titles.first().waitFor();
    expect(await page.getByRole("combobox", { name: "Sortieren nach" }).inputValue()).toBe(
      "betrag",
    );
    expect(await page.getByRole("checkbox", { name: /^Qualifizierung/ }).isChecked()).toBe(true);
  });
});

it("sorts results by year", async () => {
  await visit("/suche/?q=Haushaltsmittel&sortierung=jahr", async (page) => {
    const titles = page.locator(".hit h3");
    await titles.first().waitFor();
    const years = (await titles.allTextContents()).map((title) => Number(title.slice(-4)));
    expect(years).toEqual([2025, 2025, 2025, 2024, 2024]);
  });
});

it("says once what all agreements of a year share, and leads to it in each of them", async () => {
  await visit("/suche/?q=Behindertenrechtskonvention", async (page) => {
    await page.getByText("5 Vereinbarungen für „Behindertenrechtskonvention“").waitFor();
    const common = page.getByRole("region", { name: "Im gemeinsamen Wortlaut" });
    expect(await common.getByRole("heading", { level: 4 }).allTextContents()).toEqual([
      "Programmjahr 2025",
      "Programmjahr 2024",
    ]);
    expect(await common.locator("mark").first().textContent()).toMatch(/behindertenrechts/i);
    await common.getByRole("link", { name: "Wetteraukreis" }).click();
    await page.waitForURL(`**${wetterau}#praeambel`);
  });
});

it.each([
  [
    "words of which one is common to all",
    "Teilzeitausbildungen Zukunftscamps",
    ["Wetteraukreis 2025"],
  ],
  ["a facet", "Behindertenrechtskonvention&kommune=kassel", []],
])("finds agreements by %s", async (_, query, titles) => {
  await visit(`/suche/?q=${query}`, async (page) => {
    await page.getByText("1 Vereinbarung für").waitFor();
    expect(await page.locator("[data-results] h3").allTextContents()).toEqual(titles);
  });
});

it("finds a § by its sign and names it", async () => {
  await visit("/suche/?q=%C2%A7+3", async (page) => {
    await page.locator(".hit").first().waitFor();
    const sections = await page.locator(".hit li > strong").allTextContents();
    expect(sections.length).toBeGreaterThan(0);
    expect(new Set(sections)).toEqual(
      new Set(["§ 3 Umsetzung der UN-Behindertenrechtskonvention"]),
    );
  });
});

it.each([
  ["Inklusion", "Keine der Vereinbarungen enthält „Inklusion“."],
  ["Kasselaner", "Keine der Vereinbarungen enthält „Kasselaner“."],
])("labels hits that do not contain „%s“", async (query, label) => {
  await visit(`/suche/?q=${encodeURIComponent(query)}`, async (page) => {
    await page.getByRole("status").filter({ hasText: label }).waitFor();
  });
});

it("counts each facet without its own choice, and takes choices back", async () => {
  await visit("/suche/?q=Teilzeit&jahr=2025", async (page) => {
    await page.getByText("3 Vereinbarungen für „Teilzeit“").waitFor();
    await page.getByText("Eingrenzen (1 gewählt)").waitFor();
    expect(await page.getByRole("checkbox", { name: "2024 (2)" }).count()).toBe(1);
    expect(await page.getByRole("checkbox", { name: "Kassel (0)" }).count()).toBe(1);
    await page.getByRole("button", { name: "Auswahl zurücknehmen" }).click();
    await page.getByText("5 Vereinbarungen für „Teilzeit“").waitFor();
    expect(new URL(page.url()).search).toBe("?q=Teilzeit");
  });
});

it("says what can be searched before anything is asked", async () => {
  await visit("/suche/", async (page) => {
    await page.getByRole("status").filter({ hasText: "Geben Sie ein Wort ein" }).waitFor();
  });
});

it("shows people and dates of signatures as they stand on the page", async () => {
  await visit("/suche/?q=G%C3%B6tz", async (page) => {
    await page.locator(".hit mark").first().waitFor();
    expect(await page.locator(".hit mark").first().textContent()).toBe("Götz");
  });
});

it("finds nothing for marks alone", async () => {
  await visit("/suche/?q=%26", async (page) => {
    await page.getByText("Keine Vereinbarung gefunden für „&“.").waitFor();
  });
});

it("says so when nothing is found", async () => {
  await visit("/suche/?q=Zukunftscamps&jahr=2024", async (page) => {
    await page
      .getByText(
        "Keine Vereinbarung gefunden für „Zukunftscamps“. Prüfen Sie die Schreibweise oder nehmen Sie eine Auswahl zurück.",
      )
      .waitFor();
    expect(await page.locator(".hit").count()).toBe(0);
  });
});

it("leads on without script", async () => {
  await visit(
    "/suche/",
    async (page) => {
      await page.getByText("Die Suche läuft in Ihrem Browser").waitFor();
      await page.getByRole("link", { name: "Liste", exact: true }).click();
      expect(await page.getByRole("row").count()).toBe(6);
    },
    { javaScriptEnabled: false },
  );
});

it("narrows and sorts the list of agreements, and remembers it in the address", async () => {
  await visit("/vereinbarungen/", async (page) => {
    const rows = page.locator("tbody tr");
    expect(await rows.count()).toBe(5);
    await page.getByText("5 Vereinbarungen, zusammen 5.230.880 €").waitFor();
    await page.getByRole("combobox", { name: "Jahr" }).selectOption("2024");
    await page.getByText("2 von 5 Vereinbarungen, zusammen 1.908.700 €").waitFor();
    await page.getByRole("searchbox", { name: "Kommune" }).fill(" documenta ");
    expect(await rows.allTextContents()).toEqual([expect.stringContaining("Kassel")]);
    await page.getByRole("searchbox", { name: "Kommune" }).fill("taunus");
    await page.getByText("1 von 5 Vereinbarungen").waitFor();
    expect(await rows.allTextContents()).toEqual([
      expect.stringContaining("Rheingau-Taunus-Kreis"),
    ]);
    await page.reload();
    expect(await rows.count()).toBe(1);
    await page.getByRole("searchbox", { name: "Kommune" }).fill("nirgendwo");
    await page.getByText("Keine Vereinbarung passt.").waitFor();
  });
});

it("sorts the list by amount", async () => {
  await visit("/vereinbarungen/?sortierung=betrag", async (page) => {
    const amounts = await page.locator("tbody td:nth-child(3)").allTextContents();
    expect(amounts).toEqual(
      ["1.310.490 €", "1.121.600 €", "1.011.410 €", "1.000.280 €", "787.100 €"].map((text) =>
        text.replace(" ", "\u00a0"),
      ),
    );
  });
});

it.each([
  ["an Absatz", "§ 5 Abs. 2", "#par-5-abs-2", ", § 5 Absatz 2, "],
  ["a whole §", "§ 5", "#par-5", ", § 5, "],
])("cites %s with its address", async (_, name, fragment, label) => {
  await visit(wetterau, async (page) => {
    await page.getByRole("article").getByRole("link", { name, exact: true }).click();
    expect(new URL(page.url()).hash).toBe(fragment);
    await page.locator("summary:visible", { hasText: "Zitieren" }).last().click();
    const citation = page.locator(".cite:visible");
    expect(await citation.textContent()).toMatch(
      /Zielvereinbarung 2025 zwischen dem Hessischen Ministerium .* und dem Landkreis Wetteraukreis/,
    );
    expect(await citation.textContent()).toContain(label);
    expect(await citation.textContent()).toContain(`${wetterau}${fragment}`);
  });
});

it("cites the whole agreement", async () => {
  await visit(wetterau, async (page) => {
    await page
      .getByRole("region", { name: "Überblick" })
      .getByText("Zitieren", { exact: true })
      .click();
    expect(await page.locator(".citation").textContent()).toMatch(
      /Qualifizierungsbudgets, http.*wetteraukreis\/$/,
    );
  });
});

it("goes from the summary to projects, district, year and downloads", async () => {
  await visit(wetterau, async (page) => {
    const summary = page.getByRole("region", { name: "Überblick" });
    expect(
      await summary
        .getByRole("link")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href"))),
    ).toEqual([
      "#par-5",
      "/jahre/2025/",
      "/kommunen/wetteraukreis/",
      "/originals/2025/wetteraukreis.txt",
      `${wetterau}text.md`,
      `${wetterau}daten.json`,
    ]);
    expect(await summary.textContent()).toContain("1.310.490\u00a0€");
    expect(await summary.textContent()).toContain(
      "Marion Götz, Kreisbeigeordnete (Friedberg, 13. August 2025)",
    );
  });
});

it("marks what is illegible instead of guessing it", async () => {
  await visit("/vereinbarungen/2024/kassel/", async (page) => {
    const signatures = page.getByRole("region", { name: "Unterschriften" });
    expect(await signatures.textContent()).toContain("Wiesbaden, den [unleserlich]");
    expect(await signatures.textContent()).toContain("[…]r. Sven Sc[…]oeller");
    await page.getByText("Liste der Abweichungen").click();
    expect(await page.getByRole("cell", { name: "Ausbildungsvorbereitunq" }).isVisible()).toBe(
      true,
    );
  });
});

it("answers an unknown address with a page that helps on", async () => {
  const { status } = await fetch(`${origin}/gibt-es-nicht/`);
  expect(status).toBe(404);
});

/** Whether the element has the focus. */
async function isFocused(locator: Locator): Promise<boolean> {
  return (
    (await locator.count()) > 0 && locator.evaluate((element) => element === document.activeElement)
  );
}
