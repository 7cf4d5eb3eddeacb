// The browser: Debian's Chromium, quiet, driven without any download.

import { chromium } from "playwright-core";

const BROWSER = process.env.REFLEX_CHROMIUM ?? "/usr/bin/chromium";

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
  const size = { width, height: width < 600 ? 844 : 900 };
  const context = await browser.newContext({
    baseURL: address,
    viewport: size,
    hasTouch: width < 600,
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    locale: lang,
    timezoneId: "UTC",
    javaScriptEnabled: script,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.size = size;
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
