// Compiles and bundles the program into dist/. The new build is made beside the old one and takes its place only when it is whole.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Bundled because they are small ES modules: one file to read instead of hundreds. Every other package is loaded from node_modules when it is needed. */
const BUNDLED = new Set(["@hono/node-server", "echarts", "hono", "kysely", "minisearch", "tslib", "zod", "zrender"]);

/** What a question about duties runs through. With all that these import they make one file, the only one that such a question reads. */
const STARTED = ["src/cli/ask.ts", "src/main.ts"];
/** The question whose bytecode is kept. */
const USUAL_CALL = ["ask", "县司法局负责哪些任务"];
/** The programs of the threads: that foreign formats are read in, that pictures are drawn in. */
const THREADS = ["src/adapters/files/format-worker.ts", "src/adapters/charts/chart-worker.ts"];
const LONGEST_RUN_MS = 60_000;

/** What esbuild compiles in the same way for every file. */
const COMMON = {
  platform: "node",
  target: "node20",
  // Every other character escaped: V8 takes such a file as it is, a byte a character.
  charset: "ascii",
  minifySyntax: true,
  legalComments: "none",
  logLevel: "warning",
  define: { "import.meta.dirname": "__dirname", "import.meta.url": "__filename" },
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
};

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

/**
 * esbuild puts modules together that the same entries reach. So every entry, which is main and whatever is loaded later by `import()`, is
 * made to reach what every start needs.
 * @param {(text: string, path: string) => string} rewrite what is done to every source
 * @returns {import("esbuild").Plugin}
 */
const startIsOneFile = (rewrite) => ({
  name: "start-is-one-file",
  setup(build) {
    build.onResolve({ filter: /\.tsx?$/ }, ({ path, kind, resolveDir }) =>
      kind === "entry-point" || kind === "dynamic-import" ? { path: resolve(resolveDir, path), suffix: "?entry" } : undefined,
    );
    build.onLoad({ filter: /\.tsx?$/ }, ({ path, suffix }) => {
      if (suffix !== "?entry") return { contents: rewrite(readFileSync(path, "utf8"), path), loader: extname(path).slice(1) };
      const imports = STARTED.map((module) => `import ${JSON.stringify(join(root, module))};`);
      return { contents: [...imports, `export * from ${JSON.stringify(path)};`].join("\n"), resolveDir: root };
    });
  },
});

/**
 * Data is parsed when it is first asked for, which most questions do for little of it.
 * @type {import("esbuild").Plugin}
 */
const dataIsParsedLater = {
  name: "data-is-parsed-later",
  setup(build) {
    build.onLoad({ filter: /[\\/]data[\\/][^\\/]+\.json$/ }, ({ path }) => {
      const data = JSON.parse(readFileSync(path, "utf8"));
      const getters = Object.keys(data).map((key) => `get ${JSON.stringify(key)}() { return parse()[${JSON.stringify(key)}]; },`);
      return {
        contents: [
          `let data;`,
          `const parse = () => (data ??= JSON.parse(${JSON.stringify(JSON.stringify(data))}));`,
          "export default {",
          ...getters,
          "};",
        ].join("\n"),
        loader: "js",
      };
    });
  },
};

/**
 * `import text from "./site.css?raw"` gives a file's text, smaller where it is a style sheet or a script.
 * @returns {import("esbuild").Plugin}
 */
const filesAsText = ({ transform }) => ({
  name: "files-as-text",
  setup(build) {
    build.onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({ path: resolve(resolveDir, path.slice(0, -"?raw".length)), namespace: "text" }));
    build.onLoad({ filter: /./, namespace: "text" }, async ({ path }) => {
      const text = readFileSync(path, "utf8");
      const loader = extname(path).slice(1);
      return { contents: ["css", "js"].includes(loader) ? (await transform(text, { loader, minify: true })).code : text, loader: "text" };
    });
  },
});

/** Builds into `dist/`. @throws when a source cannot be compiled; `dist/` is then as it was */
async function build() {
  const [esbuild, { spellOutHan }] = await Promise.all([import("esbuild"), import("./spell-out-han.mjs")]).catch(({ message }) => {
    throw new Error(`${message}. Run npm ci without --omit=dev (and without NODE_ENV=production): the program is compiled during installation.`);
  });
  const made = join(root, `dist.new-${process.pid}`);
  const previous = join(root, `dist.old-${process.pid}`);
  const dist = join(root, "dist");
  try {
    mkdirSync(made, { recursive: true });
    // The project's own files are ES modules. These are not, because bytecode can be kept of CommonJS only, and because it loads faster.
    writeFileSync(join(made, "package.json"), '{ "type": "commonjs" }\n');
    const start = await compile(esbuild, made, spellOutHan);
    await esbuild.build({
      ...COMMON,
      absWorkingDir: root,
      entryPoints: [{ in: "src/launch.ts", out: "mingbai" }],
      outdir: made,
      bundle: true,
      format: "cjs",
      define: { ...COMMON.define, MINGBAI_START: JSON.stringify(start) },
    });
    const entryPoints = THREADS.map((path) => ({ in: path, out: basename(path, ".ts") }));
    await esbuild.build({ ...COMMON, absWorkingDir: root, entryPoints, outdir: made, bundle: true, format: "cjs", plugins: [packagesStayOutside] });
    await chmod(join(made, "mingbai.js"), 0o755);
    keepBytecode(join(made, "mingbai.js"), join(made, start));
    if (existsSync(dist)) renameSync(dist, previous);
    renameSync(made, dist);
  } finally {
    rmSync(made, { recursive: true, force: true });
    rmSync(previous, { recursive: true, force: true });
  }
}

/** Compiles the program into CommonJS files. @returns the name of the one that every start needs, which holds a function expression */
async function compile(esbuild, made, spellOutHan) {
  const { outputFiles, metafile } = await esbuild.build({
    ...COMMON,
    absWorkingDir: root,
    entryPoints: [{ in: STARTED.at(-1), out: "main" }],
    outdir: made,
    chunkNames: "[name]-[hash]",
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    format: "esm",
    define: { ...COMMON.define, MINGBAI_BUILD: JSON.stringify(hashOfSources()) },
    plugins: [filesAsText(esbuild), packagesStayOutside, startIsOneFile(spellOutHan), dataIsParsedLater],
  });
  const [start] = Object.entries(metafile.outputs).find(([, { inputs }]) => STARTED.every((module) => module in inputs));
  for (const { path, text } of outputFiles) {
    // Main's entry does nothing that the start does not.
    if (basename(path) === "main.js") continue;
    const { code } = await esbuild.transform(text, {
      ...COMMON,
      define: {},
      format: "cjs",
      sourcefile: basename(path),
      supported: { "dynamic-import": false },
      banner: '"use strict";',
    });
    const ascii = escapeRest(code);
    writeFileSync(path, basename(path) === basename(start) ? `(function (exports, require, module, __filename, __dirname) { ${ascii}})\n` : ascii);
  }
  return basename(start);
}

/** esbuild leaves the characters of regular expressions as they are. There an escape means the same. */
function escapeRest(code) {
  if (/(?<!\\)(?:\\\\)*\\[^\0-\x7f]/u.test(code)) throw new Error("a regular expression has a backslash before a character that is not ASCII; leave it out");
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Asks the new program a question and keeps the bytecode that V8 compiled for it. A program without it starts slower, and so that is no failure. */
function keepBytecode(program, start) {
  const folder = mkdtempSync(join(tmpdir(), "mingbai-build-"));
  const { PATH, SystemRoot } = process.env;
  const env = { PATH, SystemRoot, MINGBAI_HOME: join(folder, "var"), MINGBAI_INDEX_DIR: join(folder, "index") };
  const run = (script, ...args) => execFileSync(process.execPath, [script, ...args], { env, stdio: ["ignore", "ignore", "pipe"], timeout: LONGEST_RUN_MS });
  try {
    // The first question builds the index, of which nothing is to be kept.
    run(program, ...USUAL_CALL);
    run(join(root, "scripts/keep-bytecode.mjs"), program, start, ...USUAL_CALL);
  } catch (error) {
    console.error(`build: no bytecode was kept, the program will start slower: ${error.stderr?.toString() || error.message}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Changes whenever a source, the data, a package or the way of building does, and never otherwise. */
function hashOfSources() {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  for (const folder of ["data", "scripts", "src"]) {
    const names = readdirSync(join(root, folder), { recursive: true }).map(String).sort();
    for (const name of names.filter((name) => /(?<!\.test)\.(?:css|js|json|mjs|svg|tsx?)$/u.test(name)))
      hash.update(name).update(readFileSync(join(root, folder, name)));
  }
  return hash.digest("hex").slice(0, 16);
}

try {
  await build();
} catch (error) {
  console.error(`build failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
