import { defineConfig } from "vitest/config";

/** Where a run also writes its result as JSON, so that a check can count it. */
const report = process.env["MINGBAI_TEST_REPORT"];

/** One reads the patterns of modules as they load, the other loads every segmenter, of which a process has one. */
const OWN_MODULES = ["test/questions/backtracking.test.ts", "test/contract/segmenter.test.ts"];
const SHARED_FOLDERS = ["questions", "reminders", "corpus", "web", "contract"];
const SHARING = ["src/**/*.test.ts", ...SHARED_FOLDERS.map((folder) => `test/${folder}/*.test.ts`), "test/e2e/telegram-*.test.ts"];

export default defineConfig({
  test: {
    // nodejieba and better-sqlite3 are native and cannot be loaded into a second thread.
    pool: "forks",
    maxWorkers: 2,
    // Without this, vitest empties style sheets.
    css: true,
    // A busy machine makes a whole file of a format slow to build; what hangs still fails.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: report ? ["default", ["json", { outputFile: report }]] : ["default"],
    projects: [
      {
        extends: true,
        // Their modules are loaded once for all files, which takes a minute off.
        test: { name: "source", include: SHARING, exclude: OWN_MODULES, isolate: false, globalSetup: ["test/build-program.ts"] },
      },
      {
        extends: true,
        test: {
          name: "whole",
          include: ["test/*.test.ts", "test/e2e/!(cli-*|telegram-*).test.ts", ...OWN_MODULES],
          globalSetup: ["test/build-program.ts", "test/say-what-is-missing.ts"],
        },
      },
      { extends: true, test: { name: "program", include: ["test/e2e/cli-*.test.ts"], globalSetup: ["test/build-program.ts"] } },
    ],
  },
});
