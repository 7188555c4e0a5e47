import { defineConfig } from "vitest/config";

/** Tests that take minutes: long fuzzing, many crashes. `npm run test:long` */
export default defineConfig({
  test: {
    include: ["test/long/**/*.test.ts"],
    globalSetup: ["test/build-program.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30 * 60 * 1000,
    passWithNoTests: true,
  },
});
