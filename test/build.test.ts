import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const project = join(import.meta.dirname, "..");
const root = mkdtempSync(join(tmpdir(), "mingbai-build-"));

afterAll(() => rmSync(root, { recursive: true, force: true }));

const build = () => spawnSync(process.execPath, [join(root, "scripts/build.mjs")], { encoding: "utf8" });
const start = () => spawnSync(join(root, "dist/mingbai.js"), { encoding: "utf8" }).stdout;

test("a build replaces dist/ whole; one that fails leaves it as it was, and nothing lies about", () => {
  for (const folder of ["scripts", "src", "data"]) mkdirSync(join(root, folder));
  cpSync(join(project, "scripts/build.mjs"), join(root, "scripts/build.mjs"));
  symlinkSync(join(project, "node_modules"), join(root, "node_modules"));
  writeFileSync(join(root, "package.json"), '{ "type": "module" }');
  writeFileSync(join(root, "package-lock.json"), "{}");
  const main = (text: string) => writeFileSync(join(root, "src/main.ts"), `#!/usr/bin/env node\n${text}`);

  main('const { say } = await import("./say.ts");\nsay("first");');
  writeFileSync(join(root, "src/say.ts"), "export const say = (words: string): void => console.log(words);");
  expect(build().status).toBe(0);
  expect(start()).toBe("first\n");
  const chunks = readdirSync(join(root, "dist/chunks"));

  main("this is no TypeScript");
  const failed = build();
  expect(failed.status).toBe(1);
  expect(failed.stderr).toContain("build failed");
  expect(start()).toBe("first\n");

  main('console.log("second");');
  expect(build().status).toBe(0);
  expect(start()).toBe("second\n");
  expect(readdirSync(join(root, "dist"))).toEqual(["mingbai.js"]);
  expect(chunks).toHaveLength(1);
  expect(readdirSync(root).sort()).toEqual(["data", "dist", "node_modules", "package-lock.json", "package.json", "scripts", "src"]);
  expect(readFileSync(join(root, "dist/mingbai.js"), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/u);
});
