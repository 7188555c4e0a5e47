// Measures the targets of speed and memory. usage: run.mjs [NAME] [--short] [--check]
// NAME: only the measures whose name holds it; --short: seconds instead of minutes; --check: exit status 1 when a target is missed.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { short: { type: "boolean" }, check: { type: "boolean" } } });
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = [import.meta.resolve("./main.ts"), import.meta.resolve("./bare-bot.ts"), import.meta.resolve("./bare-web.ts")];

execFileSync(process.execPath, [join(root, "scripts/build.mjs")], { stdio: "inherit" });
const compiled = mkdtempSync(join(tmpdir(), "mingbai-bench-compiled-"));
try {
  // Packages are not compiled in; they are found from there.
  symlinkSync(join(root, "node_modules"), join(compiled, "node_modules"));
  await build({
    entryPoints: modules.map((module) => fileURLToPath(module)),
    outdir: compiled,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    // The least that the program runs on; it knows import attributes.
    target: "node20.19",
    define: { PROJECT_ROOT: JSON.stringify(root) },
    logLevel: "warning",
  });
  const { measure } = await import(pathToFileURL(join(compiled, "main.js")).href);
  const allMet = await measure(positionals[0] ?? "", values.short ? "short" : "full");
  if (values.check && !allMet) process.exitCode = 1;
} finally {
  rmSync(compiled, { recursive: true, force: true });
}
