// Compiles and bundles the program into dist/. The new build is made beside the old one and takes its place only when it is whole.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Bundled because they are small ES modules: one file to read instead of hundreds. Every other package is loaded from node_modules when it is needed. */
const BUNDLED = new Set(["kysely", "minisearch", "zod"]);

/** @type {import("esbuild").Plugin} */
const packagesStayOutside = {
  name: "packages-stay-outside",
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === "entry-point") return undefined;
      const name = path
        .split("/")
        .slice(0, path.startsWith("@") ? 2 : 1)
        .join("/");
      return BUNDLED.has(name) ? undefined : { path, external: true };
    });
  },
};

/** Builds into `dist/`. @throws when a source cannot be compiled; `dist/` is then as it was */
async function build() {
  const { build: bundle } = await import("esbuild").catch(() => {
    throw new Error("esbuild is not installed. Run npm ci without --omit=dev (and without NODE_ENV=production): the program is compiled during installation.");
  });
  const made = join(root, `dist.new-${process.pid}`);
  const previous = join(root, `dist.old-${process.pid}`);
  const dist = join(root, "dist");
  try {
    mkdirSync(made, { recursive: true });
    await bundle({
      absWorkingDir: root,
      entryPoints: [{ in: "src/main.ts", out: "mingbai" }],
      outdir: made,
      chunkNames: "chunks/[name]-[hash]",
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      target: "node20",
      charset: "utf8",
      define: { MINGBAI_BUILD: JSON.stringify(hashOfSources()) },
      minifySyntax: true,
      legalComments: "none",
      logLevel: "warning",
      plugins: [packagesStayOutside],
    });
    await chmod(join(made, "mingbai.js"), 0o755);
    if (existsSync(dist)) renameSync(dist, previous);
    renameSync(made, dist);
  } finally {
    rmSync(made, { recursive: true, force: true });
    rmSync(previous, { recursive: true, force: true });
  }
}

/** Changes whenever a source, the data or a package does, and never otherwise. */
function hashOfSources() {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  for (const folder of ["data", "src"]) {
    const names = readdirSync(join(root, folder), { recursive: true }).map(String).sort();
    for (const name of names.filter((name) => /(?<!\.test)\.(?:ts|json)$/u.test(name))) hash.update(name).update(readFileSync(join(root, folder, name)));
  }
  return hash.digest("hex").slice(0, 16);
}

try {
  await build();
} catch (error) {
  console.error(`build failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
