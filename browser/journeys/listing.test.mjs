// The list of incidents: found in any script, narrowed, taken along as a file, walked by keyboard; and filled from a file.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { assertSound } from "../a11y.mjs";
import { WAYS, fill, follow, leave, nameOf, openWorld, pathOf, said, send } from "../world.mjs";

const HERE = "/operations/REFLEX-2021";
const LIST = `${HERE}/incidents`;
const ROWS = "#listing tbody tr";

/** Rows of the shipped template: one that is taken, the same seizure again, and an amount with two readings. */
const SHEET = [
  "day,country,lines.0.written,lines.0.quantity,lines.0.unit,place,reference",
  "2021-11-11,KZ,mephedrone,2.5,kg,Korday,ANTELOPE",
  "2021-11-11,KZ,mephedrone,2.5,kg,Korday,BUZZARD",
  '2021-11-10,KZ,mephedrone,"5,065",kg,Korday,CHAMOIS',
].join("\n");
const sheet = { name: "seizures.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) };

const search = async (page, text) => {
  await page.locator("main input[type=search]").fill(text);
  await send(page, "main .searchbar button");
};
const links = (page) => page.locator(`${ROWS} th a`).evaluateAll((all) => all.map((link) => link.getAttribute("href")));

/** What a link hands over as a file. */
async function download(page, selector) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(selector).click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

describe("listing", () => {
  let world;
  let path;
  before(async () => {
    world = await openWorld();
    const page = await world.enter("officer");
    await page.goto(`${LIST}/new`);
    const values = { "lines.0.written": "mephedrone", "lines.0.quantity": "1.5", place: "Korday", day: "2021-11-12" };
    await fill(page, values);
    await send(page, ".stick button[value=send]");
    path = pathOf(page);
    assert.match(path, /^\/incidents\/inc_/, await said(page));
    await leave(page);
  });
  after(() => world?.close());

  for (const way of WAYS) {
    test(`Russian, Persian and transliteration find the same incident, ${nameOf(way)}`, async () => {
      const page = await world.enter("contact", way);
      await page.goto(`${LIST}?from=2021-11-12`);
      await assertSound(page, way.lang, "the list");
      for (const text of ["мефедрон Кордай", "مفدرون کوردای", "mefedron Qorday"]) {
        await search(page, text);
        assert.deepEqual(await links(page), [path], text);
      }
      await assertSound(page, way.lang, "the list that was searched");
      await search(page, "nothing of the kind");
      assert.equal(await page.locator(".empty").count(), 1);
      await assertSound(page, way.lang, "the list that found nothing");
      await leave(page);
    });
  }

  test("a value with its count narrows the list to so many rows", async () => {
    const page = await world.enter("contact");
    await page.goto(LIST);
    await page.locator("#settings summary").click();
    const choice = page.locator("#settings li a").first();
    const count = Number(await choice.locator(".num").innerText());
    await Promise.all([page.waitForEvent("load"), choice.click()]);
    assert.match(await page.locator("#sentence").innerText(), new RegExp(`\\b${count}\\b`));
    assert.equal(await page.locator("#settings a[aria-current]").count(), 1);
    assert.equal(await page.locator(".chosen .chip").count(), 1);
    await assertSound(page, "en", "the narrowed list");
    await leave(page);
  });

  test("the list is taken along as CSV and as a workbook, as narrowed", async () => {
    const page = await world.enter("contact");
    await page.goto(`${LIST}?from=2021-11-12`);
    const csv = await download(page, 'main a[href*="format=csv"]');
    assert.match(csv.name, /^REFLEX-2021-incidents-.*\.csv$/);
    const lines = csv.bytes.toString("utf8").trim().split("\n");
    assert.equal(lines.length, 1 + (await page.locator(ROWS).count()));
    assert.match(lines[1], new RegExp(path.split("/").at(-1)));
    const xlsx = await download(page, 'main a[href*="format=xlsx"]');
    assert.match(xlsx.name, /\.xlsx$/);
    assert.equal(xlsx.bytes.subarray(0, 2).toString(), "PK");
    await leave(page);
  });

  test("rows are walked by keyboard, and the slash leads to the search", async () => {
    const page = await world.enter("contact");
    await page.goto(LIST);
    const [first, second] = await links(page);
    const focused = () => page.evaluate(() => document.activeElement.getAttribute("href") ?? document.activeElement.id);
    await page.locator(`${ROWS} th a`).first().focus();
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(), second);
    await page.keyboard.press("ArrowUp");
    assert.equal(await focused(), first);
    await page.keyboard.press("/");
    assert.equal(await focused(), "text");
    assert.equal(await page.locator("#text").inputValue(), "");
    await page.locator(`${ROWS} th a`).first().focus();
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    assert.equal(pathOf(page), first);
    await assertSound(page, "en", "the record");
    await leave(page);
  });

  test("a file is looked at before it is taken in, and what is asked back waits for the contact point", async () => {
    const page = await world.enter("contact");
    await page.goto(LIST);
    await follow(page, `main a[href="${HERE}/import"]`);
    await assertSound(page, "en", "the import page");
    const template = await download(page, 'main a[href$="/template.csv"]');
    assert.match(template.bytes.toString("utf8"), /lines\.0\.quantity/);

    await page.locator('main input[name="file"]').setInputFiles(sheet);
    await page.locator('main [name="mapping"][value="plain"]').check();
    await send(page, "main button[value=check]");
    assert.match(await page.locator("#result").innerText(), /5,065/);
    await assertSound(page, "en", "the file that was looked at");
    await page.locator('main input[name="file"]').setInputFiles(sheet);
    await send(page, "main button[value=import]");
    await assertSound(page, "en", "the file that was taken in");

    await page.goto(`${LIST}?text=ANTELOPE`);
    assert.equal(await page.locator(ROWS).count(), 1);
    const waits = page.locator("header .waits");
    const count = Number((await waits.innerText()).match(/\d+/)[0]);
    assert.equal(Number((await page.locator(".rooms .count").innerText()).match(/\d+/)[0]), count);
    await page.setViewportSize({ width: 390, height: 844 });
    await assertSound(page, "en", "a page on which something waits");
    await Promise.all([page.waitForEvent("load"), waits.click()]);
    assert.equal(await page.locator(ROWS).count(), count);
    await assertSound(page, "en", "the list of what waits");
    const officer = await world.enter("officer");
    await officer.goto(LIST);
    assert.equal(await officer.locator("header .waits").count(), 0, "an officer answers nothing");
    await leave(page, officer);
  });
});
