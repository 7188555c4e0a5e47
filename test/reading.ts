import { join } from "node:path";
import type { SeedReading } from "../src/adapters/files/seed-files.ts";

/** How tests read files: foreign formats in the thread that the build made, nothing kept. */
export const READING: SeedReading = {
  thread: { entry: join(import.meta.dirname, "../dist/format-worker.js"), memoryInUse: () => process.memoryUsage.rss() },
  cache: undefined,
};
