import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const SOURCES = ["src", "data", "scripts", "package-lock.json"];

/** Builds `dist/` before the tests that start the program, where a source is newer than it. */
export function setup(): void {
  if (newest(SOURCES.map((source) => join(root, source))) > newest([join(root, "dist/mingbai.js")])) {
    execFileSync(process.execPath, [join(root, "scripts/build.mjs")], { stdio: "inherit" });
  }
}

/** When the newest of the files was changed; 0 where there are none. */
function newest(paths: readonly string[]): number {
  return Math.max(
    0,
    ...paths.flatMap((path) => {
      const found = statSync(path, { throwIfNoEntry: false });
      if (!found) return [];
      if (!found.isDirectory()) return [found.mtimeMs];
      return [newest(readdirSync(path).map((name) => join(path, name)))];
    }),
  );
}
