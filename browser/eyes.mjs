// The browser: Debian's Chromium, quiet, driven without any download.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const BROWSER = process.env.REFLEX_CHROMIUM ?? "/usr/bin/chromium";
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A browser without a window. */
export function openBrowser() {
  return chromium.launch({
    executablePath: BROWSER,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}

/**
 * A page of a visitor who has never been here: own cookies, the given width, language and colours.
 * `page.complaints` collects what the browser complains about: script errors, blocked resources, failed requests.
 */
export async function openPage(browser, address, { width = 1280, lang = "en", dark = false, script = true } = {}) {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height: width < 600 ? 844 : 900 },
    hasTouch: width < 600,
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    locale: lang,
    timezoneId: "UTC",
    javaScriptEnabled: script,
  });
  context.setDefaultTimeout(15_000);
  // Measured from outside the page, so the page's own content policy stays as it is.
  await context.addInitScript(AXE);
  const page = await context.newPage();
  page.complaints = [];
  page.on("pageerror", (problem) => page.complaints.push(`script: ${problem.message}`));
  page.on("console", (line) => {
    // A refused form answers 4xx on purpose; Chromium writes that down as an error of the network.
    const refused = /status of 4\d\d/.test(line.text());
    if (line.type() === "error" && !refused) page.complaints.push(`console: ${line.text()}`);
  });
  page.on("response", (answer) => {
    if (answer.status() >= 500) page.complaints.push(`${answer.status()} from ${answer.url()}`);
  });
  return page;
}
