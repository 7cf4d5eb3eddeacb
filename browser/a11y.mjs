// Accessibility: what axe-core can measure must be clean, and a few things of the house beside it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What is measured by colour alone: the same in every language, and the dearest; measured in English. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/** Fails with every violation, its elements and where to read about it; also when the page is wider than the screen. */
export async function assertAccessible(page, where) {
  // Brought in from outside the page, so that its own content policy stays as it is.
  await page.evaluate(`window.axe || (() => {${AXE}})()`);
  const found = await page.evaluate(async ([tags, colours]) => {
    const enabled = document.documentElement.lang === "en";
    const rules = Object.fromEntries(colours.map((rule) => [rule, { enabled }]));
    const runOnly = { type: "tag", values: tags };
    const result = await window.axe.run(document, { runOnly, rules, resultTypes: ["violations"], preload: false });
    return result.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.slice(0, 5).map((node) => `${node.target.join(" ")}: ${node.failureSummary?.split("\n").slice(1, 3).join(" ")}`),
    }));
  }, [RULES, COLOURS]);
  const text = found.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.join("\n    ")}`).join("\n  ");
  assert.equal(found.length, 0, `${where} at ${new URL(page.url()).pathname}:\n  ${text}`);

  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(overflow <= 0, `${where}: the page is ${overflow} px wider than the screen`);
}

/** The page is in this language and runs in its direction. */
export async function assertSpeaks(page, lang) {
  const root = page.locator("html");
  assert.equal(await root.getAttribute("lang"), lang);
  assert.equal((await root.getAttribute("dir")) ?? "ltr", lang === "fa" ? "rtl" : "ltr");
  assert.doesNotMatch(await page.locator("body").innerText(), /⟦|\{\$/, "a message is missing");
}

/** Everything a page is asked at each stop: its language, accessibility, and no complaint of the browser. */
export async function assertSound(page, lang, where) {
  await assertSpeaks(page, lang);
  await assertAccessible(page, where);
  assertNoComplaints(page);
}

/** The browser had nothing to complain about: no script error, no blocked resource, no server error. */
export function assertNoComplaints(page) {
  assert.deepEqual(page.complaints, []);
}
