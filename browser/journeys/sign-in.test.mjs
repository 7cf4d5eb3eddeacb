// Signing in: the door sends a stranger to the sign-in page, keeps what was typed, and lets a member through.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertAccessible, assertNoComplaints, assertSpeaks } from "../a11y.mjs";
import { WAYS, fill, leave, nameOf, openWorld, pathOf, send } from "../world.mjs";

describe("sign in", () => {
  let world;
  before(async () => (world = await openWorld()));
  after(() => world?.close());

  for (const way of WAYS) {
    test(`a stranger is sent to the sign-in page, ${nameOf(way)}`, async () => {
      const page = await world.visit(way);
      await page.goto("/");
      assert.equal(pathOf(page), "/sign-in");
      await assertSpeaks(page, way.lang);
      await assertAccessible(page, "sign-in page");
      assertNoComplaints(page);
      await leave(page);
    });

    test(`a wrong password is said and the login stays as typed, ${nameOf(way)}`, async () => {
      const page = await world.visit(way);
      await fill(page, { login: "nobody@example.org", password: "not the password" });
      await send(page);
      assert.equal(pathOf(page), "/sign-in");
      assert.equal(await page.locator("main #login").inputValue(), "nobody@example.org");
      assert.equal(await page.locator("main #password").inputValue(), "");
      assert.notEqual((await page.getByRole("alert").first().innerText()).trim(), "");
      await assertSpeaks(page, way.lang);
      await assertAccessible(page, "sign-in page with a problem");
      assertNoComplaints(page);
      await leave(page);
    });

    test(`a coordinator signs in and sees the operations, ${nameOf(way)}`, async () => {
      const page = await world.visit(way);
      await world.signIn(page, "coordinator");
      assert.equal(pathOf(page), "/");
      await assertSpeaks(page, way.lang);
      assert.equal(await page.locator("h1").count(), 1);
      await assertAccessible(page, "operations");
      assertNoComplaints(page);
      await leave(page);
    });
  }

  test("signing in works without script", async () => {
    const page = await world.visit({ script: false });
    await world.signIn(page, "officer");
    assert.equal(pathOf(page), "/");
    await leave(page);
  });
});
