import { findBrowser } from "./web/browser.ts";

/** What is not run is said, once and so that nobody overlooks it. */
export function setup(): void {
  if (!process.env["DATABASE_URL"]) {
    say("DATABASE_URL is not set: the store's tests on PostgreSQL are NOT RUN. `.ci/with-postgres npm test` finds or starts a server.");
  }
  if (findBrowser() === undefined) {
    say("There is no Chromium: the tests in a browser are NOT RUN. Install it (apt-get install chromium) or name it in CHROMIUM.");
  }
}

function say(sentence: string): void {
  process.stderr.write(`\n!! ${sentence}\n\n`);
}
