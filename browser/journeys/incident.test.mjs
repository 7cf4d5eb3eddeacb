// An incident: reported on a phone with its doubt settled and its photo, seen live by others, amended, retracted.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertAccessible, assertSound } from "../a11y.mjs";
import { WAYS, fill, follow, leave, nameOf, openWorld, pathOf, pixel, said, send } from "../world.mjs";

const HERE = "/operations/REFLEX-2021";
const SEND = ".stick button[value=send]";
const CHOOSE = "main button[name=choose]";
/** Nobody fills in such a form for longer than this on the way. */
const A_MINUTE = 60_000;

/** What an officer types, in the way of each language: the amount is the one that has two readings. */
const TYPED = {
  en: { who: "officer", written: "mephedrone", place: "Korday", day: "12.11.2021", quantity: "5,065" },
  fa: { who: "officer-ir", written: "مفدرون", place: "فرودگاه زاهدان", day: "۱۴۰۰/۰۸/۲۱", quantity: "۵,۰۶۵" },
};

/** The fields of the short form. */
const short = ({ written, place, day, quantity }, more = {}) => ({
  "lines.0.written": written,
  "lines.0.quantity": quantity,
  "lines.0.unit": "kg",
  place,
  day,
  ...more,
});

/** Reports without doubt; answers the record's path. */
async function report(page, more = {}) {
  await page.goto(`${HERE}/incidents/new`);
  await fill(page, short({ ...TYPED.en, quantity: "5.065" }, more));
  await send(page, SEND);
  assert.match(pathOf(page), /^\/incidents\/inc_/, await said(page));
  return pathOf(page);
}

/** The number of incidents that the operations page tells first. */
const counted = async (page) => Number((await page.locator("#figures .figure b").first().innerText()).replace(/\D/g, ""));

describe("incident", () => {
  let world;
  before(async () => (world = await openWorld()));
  after(() => world?.close());

  for (const way of WAYS) {
    test(`an officer reports in under a minute and settles what can be read in two ways, ${nameOf(way)}`, async () => {
      const typed = TYPED[way.lang];
      const page = await world.enter(typed.who, way);
      await page.goto(HERE);
      const begun = Date.now();
      await follow(page, `main a[href="${HERE}/incidents/new"]`);
      await assertSound(page, way.lang, "the short form");
      await fill(page, short(typed));
      await send(page, SEND);

      const summary = page.locator(".summary");
      assert.equal(await summary.evaluate((element) => element === document.activeElement), true);
      assert.equal(await summary.locator("li").count(), 1, await summary.innerText());
      assert.equal(await page.locator('main [name="lines.0.quantity"]').inputValue(), typed.quantity);
      assert.equal(await page.locator(CHOOSE).count(), 2);
      await assertSound(page, way.lang, "the short form with a doubt");
      await send(page, `${CHOOSE}[value="lines.0.quantity=5.065"]`);
      assert.equal(await summary.count(), 0);

      await page.locator("main input[type=file]").setInputFiles(pixel("parcel.png"));
      await send(page, SEND);
      assert.ok(Date.now() - begun < A_MINUTE, "it took longer than a minute");
      assert.match(pathOf(page), /^\/incidents\/inc_/);
      assert.equal(await page.locator(".flash.good").count(), 1);
      const photo = page.locator(".photos img");
      await photo.scrollIntoViewIfNeeded();
      await photo.evaluate((image) => image.decode());
      assert.match(await page.locator("main").innerText(), way.lang === "fa" ? /۵٫۰۶۵/ : /5\.065/);
      if (way.lang === "fa") assert.match(await page.locator("main").innerText(), /۱۴۰۰/);
      await assertSound(page, way.lang, "the record");
      await leave(page);
    });
  }

  test("all of it works without script", async () => {
    const page = await world.enter("officer", { width: 390, script: false });
    await page.goto(`${HERE}/incidents/new`);
    await fill(page, short(TYPED.en));
    await send(page, SEND);
    await send(page, `${CHOOSE}[value="lines.0.quantity=5.065"]`);
    await page.locator("main input[type=file]").setInputFiles(pixel("parcel.png"));
    await send(page, SEND);
    assert.match(pathOf(page), /^\/incidents\/inc_/);
    assert.equal(await page.locator(".photos img").count(), 1);
    await leave(page);
  });

  test("a report appears on the operations page of another reader, who keeps the place", async () => {
    const [desk, phone] = [await world.enter("coordinator"), await world.enter("officer", { width: 390 })];
    await desk.goto(HERE);
    const [before, status] = [await counted(desk), desk.locator("[data-live]")];
    await desk.evaluate(() => {
      window.unloaded = false;
      document.querySelectorAll("#figures details.data")[1].open = true;
    });
    const inputs = desk.locator("#figures .figure a").first();
    await inputs.focus();

    const path = await report(phone, { place: "Korday, gate 7" });
    await desk.locator(`#figures a[href="${path}"]`).waitFor();
    assert.equal(await desk.evaluate(() => window.unloaded), false, "the page was loaded anew");
    assert.equal(await counted(desk), before + 1);
    assert.match(await status.innerText(), /1/);
    assert.equal(await status.getAttribute("role"), "status");
    assert.deepEqual(
      await desk.locator("#figures details.data").evaluateAll((all) => all.slice(0, 3).map((one) => one.open)),
      [false, true, false],
    );
    assert.equal(await inputs.evaluate((link) => link === document.activeElement), true, "the focus moved");
    await assertSound(desk, "en", "the operations page after a change");
    await leave(desk, phone);
  });

  test("whoever types or has selected text is only offered what is new", async () => {
    const [desk, phone] = [await world.enter("coordinator"), await world.enter("officer", { width: 390 })];
    await desk.goto(HERE);
    const before = await counted(desk);
    const button = desk.locator("[data-live] button");
    await desk.evaluate(() => getSelection().selectAllChildren(document.querySelector("#figures h2")));
    await report(phone, { place: "Korday, gate 8" });
    await button.waitFor();
    assert.equal(await counted(desk), before);
    await assertSound(desk, "en", "the operations page that offers");
    await button.click();
    await desk.waitForFunction((old) => !document.querySelector("#figures .figure b").innerText.includes(old), String(before));
    assert.equal(await counted(desk), before + 1);
    assert.equal(await button.count(), 0);
    await leave(desk, phone);
  });

  test("what happened between the page and its line is not missed, in Persian either", async () => {
    const [desk, phone] = [await world.enter("coordinator", { lang: "fa" }), await world.enter("officer", { width: 390 })];
    let open;
    const opened = new Promise((resolve) => (open = resolve));
    await desk.route("**/events?*", async (route) => {
      await opened;
      await route.continue();
    });
    await desk.goto(HERE);
    const path = await report(phone, { place: "Korday, gate 9" });
    open();
    await desk.locator(`#figures a[href="${path}"]`).waitFor();
    assert.match(await desk.locator("[data-live]").innerText(), /۱/);
    await assertSound(desk, "fa", "the operations page after a change");
    await leave(desk, phone);
  });

  test("a lost line is said, and that it is back", async () => {
    const page = await world.enter("coordinator");
    let isCut = true;
    await page.route("**/events?*", (route) => (isCut ? route.abort() : route.continue()));
    await page.goto(HERE);
    const place = page.locator("[data-live]");
    await page.locator("[data-live].lost").waitFor();
    assert.notEqual((await place.innerText()).trim(), "");
    await assertAccessible(page, "the operations page without a line");
    isCut = false;
    await page.locator("[data-live]:not(.lost)").waitFor();
    assert.notEqual((await place.innerText()).trim(), "", "that the line is back is said");
    await leave(page);
  });

  test("the list offers new rows, and moves none by itself", async () => {
    const [desk, phone] = [await world.enter("coordinator"), await world.enter("officer", { width: 390 })];
    await desk.goto(`${HERE}/incidents?order=changed`);
    const first = desk.locator("#listing tbody th a").first();
    const before = await first.getAttribute("href");
    const path = await report(phone, { place: "Korday, gate 10" });
    const button = desk.locator("[data-live] button");
    await button.waitFor();
    assert.equal(await first.getAttribute("href"), before);
    await assertSound(desk, "en", "the list that offers");
    await button.click();
    await desk.locator(`#listing a[href="${path}"]`).waitFor();
    assert.equal(await first.getAttribute("href"), path);
    await leave(desk, phone);
  });

  for (const way of [WAYS[0], WAYS[3]]) {
    test(`the second of two editors sees what the first one changed, and loses nothing, ${nameOf(way)}`, async () => {
      const [first, second] = [await world.enter("officer"), await world.enter("contact", way)];
      const path = await report(first, { place: `Korday, gate ${way.width}` });
      for (const page of [first, second]) await page.goto(`${path}/amend`);
      await fill(first, { note: "Seal 4411 was broken." });
      await send(first, SEND);
      assert.equal(pathOf(first), path);
      await fill(second, { place: "Korday, customs yard" });
      await send(second, SEND);
      assert.equal(pathOf(second), `${path}/amend`);
      const told = await second.locator("main table").first().innerText();
      assert.match(told, /Seal 4411/);
      assert.match(told, /customs yard/);
      assert.equal(await second.locator('main [name="place"]').inputValue(), "Korday, customs yard");
      await assertSound(second, way.lang, "the amendment that came second");
      await leave(first, second);
    });
  }

  test("what is retracted leaves every total and says why", async () => {
    const page = await world.enter("officer");
    const path = await report(page, { place: "Korday, gate 11" });
    await page.goto(HERE);
    const before = await counted(page);
    await page.goto(path);
    await follow(page, `main a[href="${path}/retract"]`);
    await assertSound(page, "en", "the question before retracting");
    await send(page, "main form button[type=submit]");
    assert.equal(await page.locator(".summary").count(), 1, "no reason, no retraction");
    await fill(page, { reason: "Typed twice" });
    await send(page, "main form button[type=submit]");
    assert.match(await page.locator("main").innerText(), /Typed twice/);
    await assertSound(page, "en", "the retracted record");
    await page.goto(HERE);
    assert.equal(await counted(page), before - 1);
    await leave(page);
  });
});
