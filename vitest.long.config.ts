import { defineConfig } from "vitest/config";

/** The long form: hostile input timed beside the usual question. `npm run test:long` */
export default defineConfig({
  test: {
    include: ["test/long/**/*.test.ts"],
    globalSetup: ["test/build-program.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30 * 60 * 1000,
  },
});
