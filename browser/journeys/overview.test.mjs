// The operations page: every figure leads to what it was made of, the map to its region, and each reader sees their own.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertSound } from "../a11y.mjs";
import { WAYS, fill, follow, leave, nameOf, openWorld, pathOf, send } from "../world.mjs";

const HERE = "/operations/REFLEX-2021";

/** The number of incidents that the operations page tells first. */
const counted = async (page) => number(await page.locator("#figures .figure b").first().innerText());
/** A number in whatever digits. */
const number = (text) => Number(text.replace(/[۰-۹]/g, (digit) => "۰۱۲۳۴۵۶۷۸۹".indexOf(digit)).replace(/\D/g, ""));
const queryOf = (page) => new URL(page.url()).searchParams;

describe("overview", () => {
  let world;
  before(async () => (world = await openWorld()));
  after(() => world?.close());

  for (const way of WAYS) {
    test(`a figure leads to its inputs, and the drawings to their tables, ${nameOf(way)}`, async () => {
      const page = await world.enter("coordinator", way);
      await page.goto(HERE);
      const incidents = await counted(page);
      assert.ok(incidents > 100);
      for (const behind of await page.locator("#figures details.data").all()) {
        await behind.locator("summary").click();
        assert.equal(await behind.locator("table").isVisible(), true);
      }
      await assertSound(page, way.lang, "the operations page");
      await follow(page, "#figures .figure a");
      assert.equal(pathOf(page), `${HERE}/incidents`);
      assert.ok((await page.locator("main tbody tr").count()) > 10);
      await assertSound(page, way.lang, "the inputs of a figure");
      await leave(page);
    });
  }

  test("a filter narrows every figure, says what it asks for, and is taken back", async () => {
    const page = await world.enter("coordinator");
    await page.goto(HERE);
    const all = await counted(page);
    await page.locator("main summary", { hasText: "Filter" }).click();
    await fill(page, { participants: "KZ", from: "2021-10-10", to: "2021-11-10" });
    await send(page, "main form button[type=submit]");
    const some = await counted(page);
    assert.ok(some > 0 && some < all, `${some} of ${all}`);
    assert.equal(queryOf(page).get("participants"), "KZ");
    assert.equal(await page.locator(".chosen .chip").count(), 3);
    await assertSound(page, "en", "the narrowed operations page");
    await follow(page, ".chosen > a:last-child");
    assert.equal(await counted(page), all);
    await leave(page);
  });

  for (const way of [WAYS[0], WAYS[3]]) {
    test(`the map is looked at closer, and a region drills down, ${nameOf(way)}`, async () => {
      const page = await world.enter("coordinator", way);
      await page.goto(HERE);
      const all = await counted(page);
      await follow(page, '#figures .closer a[href*="countries=KZ"]');
      const country = await counted(page);
      assert.ok(country > 0 && country < all);
      await assertSound(page, way.lang, "the operations page of one country");
      const region = page.locator('#figures .map svg a[href*="regions="]').first();
      const [code] = (await region.getAttribute("href")).match(/(?<=regions=)[A-Z0-9-]+/);
      await region.focus();
      await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
      assert.equal(queryOf(page).get("regions"), code);
      assert.ok((await counted(page)) <= country);
      await assertSound(page, way.lang, "the operations page of one region");
      await leave(page);
    });
  }

  test("a click on the map drills down as well", async () => {
    const page = await world.enter("coordinator");
    await page.goto(`${HERE}?countries=KZ`);
    const region = page.locator('#figures .map svg a[href*="regions="]').first();
    await Promise.all([page.waitForEvent("load"), region.click()]);
    assert.ok(queryOf(page).get("regions"));
    await leave(page);
  });

  test("an observer sees fewer incidents than the coordinator, and is offered nothing to write", async () => {
    const [desk, guest] = [await world.enter("coordinator"), await world.enter("observer", { width: 390 })];
    for (const page of [desk, guest]) await page.goto(HERE);
    const [all, some] = [await counted(desk), await counted(guest)];
    assert.ok(some < all, `${some} of ${all}`);
    assert.equal(await guest.locator(`main a[href="${HERE}/incidents/new"]`).count(), 0);
    await assertSound(guest, "en", "the operations page of an observer");
    await leave(desk, guest);
  });

  test("in the dark every page is as readable", async () => {
    const page = await world.enter("coordinator", { dark: true });
    const pages = { [HERE]: "operations page", [`${HERE}/incidents`]: "list", [`${HERE}/incidents/new`]: "form" };
    for (const [path, name] of Object.entries({ ...pages, [`${HERE}/stages`]: "plan", "/account": "account" })) {
      await page.goto(path);
      await assertSound(page, "en", `the ${name} in the dark`);
    }
    await page.goto(`${HERE}/incidents`);
    await follow(page, "#listing tbody th a");
    await assertSound(page, "en", "a record in the dark");
    await page.goto(`${HERE}/incidents?text=x&from=nonsense`);
    await assertSound(page, "en", "a list with a problem in the dark");
    await leave(page);
  });

  test("the light that was chosen holds against the device", async () => {
    const page = await world.enter("coordinator", { dark: true });
    await page.goto(HERE);
    await page.locator("header details.drop").last().locator("summary").click();
    await follow(page, 'header a[href*="theme=light"]');
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.goto(`${HERE}/stages?theme=dark`);
    assert.notEqual(await ground(), light);
    await leave(page);
  });
});
