import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readIndexFile, writeIndexFile } from "./index-files.ts";

const PROVENANCE = { format: 1, fingerprint: "abc" };
const PAYLOAD = JSON.stringify({ words: "县司法局".repeat(1000) });

let directory: string;
let path: string;
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), "mingbai-index-")), "index");
  path = join(directory, "corpus.json");
});
afterEach(() => rmSync(join(directory, ".."), { recursive: true, force: true }));

describe("索引文件", () => {
  test("写下什么就读回什么，目录自己建", () => {
    writeIndexFile(path, PROVENANCE, PAYLOAD);
    expect(readIndexFile(path, PROVENANCE)).toMatchObject({ state: "good", payload: PAYLOAD });
    expect(readdirSync(directory)).toEqual(["corpus.json"]);
  });
  test("头里另外写着的，读的人也看得到，不必说出", () => {
    writeIndexFile(path, { ...PROVENANCE, stamp: "x" }, PAYLOAD);
    expect(readIndexFile(path, PROVENANCE)).toMatchObject({ state: "good", header: { ...PROVENANCE, stamp: "x" } });
  });
  test("还没有文件", () => expect(readIndexFile(path, PROVENANCE)).toEqual({ state: "missing" }));
  test.each([
    { format: 2, fingerprint: "abc" },
    { format: 1, fingerprint: "abd" },
    { ...PROVENANCE, engine: "x" },
  ])("来历不同 %j 则过期", (other) => {
    writeIndexFile(path, PROVENANCE, PAYLOAD);
    expect(readIndexFile(path, other)).toEqual({ state: "outdated" });
  });
  test.each<[string, () => void]>([
    ["少了末尾", () => truncateSync(path, 300)],
    ["只剩一半头", () => truncateSync(path, 10)],
    ["空文件", () => truncateSync(path, 0)],
    ["改了一个字", () => writeFileSync(path, readFileSync(path, "utf8").replace("县司法局", "县公安局"))],
    ["多了内容", () => writeFileSync(path, `${readFileSync(path, "utf8")} `)],
    ["头不是 JSON", () => writeFileSync(path, "hello\nworld")],
    ["没有换行的大文件", () => writeFileSync(path, "x".repeat(100_000))],
  ])("%s → 损坏", (_name, damage) => {
    writeIndexFile(path, PROVENANCE, PAYLOAD);
    damage();
    expect(readIndexFile(path, PROVENANCE)).toEqual({ state: "damaged" });
  });
  test("别的进程写了一半的临时文件不碍事；久无人理的清走", () => {
    writeIndexFile(path, PROVENANCE, PAYLOAD);
    const fresh = join(directory, ".corpus.json.1-aa.tmp");
    const abandoned = join(directory, ".corpus.json.2-bb.tmp");
    writeFileSync(fresh, "half");
    writeFileSync(abandoned, "half");
    utimesSync(abandoned, 0, 0);
    expect(readIndexFile(path, PROVENANCE).state).toBe("good");
    writeIndexFile(path, PROVENANCE, PAYLOAD);
    expect(existsSync(fresh)).toBe(true);
    expect(existsSync(abandoned)).toBe(false);
  });
  test("几个进程同时写，随时读到的都是完整的一份", async () => {
    const program = join(directory, "..", "writer.cjs");
    await build({ entryPoints: ["src/adapters/search/index-files.ts"], bundle: true, platform: "node", format: "cjs", outfile: program });
    const write = `const { writeIndexFile } = require(${JSON.stringify(program)}); for (let i = 0; i < 20; i += 1) writeIndexFile(${JSON.stringify(path)}, ${JSON.stringify(PROVENANCE)}, JSON.stringify(process.argv[1].repeat(50000)));`;
    let running = 3;
    const writers = ["甲", "乙", "丙"].map((word) => promisify(execFile)(process.execPath, ["-e", write, word]).finally(() => (running -= 1)));
    const seen = new Set<string>();
    while (running > 0) {
      seen.add(readIndexFile(path, PROVENANCE).state);
      await new Promise(setImmediate);
    }
    await Promise.all(writers);
    expect([...seen].filter((state) => state !== "missing")).toEqual(["good"]);
    expect(readdirSync(directory)).toEqual(["corpus.json"]);
  });
  test("写不进去则报错", () => {
    const file = join(directory, "..", "file");
    writeFileSync(file, "");
    expect(() => writeIndexFile(join(file, "corpus.json"), PROVENANCE, PAYLOAD)).toThrow(expect.objectContaining({ code: "EEXIST" }));
  });
  test("改名不成则原样，不留下临时文件", () => {
    mkdirSync(path, { recursive: true });
    expect(() => writeIndexFile(path, PROVENANCE, PAYLOAD)).toThrow();
    expect(readdirSync(directory)).toEqual(["corpus.json"]);
  });
});
