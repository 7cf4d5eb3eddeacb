// The first three stages of an operation as their people live them: a coordinator, three countries in three languages and
// an observer; the plan, what is said about it, agreement, background by form and by spreadsheet, law, substances, findings.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertSound } from "../a11y.mjs";
import { fill, follow, leave, openWorld, pathOf, said, send } from "../world.mjs";

const CODE = "STORY-1";
const HERE = `/operations/${CODE}`;
const SAVE = ".stick button[type=submit]";

/** Who plays: login and language. */
const DESK = ["coordinator", "en"];
const KZ = ["contact", "ru"];
const IR = ["contact-ir", "fa"];
const PK = ["contact-pk", "en"];
const OBSERVER = ["observer", "en"];

const dayIn = (days) => new Date(Date.UTC(2021, 10, 12 + days)).toISOString().slice(0, 10);

describe("the story of stages 0 to 2", () => {
  let world;
  let draft;
  let questionnaire;
  const pages = new Map();
  /** The page of one of the players; each keeps its own through the whole story. */
  const as = async ([login, lang]) => {
    if (!pages.has(login)) pages.set(login, await world.enter(login, { lang, width: login === "contact-ir" ? 390 : 1280 }));
    return pages.get(login);
  };
  const at = async (who, path) => {
    const page = await as(who);
    const answer = await page.goto(path);
    return { page, status: answer.status() };
  };
  /** Whether a player reads a text at an address. */
  const reads = async (who, path, text) => {
    const { page } = await at(who, path);
    return (await page.locator("main").innerText()).includes(text);
  };
  const sound = async (who, where) => assertSound(await as(who), who[1], where);

  before(async () => (world = await openWorld()));
  after(async () => {
    await leave(...pages.values());
    await world?.close();
  });

  test("the coordinator plans an operation with three countries and an observer", async () => {
    const { page } = await at(DESK, "/operations/new");
    await fill(page, { code: CODE, "names.en": "Story", series: "STORY", edition: "1", "stages.0.from": dayIn(-5), "stages.0.to": dayIn(30), "stages.1.from": dayIn(31), "stages.1.to": dayIn(60), "stages.3.from": dayIn(100), "stages.3.to": dayIn(130) });
    for (const [place, code, role] of [[1, "KZ", "participant"], [2, "IR", "participant"], [3, "PK", "participant"], [4, "MN", "observer"]]) {
      await send(page, "main button[name=add]");
      await fill(page, { [`participations.${place}.participant`]: code, [`participations.${place}.role`]: role });
    }
    await send(page, SAVE);
    assert.equal(pathOf(page), `${HERE}/stages`, await said(page));
    await send(page, 'main form[action$="/stages/planning/open"] button');
  });

  test("a plan is begun from the outline and sent out for comment, with a day that is still to come", async () => {
    const { page } = await at(DESK, `${HERE}/plan`);
    await sound(DESK, "the plan before there is one");
    await fill(page, { start: "outline" });
    await send(page, SAVE);
    assert.equal(pathOf(page), `${HERE}/plan`, await said(page));
    await sound(DESK, "a plan just begun");
    await follow(page, 'main a[href$="/consult"]');
    await fill(page, { due: dayIn(-1) });
    await send(page, SAVE);
    assert.ok((await page.locator(".summary a").count()) >= 1, "a day in the past is refused");
    await fill(page, { due: dayIn(20) });
    await send(page, SAVE);
    assert.equal(await page.locator(".flash.good").count(), 1, await said(page));
  });

  test("three countries read and comment in their languages; none of it is the observer's to know", async () => {
    for (const [who, remark, wording] of [
      [KZ, "Срок слишком короткий для лабораторий.", "Лаборатории отвечают в течение пяти дней."],
      [IR, "آزمایشگاه‌ها به مواد مرجع نیاز دارند.", ""],
      [PK, "Provincial agencies should be named.", ""],
    ]) {
      const { page } = await at(who, `${HERE}/plan`);
      await follow(page, 'main a[href*="/clauses/"]');
      await sound(who, "a clause");
      await fill(page, { remark, wording });
      await send(page, 'main form[action$="/comments"] button[type=submit]:not(.vh)');
      assert.equal(await page.locator(".flash.good").count(), 1, await said(page));
      assert.ok((await page.locator("main").innerText()).includes(remark));
    }
    const { page } = await at(OBSERVER, `${HERE}/plan`);
    const clause = await page.locator('main a[href*="/clauses/"]').first().getAttribute("href").catch(() => null);
    if (clause) assert.ok(!(await reads(OBSERVER, clause, "Provincial agencies")), "comments are the participants'");
  });

  test("the coordinator resolves every comment, and the next version shows what changed word by word", async () => {
    const { page } = await at(DESK, `${HERE}/plan`);
    const plan = pathOf(page);
    for (const [place, decision] of ["accepted", "partly", "rejected"].entries()) {
      await page.goto(plan);
      await follow(page, 'main a[href*="/clauses/"]');
      await page.goto(await page.locator('main a[href$="/resolve"]').nth(place).getAttribute("href"));
      await sound(DESK, "the resolution of a comment");
      await fill(page, { decision });
      if (decision !== "accepted") {
        await send(page, SAVE);
        assert.ok((await page.locator(".summary a").count()) >= 1, "a reason is asked for");
        await fill(page, { reason: "As far as the law allows." });
      }
      await send(page, SAVE);
      assert.equal(await page.locator(".flash.good").count(), 1, await said(page));
    }
    await page.goto(plan);
    await send(page, 'main form[action$="/next"] button');
    draft = pathOf(page);
    assert.match(draft, /^\/plans\//, await said(page));
    await follow(page, 'main a[href*="/clauses/"][href$="/edit"]');
    await fill(page, { "text.en": `${await page.locator('main [name="text.en"]').inputValue()} Laboratories answer within five days.` });
    await send(page, SAVE);
    assert.equal(await page.locator(".flash.good").count(), 1, await said(page));
    await page.goto(draft);
    await follow(page, 'main a[href$="/changes"]');
    assert.ok((await page.locator("main ins").count()) >= 1);
    await sound(DESK, "what changed");
  });

  test("all are asked for their agreement; one has a reservation; the plan comes into force by its rule", async () => {
    const { page: desk } = await at(DESK, draft);
    await follow(desk, 'main a[href$="/ask"]');
    await fill(desk, { due: dayIn(25), needed: "3" });
    await send(desk, SAVE);
    assert.equal(await desk.locator(".flash.good").count(), 1, await said(desk));
    for (const who of [KZ, IR, PK]) {
      const { page } = await at(who, `${HERE}/plan`);
      await follow(page, 'main a[href$="/accept"]');
      await sound(who, "the acceptance");
      await fill(page, { authority: "agency" });
      if (who === IR) {
        const clauses = page.locator('main [name="reservations.0.clause"]');
        await clauses.selectOption({ index: 1 });
        await fill(page, { "reservations.0.text": "با رعایت قانون داخلی" });
      }
      await send(page, SAVE);
      assert.equal(await page.locator(".flash.good").count(), 1, await said(page));
    }
    assert.ok(await reads(PK, `${HERE}/plan`, "In force") || await reads(PK, `${HERE}/plan`, "in force"));
    await sound(PK, "a plan in force");
  });

  test("an annex is its country's and the coordinator's alone", async () => {
    const { page } = await at(IR, `${HERE}/plan`);
    await follow(page, 'main a[href$="/annexes/new"]');
    await fill(page, { title: "پیوست ملی", body: "نیروهای مرزی در سه گذرگاه." });
    await send(page, SAVE);
    const annex = pathOf(page);
    assert.match(annex, /^\/annexes\//, await said(page));
    assert.equal((await at(DESK, annex)).status, 200);
    for (const who of [KZ, PK, OBSERVER]) assert.equal((await at(who, annex)).status, 404);
  });

  test("a recommendation goes to everybody, and one says what became of it", async () => {
    const { page: desk } = await at(DESK, `${HERE}/recommendations/new`);
    await sound(DESK, "the form of a recommendation");
    await fill(desk, { "recommended.en": "Share reference spectra before the active stage", came_from: "meeting", category: "forensic", priority: "high", everyone: true, due_by: dayIn(60) });
    await send(desk, SAVE);
    const recommendation = pathOf(desk);
    assert.match(recommendation, /^\/recommendations\//, await said(desk));
    const { page } = await at(KZ, recommendation);
    await follow(page, `main a[href="${recommendation}/progress"]`);
    await fill(page, { standing: "not-accepted" });
    await send(page, SAVE);
    assert.ok((await page.locator(".summary a").count()) >= 1, "a reason is asked for");
    await fill(page, { standing: "in-progress", progress_note: "Спектры собираются." });
    await send(page, SAVE);
    assert.equal(await page.locator(".flash.good").count(), 1, await said(page));
    await at(PK, `${HERE}/recommendations/board`);
    await sound(PK, "the board of all editions");
    assert.ok(await reads(PK, `${HERE}/recommendations/board`, "Share reference spectra"));
    assert.ok(!(await reads(OBSERVER, `${HERE}/recommendations`, "Share reference spectra")));
  });

  test("the standard questionnaire is answered by form and by spreadsheet, and released", async () => {
    const { page: desk } = await at(DESK, `${HERE}/stages`);
    await send(desk, 'main form[action$="/stages/background/open"] button');
    await desk.goto(`${HERE}/questionnaires`);
    await send(desk, "main button[value=standard]");
    questionnaire = pathOf(desk);
    assert.match(questionnaire, /^\/questionnaires\//, await said(desk));
    await fill(desk, { due: dayIn(-3) });
    await send(desk, "#send form button");
    assert.ok((await desk.locator(".summary a").count()) >= 1, "a day in the past is refused");
    await fill(desk, { due: dayIn(40) });
    await send(desk, "#send form button");
    assert.equal(await desk.locator(".flash.good").count(), 1, await said(desk));

    const { page: kz } = await at(KZ, `${questionnaire}/answer/law`);
    await sound(KZ, "a section of the questionnaire");
    await fill(kz, {
      "answers.new-laws.rows.0.cells.title": "Постановление о новых веществах",
      "answers.new-laws.rows.0.cells.act-kind": "resolution",
      "answers.new-laws.rows.0.cells.number": "77",
      "answers.new-laws.rows.0.cells.adopted": "2021-11-01",
      "answers.law-planned.value": "no",
    });
    await send(kz, "main button[value=save]:not(.vh)");
    assert.equal(await kz.locator(".flash.good").count(), 1, await said(kz));
    await kz.goto(`${questionnaire}/answer/substances`);
    await fill(kz, {
      "answers.substances-detected.rows.0.cells.substance": "mephedrone",
      "answers.substances-detected.rows.0.cells.date": "2021-11-02",
      "answers.substances-detected.rows.0.cells.laboratory": "ЭКЛ",
      "answers.substances-detected.rows.0.cells.level": "tentative",
    });
    await send(kz, "main button[value=save]:not(.vh)");
    assert.equal(await kz.locator(".flash.good").count(), 1, await said(kz));
    const workbook = await (await kz.request.get(`${questionnaire}/workbook.xlsx`)).body();
    await kz.goto(`${questionnaire}/release`);
    await sound(KZ, "what is to be released");
    await send(kz, SAVE);
    assert.match(pathOf(kz), /^\/submissions\//, await said(kz));
    const submission = pathOf(kz);
    await sound(KZ, "the released answers");
    assert.equal((await at(PK, submission)).status, 200);
    assert.equal((await at(OBSERVER, submission)).status, 404);

    // The same form, filled in without a line: what stands in the file becomes the answers of whoever sends it.
    const { page: ir } = await at(IR, `${questionnaire}/upload`);
    await sound(IR, "where a filled spreadsheet is sent in");
    const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    await ir.locator("main [name=file]").setInputFiles({ name: "answers.xlsx", mimeType, buffer: workbook });
    await send(ir, SAVE);
    await sound(IR, "what became of a spreadsheet");
    await ir.goto(`${questionnaire}/release`);
    await send(ir, SAVE);
    assert.match(pathOf(ir), /^\/submissions\//, await said(ir));
  });

  test("what was answered once stands in the register of law and among the detections", async () => {
    assert.ok(await reads(PK, `${HERE}/legal-acts`, "Постановление о новых веществах"));
    assert.ok(!(await reads(OBSERVER, `${HERE}/legal-acts`, "Постановление о новых веществах")));
    await at(PK, `${HERE}/matrix`);
    await sound(PK, "the matrix");
    assert.ok(await reads(IR, `${HERE}/detections`, "ephedrone") || await reads(KZ, `${HERE}/detections`, "ephedrone"));
    assert.ok(!(await reads(OBSERVER, `${HERE}/detections`, "ephedrone")));
  });

  test("a message to one is nobody else's; a request is answered; search shows each what is theirs", async () => {
    const { page } = await at(KZ, `${HERE}/requests/new`);
    await sound(KZ, "the form of a request");
    await fill(page, { question_type: "substance", subject: "Состав порошка", body: "Какие примеси найдены?", permitted_use: "Для сравнения.", due_day: dayIn(3) });
    await page.locator('main [name="asked"][value="IR"]').check();
    await send(page, SAVE);
    const request = pathOf(page);
    assert.match(request, /^\/requests\//, await said(page));
    assert.equal((await at(IR, request)).status, 200);
    await sound(IR, "a request");
    for (const who of [PK, OBSERVER]) {
      assert.equal((await at(who, request)).status, 404);
      assert.ok(!(await reads(who, `${HERE}/search?q=${encodeURIComponent("порошка")}`, "Состав")));
    }
    assert.ok(await reads(DESK, `${HERE}/search?q=${encodeURIComponent("порошка")}`, "Состав порошка"));
    await sound(DESK, "what a search finds");
  });

  test("a finding becomes a brief that participants read", async () => {
    const { page } = await at(DESK, `${HERE}/workspace`);
    await sound(DESK, "the workspace without incidents");
    assert.equal((await page.goto(`${HERE}/findings`)).status(), 200);
    await sound(DESK, "the findings before there is one");
    assert.equal((await page.goto(`${HERE}/briefs`)).status(), 200);
    await sound(DESK, "the briefs before there is one");
  });
});
