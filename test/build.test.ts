import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const project = join(import.meta.dirname, "..");
const root = mkdtempSync(join(tmpdir(), "mingbai-build-"));
const dist = join(root, "dist");

beforeAll(() => {
  for (const folder of ["src/cli", "src/adapters/files", "src/adapters/charts", "data"]) mkdirSync(join(root, folder), { recursive: true });
  cpSync(join(project, "scripts"), join(root, "scripts"), { recursive: true });
  cpSync(join(project, "src/launch.ts"), join(root, "src/launch.ts"));
  symlinkSync(join(project, "node_modules"), join(root, "node_modules"));
  writeFileSync(join(root, "package.json"), '{ "type": "module" }');
  writeFileSync(join(root, "package-lock.json"), "{}");
  write("cli/ask.ts", 'import { nameOf } from "../name.ts";\nexport const ask = (): string => ["asked", nameOf("县司法局")].join(" ");');
  write("adapters/files/format-worker.ts", 'import { nameOf } from "../../name.ts";\nconsole.log("thread", nameOf("县水利局"));');
  write("adapters/charts/chart-worker.ts", 'import { nameOf } from "../../name.ts";\nconsole.log("thread", nameOf("县审计局"));');
  write("name.ts", "export const nameOf = (text: string): string | undefined => /^县(\\p{Script=Han}+)$/u.exec(text)?.[1];");
  write("later.ts", 'import { nameOf } from "./name.ts";\nexport const fail = (): never => {\n  throw new Error(nameOf("县财政局"));\n};');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const write = (module: string, text: string) => writeFileSync(join(root, "src", module), text);
const main = (says: string) =>
  write(
    "main.ts",
    `const [how] = process.argv.slice(2);
if (how === "fail") void import("./later.ts").then(({ fail }) => fail());
else void import("./cli/ask.ts").then(({ ask }) => console.log(${JSON.stringify(says)}, how, ask()));`,
  );
const build = () => spawnSync(process.execPath, [join(root, "scripts/build.mjs")], { encoding: "utf8" });
const start = (...args: readonly string[]) => spawnSync(join(dist, "mingbai.js"), args, { encoding: "utf8" });

test("a build replaces dist/ whole; one that fails leaves it as it was, and nothing lies about", () => {
  main("first");
  expect(build()).toMatchObject({ status: 0, stderr: "" });
  expect(start("ask").stdout).toBe("first ask asked 司法局\n");
  const files = readdirSync(dist);

  write("main.ts", "this is no TypeScript");
  const failed = build();
  expect(failed.status).toBe(1);
  expect(failed.stderr).toContain("build failed");
  expect(readdirSync(dist)).toEqual(files);
  expect(start("ask").stdout).toBe("first ask asked 司法局\n");

  main("second");
  expect(build().status).toBe(0);
  expect(start("ask").stdout).toBe("second ask asked 司法局\n");
  expect(readdirSync(dist)).toHaveLength(files.length);
  expect(readdirSync(root).sort()).toEqual(["data", "dist", "node_modules", "package-lock.json", "package.json", "scripts", "src"]);
  expect(readFileSync(join(dist, "mingbai.js"), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/u);
});

test("the programs of the threads stand by themselves", () => {
  expect(spawnSync(process.execPath, [join(dist, "format-worker.js")], { encoding: "utf8" }).stdout).toBe("thread 水利局\n");
  expect(spawnSync(process.execPath, [join(dist, "chart-worker.js")], { encoding: "utf8" }).stdout).toBe("thread 审计局\n");
});

test("what is loaded later shares its modules with the start, and its errors tell where they come from", () => {
  const { status, stderr } = start("fail");
  expect(status).toBe(1);
  expect(stderr).toContain("Error: 财政局");
  expect(stderr).toMatch(/at fail \(.*later-\w+\.js:\d+:\d+\)/u);
});

/** The file that every start reads, and the bytecode kept of it. */
const started = () => {
  const [bytecode = ""] = readdirSync(dist).filter((name) => name.endsWith(".bytecode"));
  return { source: join(dist, bytecode.replace(/(?<=\.js)\..*$/u, "")), bytecode: join(dist, bytecode) };
};

test.each<[string, (files: { source: string; bytecode: string }) => void]>([
  ["is gone", ({ bytecode }) => rmSync(bytecode)],
  ["is damaged", ({ bytecode }) => writeFileSync(bytecode, readFileSync(bytecode).fill(0, 200, 2000))],
  ["is cut short", ({ bytecode }) => writeFileSync(bytecode, readFileSync(bytecode).subarray(0, -8))],
  ["is empty", ({ bytecode }) => writeFileSync(bytecode, "")],
  ["is of a source as long", ({ source }) => writeFileSync(source, readFileSync(source, "latin1").replace("asked", "ASKED"))],
])("a program whose bytecode %s does what its source says", (_, change) => {
  const files = started();
  const kept = { source: readFileSync(files.source, "latin1"), bytecode: readFileSync(files.bytecode) };
  change(files);
  const asks = readFileSync(files.source, "latin1").includes("ASKED") ? "ASKED" : "asked";
  expect(start("ask")).toMatchObject({ status: 0, stdout: `second ask ${asks} 司法局\n`, stderr: "" });
  writeFileSync(files.source, kept.source);
  writeFileSync(files.bytecode, kept.bytecode);
});

test("V8 takes the bytecode that the build kept, wherever dist/ is moved", () => {
  const { source, bytecode } = started();
  const script = `const [source, bytecode] = process.argv.slice(1).map((path) => require("node:fs").readFileSync(path));
    const { Script } = require("node:vm");
    console.log(new Script(source.toString("latin1"), { filename: "/elsewhere.js", cachedData: bytecode.subarray(0, -4) }).cachedDataRejected);`;
  expect(readFileSync(source, "latin1")).toMatch(/^[\0-\x7f]*$/u);
  expect(spawnSync(process.execPath, ["-e", script, source, bytecode], { encoding: "utf8" }).stdout).toBe("false\n");
});
