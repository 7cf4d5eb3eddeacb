// The world of one journey file: a server with demonstration data, a browser, and what a visitor does on most pages.
//
//   const world = await openWorld();           in before()
//   const page = await world.visit({ lang: "fa", width: 390 });
//   await world.signIn(page, "officer");
//   await world.close();                        in after()

import assert from "node:assert/strict";
import { openBrowser, openPage } from "./eyes.mjs";
import { startServer } from "./server.mjs";

/** Ways in which each journey is walked: the languages of both directions, a desk and a phone. */
export const WAYS = [
  { lang: "en", width: 1280 },
  { lang: "en", width: 390 },
  { lang: "fa", width: 1280 },
  { lang: "fa", width: 390 },
];

/** A short name of a way, for the name of a test. */
export const nameOf = ({ lang, width }) => `${lang} at ${width} px`;

/** Starts everything; `close()` stops everything. */
export async function openWorld() {
  const server = await startServer();
  const browser = await openBrowser().catch(async (problem) => {
    await server.stop();
    throw problem;
  });

  return {
    address: server.address,
    people: server.people,

    /** A page of a new visitor who has chosen a language; nobody is signed in. */
    async visit(way = {}) {
      const page = await openPage(browser, server.address, way);
      await page.goto(`/sign-in?lang=${way.lang ?? "en"}`);
      return page;
    },

    /** Signs in as the demonstration's person of this role. */
    async signIn(page, role) {
      const person = server.people[role];
      assert.ok(person, `reflex demo printed no sign-in for ${role}; it said:\n${server.said.join("")}`);
      await page.goto("/sign-in");
      await fill(page, person);
      await send(page);
    },

    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

/**
 * Fills a form by the names of its fields: text, date and number fields, selects, radio buttons and checkboxes.
 * The form is the page's main one, not the search or language form in its frame.
 */
export async function fill(page, values) {
  for (const [name, value] of Object.entries(values)) {
    const fields = page.locator(`main [name="${name}"]:not([type="hidden"])`);
    const field = fields.first();
    const kind = await field.evaluate((element) => element.type ?? element.localName);
    if (kind === "radio") await fields.and(page.locator(`[value="${value}"]`)).check();
    else if (kind === "checkbox") await field.setChecked(value);
    else if (kind.startsWith("select")) await field.selectOption(value);
    else await field.fill(String(value));
  }
}

/** Presses the main form's button (or the one named) and waits for the page that follows. */
export async function send(page, button = "main form button:not([type=button])") {
  await Promise.all([page.waitForEvent("load"), page.locator(button).first().click()]);
}

/** The path of the page that is shown. */
export const pathOf = (page) => new URL(page.url()).pathname;
