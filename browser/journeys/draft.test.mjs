// A draft on the device: it outlives a session that ended, and belongs to nobody else than whoever typed it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertSound } from "../a11y.mjs";
import { fill, follow, leave, openWorld, pathOf, said, send } from "../world.mjs";

const FORM = "/operations/REFLEX-2021/incidents/new";
const SEND = ".stick button[value=send]";
const PHONE = { width: 390 };

const drafts = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("reflex-draft:")));
const valueOf = (page, name) => page.locator(`main [name="${name}"]`).inputValue();

describe("draft", () => {
  let world;
  before(async () => (world = await openWorld()));
  after(() => world?.close());

  /** A phone on which this person has signed in by hand and typed, but not sent. */
  async function typedBy(who, values) {
    const page = await world.visit(PHONE);
    await world.signIn(page, who);
    await page.goto(FORM);
    await fill(page, values);
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith("reflex-draft:")));
    return page;
  }

  test("what is sent after the session ended comes back after signing in, on the same form", async () => {
    const page = await typedBy("officer", { place: "Korday" });
    await send(page, "main button[name=switch]");
    await fill(page, { note: "Behind the door panel" });
    await page.context().clearCookies({ name: "session" });
    await send(page, SEND);
    assert.equal(pathOf(page), "/sign-in");
    assert.equal((await drafts(page)).length, 1);
    await assertSound(page, "en", "the sign-in page on the way back");
    await fill(page, world.people.officer);
    await send(page);
    assert.equal(pathOf(page), FORM);
    assert.equal(await valueOf(page, "note"), "Behind the door panel");
    assert.equal(await valueOf(page, "place"), "Korday");
    assert.equal(await page.locator("[data-draft-line]").isVisible(), true);
    await assertSound(page, "en", "the form with what came back");
    await leave(page);
  });

  test("signing out takes every draft along", async () => {
    const page = await typedBy("officer", { place: "A place that nobody else may read" });
    await page.locator("header details.drop").last().locator("summary").click();
    await send(page, 'header form[action="/sign-out"] button');
    assert.equal(pathOf(page), "/sign-in");
    assert.deepEqual(await drafts(page), []);
    await assertSound(page, "en", "the sign-in page after signing out");
    await fill(page, world.people.chemist);
    await send(page);
    await page.goto(FORM);
    assert.equal(await valueOf(page, "place"), "");
    await leave(page);
  });

  test("the next officer on a phone does not get the draft of the one whose session ended", async () => {
    const page = await typedBy("officer", { place: "A place that nobody else may read" });
    await page.context().clearCookies({ name: "session" });
    await world.signIn(page, "chemist");
    assert.deepEqual(await drafts(page), []);
    await page.goto(FORM);
    assert.equal(await valueOf(page, "place"), "");
    await leave(page);
  });

  test("what was taken in does not come back, and what was only looked at is not kept", async () => {
    const page = await typedBy("officer-ir", { place: "فرودگاه زاهدان", "lines.0.written": "مفدرون" });
    await fill(page, { "lines.0.quantity": "1.5", day: "2021-11-12" });
    await send(page, SEND);
    assert.match(pathOf(page), /^\/incidents\/inc_/, await said(page));
    assert.deepEqual(await drafts(page), []);
    await page.goto(FORM);
    assert.equal(await valueOf(page, "place"), "");
    await page.goto("/");
    assert.deepEqual(await drafts(page), []);
    await leave(page);
  });

  test("the account is two steps away from everywhere", async () => {
    const page = await world.enter("observer", PHONE);
    await page.goto("/operations/REFLEX-2021");
    await page.locator("header details.drop").last().locator("summary").click();
    await assertSound(page, "en", "the menu of the account");
    await follow(page, 'header a[href="/account"]');
    assert.equal(pathOf(page), "/account");
    await assertSound(page, "en", "the account");
    await leave(page);
  });
});
