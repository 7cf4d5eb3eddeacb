// The world of one journey file: a server with demonstration data, a browser, and what a visitor does on most pages.
//
//   const world = await openWorld();           in before()
//   const page = await world.visit({ lang: "fa", width: 390 });
//   await world.signIn(page, "officer");
//   const desk = await world.enter("coordinator");      signed in already, by a session that visits share
//   await leave(page, desk);                    others may have the pages now
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

  const personOf = (who) => {
    assert.ok(server.people[who], `reflex demo printed no sign-in for ${who}; it said:\n${server.said.join("")}`);
    return server.people[who];
  };
  const sessions = new Map();
  const sessionOf = (who) => {
    if (!sessions.has(who)) sessions.set(who, openSession(server.address, personOf(who)));
    return sessions.get(who);
  };

  // A browser's first page costs more than all that happens on it: pages that were left are taken again, as good as new.
  const left = new Map();
  const takePage = async (way) => {
    const key = JSON.stringify(way, Object.keys(way).sort());
    const page = left.get(key)?.pop() ?? (await openPage(browser, server.address, way));
    page.leave = async () => {
      await forgetEverything(page);
      left.set(key, [...(left.get(key) ?? []), page]);
    };
    return page;
  };

  return {
    address: server.address,
    people: server.people,

    /** A page of a new visitor who has chosen a language; nobody is signed in. */
    async visit(way = {}) {
      const page = await takePage(way);
      await page.goto(`/sign-in?lang=${way.lang ?? "en"}`);
      return page;
    },

    /** Signs in as the demonstration's person of this role or login. */
    async signIn(page, who) {
      await page.goto("/sign-in");
      await fill(page, personOf(who));
      await send(page);
    },

    /** A page of somebody who has signed in and chosen a language before; it stands nowhere yet. */
    async enter(who, way = {}) {
      const page = await takePage(way);
      const cookies = [await sessionOf(who), { name: "lang", value: way.lang ?? "en" }];
      await page.context().addCookies(cookies.map((cookie) => ({ ...cookie, url: server.address })));
      return page;
    },

    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

/** Signs in without a browser; answers the session's cookie. */
async function openSession(address, person) {
  const answer = await fetch(`${address}/sign-in`, { method: "POST", body: new URLSearchParams(person), redirect: "manual" });
  const [cookie] = answer.headers.getSetCookie();
  assert.ok(cookie, `${person.login} cannot sign in: ${answer.status}`);
  const [name, value] = cookie.split(";")[0].split("=");
  return { name, value };
}

/** Leaves nothing of a visit: no cookie, no storage, no detour, no complaint. */
async function forgetEverything(page) {
  await page.unrouteAll({ behavior: "ignoreErrors" });
  if (page.url().startsWith("http")) await page.evaluate(() => [localStorage, sessionStorage].forEach((one) => one.clear()));
  await page.goto("about:blank");
  await page.context().clearCookies();
  await page.setViewportSize(page.size);
  page.complaints.length = 0;
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

/** Follows the first such link and waits for the page behind it. */
export const follow = send;

/** Leaves the pages behind, with everything that was theirs. */
export const leave = (...pages) => Promise.all(pages.map((page) => page.leave()));

/** The smallest picture, as a file to choose. */
export const pixel = (name) => ({
  name,
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==",
    "base64",
  ),
});

/** What a page says is wrong, for the message of an assertion. */
export const said = async (page) => (await page.locator(".summary, .flash, main h1").allInnerTexts()).join("\n");

/** The path of the page that is shown. */
export const pathOf = (page) => new URL(page.url()).pathname;
