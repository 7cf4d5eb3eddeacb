// An operation: planned by its coordinator, refused with everything still there, opened, and changed by two at once.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertSound } from "../a11y.mjs";
import { WAYS, fill, follow, leave, nameOf, openWorld, pathOf, said, send } from "../world.mjs";

const SAVE = ".stick button[type=submit]";
const ADD = "main button[name=add]";

/** The plan as typed; days in the reader's own calendar. */
const PLAN = {
  en: { name: "Operation Arrow", planning: ["2021-11-01", "2021-11-30"], active: ["01.12.2021", "31.12.2021"] },
  fa: { name: "عملیات پیکان", planning: ["۱۴۰۰/۰۸/۱۵", "۱۴۰۰/۰۹/۱۴"], active: ["۱۴۰۰/۰۹/۱۵", "۱۴۰۰/۱۰/۲۰"] },
};

const planOf = (code, lang) => {
  const { name, planning, active } = PLAN[lang];
  return {
    code,
    [`names.${lang}`]: name,
    series: "ARROW",
    edition: "1",
    late_days: "30",
    "stages.0.from": planning[0],
    "stages.0.to": planning[1],
    "stages.3.from": active[0],
    "stages.3.to": active[1],
  };
};

/** Names a second participant in a line of its own. */
async function join(page, participant) {
  await send(page, ADD);
  await fill(page, { "participations.1.participant": participant, "participations.1.role": "participant" });
}

/** Creates an operation without doubt; answers its address. */
async function create(page, code) {
  await page.goto("/operations/new");
  await fill(page, planOf(code, "en"));
  await join(page, "KZ");
  await send(page, SAVE);
  assert.equal(pathOf(page), `/operations/${code}/stages`, await said(page));
  return `/operations/${code}`;
}

describe("operation", () => {
  let world;
  before(async () => (world = await openWorld()));
  after(() => world?.close());

  for (const way of WAYS) {
    test(`a coordinator plans an operation and opens its first stage, ${nameOf(way)}`, async () => {
      const page = await world.enter("coordinator", way);
      const code = `ARROW-${way.lang}-${way.width}`.toUpperCase();
      await page.goto("/");
      await follow(page, 'main a[href="/operations/new"]');
      await assertSound(page, way.lang, "the form of an operation");
      await fill(page, { ...planOf(code, way.lang), code: "!" });
      await send(page, SAVE);

      assert.equal(await page.locator(".summary").evaluate((summary) => summary === document.activeElement), true);
      assert.ok((await page.locator(".summary a").count()) >= 1);
      assert.equal(await page.locator(`main [name="names.${way.lang}"]`).inputValue(), PLAN[way.lang].name);
      assert.equal(await page.locator("main [name=late_days]").inputValue(), "30");
      await assertSound(page, way.lang, "the refused form of an operation");

      await fill(page, { code });
      await join(page, "KZ");
      await send(page, SAVE);
      assert.equal(pathOf(page), `/operations/${code}/stages`, await said(page));
      await assertSound(page, way.lang, "the plan");
      await send(page, `main form[action$="/stages/planning/open"] button`);
      assert.equal(await page.locator(".flash.good").count(), 1);
      assert.equal(await page.locator('.stages [aria-current="step"]').count(), 1);
      await assertSound(page, way.lang, "the plan with an open stage");
      await leave(page);
    });
  }

  test("a change of the plan from an old revision is shown, and kept when sent again", async () => {
    const [first, second] = [await world.enter("coordinator"), await world.enter("coordinator-2", { width: 390 })];
    const here = await create(first, "ARROW-TWO");
    for (const page of [first, second]) await page.goto(`${here}/edit`);
    await fill(first, { legal_basis: "Protocol of the first" });
    await send(first, SAVE);
    assert.equal(pathOf(first), `${here}/stages`);

    await fill(second, { legal_basis: "Protocol of the second" });
    await send(second, SAVE);
    assert.equal(pathOf(second), `${here}/edit`);
    assert.equal(await second.locator(".summary").count(), 1);
    assert.equal(await second.locator("main [name=legal_basis]").inputValue(), "Protocol of the second");
    await assertSound(second, "en", "the change that came second");
    await send(second, SAVE);
    assert.equal(pathOf(second), `${here}/stages`);
    assert.match(await second.locator("main").innerText(), /Protocol of the second/);
    await leave(first, second);
  });

  test("another language of a refused form shows the form with what was typed", async () => {
    const page = await world.enter("coordinator");
    await page.goto("/operations/new");
    await fill(page, { ...planOf("ARROW-LANG", "en"), code: "!", targets: "mephedrone" });
    await join(page, "KZ");
    await send(page, SAVE);
    await page.locator("summary", { hasText: "English" }).click();
    await follow(page, 'a[hreflang="fa"]');
    assert.equal(pathOf(page), "/operations/new");
    await page.locator("[data-draft-line]:not([hidden])").waitFor();
    for (const [name, value] of Object.entries({
      "names.en": PLAN.en.name,
      targets: "mephedrone",
      "participations.1.participant": "KZ",
      "stages.3.from": PLAN.en.active[0],
    })) {
      assert.equal(await page.locator(`main [name="${name}"]`).inputValue(), value, name);
    }
    await assertSound(page, "fa", "the form in another language");
    await page.locator("[data-draft-line] button").click();
    assert.equal(await page.locator('main [name="names.en"]').inputValue(), "");
    await leave(page);
  });
});
