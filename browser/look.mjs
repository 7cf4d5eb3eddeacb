// Takes a picture of a page of a running server, for people who work on pages.
//
//   node look.mjs /operations/REFLEX-2021 overview.png --width 390 --lang fa --dark --as LOGIN --password WORD
//
// --server ADDRESS  default http://127.0.0.1:8080 (what `cargo demo` prints)
// --full            the whole page, not only the first screen
// --check           also measure accessibility, and fail when something is found

import { parseArgs } from "node:util";
import { assertAccessible, assertNoComplaints } from "./a11y.mjs";
import { openBrowser, openPage } from "./eyes.mjs";
import { fill, send } from "./world.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    server: { type: "string", default: "http://127.0.0.1:8080" },
    width: { type: "string", default: "1280" },
    lang: { type: "string", default: "en" },
    dark: { type: "boolean", default: false },
    full: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
    as: { type: "string" },
    password: { type: "string", default: process.env.REFLEX_PASSWORD ?? "" },
  },
});
const [path, picture] = positionals;
if (!path || !picture) {
  console.error("usage: node look.mjs PATH OUT.png [--width 390] [--lang fa] [--dark] [--as LOGIN --password WORD] [--full] [--check]");
  process.exit(2);
}

const browser = await openBrowser();
try {
  const page = await openPage(browser, options.server, { width: Number(options.width), lang: options.lang, dark: options.dark });
  await page.goto(`/sign-in?lang=${options.lang}`);
  if (options.as) {
    await fill(page, { login: options.as, password: options.password });
    await send(page);
  }
  const answer = await page.goto(path);
  await page.screenshot({ path: picture, fullPage: options.full });
  console.log(`${picture}: ${answer?.status()} ${page.url()}, ${options.width} px, ${options.lang}`);
  for (const complaint of page.complaints) console.log(`  ${complaint}`);
  if (options.check) {
    await assertAccessible(page, path);
    assertNoComplaints(page);
  }
} finally {
  await browser.close();
}
