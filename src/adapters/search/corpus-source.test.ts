import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import units from "../../../data/units.json" with { type: "json" };
import { READING } from "../../../test/reading.ts";
import type { ReadDocument, SourceFile } from "../../app/corpus.ts";
import { parseDocument } from "../../core/document/index.ts";
import { passagesOf } from "../../core/search/passages-of.ts";
import { takeSnapshot } from "../files/seeds.ts";
import { type CorpusOptions, createCorpusSource } from "./corpus-source.ts";

const PLAN = "一、依法行政\n(一)优化服务。推行一网通办,全年办理行政复议案件。\n责任单位:县司法局。\n(二)普法宣传。培训法律明白人。\n责任单位:县司法局。\n";

let root: string;
let seeds: string;
let indexDirectory: string;
let warnings: string[];
let filesRead: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "mingbai-corpus-"));
  seeds = join(root, "seeds");
  indexDirectory = join(root, "index");
  warnings = [];
  filesRead = [];
  mkdirSync(seeds);
  writeFileSync(join(seeds, "plan.txt"), PLAN);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function readDocument({ text, ...facts }: SourceFile): ReadDocument {
  filesRead.push(facts.file);
  const document = parseDocument(text, facts);
  const entry = { documentId: document.id, tasks: [] };
  return { document, entry, passages: passagesOf(document, entry) };
}

/** A corpus as a newly started program would open it. */
function open(changes: Partial<CorpusOptions> = {}) {
  return createCorpusSource({
    snapshot: () => takeSnapshot(seeds, READING),
    indexDirectory,
    units: units.units,
    build: "1",
    segmenter: "node-rs",
    readDocument,
    warn: (message) => warnings.push(message),
    ...changes,
  });
}
const headerOf = (name: string): unknown => JSON.parse(readFileSync(join(indexDirectory, name), "utf8").split("\n")[0] ?? "");

describe("createCorpusSource", () => {
  test("第一次读文件，第二次读索引，所得相同；没有什么可说", async () => {
    const built = await open().loadCorpus();
    expect(filesRead).toEqual(["plan.txt"]);
    const loaded = await open().loadCorpus();
    expect(filesRead).toEqual(["plan.txt"]);
    expect(loaded).toEqual(built);
    expect(loaded.documents[0]?.source).toBe(PLAN);
    expect(loaded.passages.length).toBeGreaterThan(2);
    expect(warnings).toEqual([]);
  });

  test("责任查询不建段的索引，也不加载分词组件", async () => {
    await open({ segmenter: "auto" }).loadCorpus();
    expect(readdirSync(indexDirectory)).toEqual(["corpus.json"]);
  });

  test("段的索引：第一次建，第二次读，结果相同", async () => {
    const built = await open().loadPassageIndex();
    const before = readFileSync(join(indexDirectory, "passages.json"), "utf8");
    const loaded = await open().loadPassageIndex();
    expect(readFileSync(join(indexDirectory, "passages.json"), "utf8")).toBe(before);
    expect(loaded.search("培训法律明白人", 5)).toEqual(built.search("培训法律明白人", 5));
    expect(loaded.search("培训法律明白人", 5)).not.toEqual([]);
    expect(loaded.builtWith).toMatch(/^@node-rs\/jieba \d/u);
  });

  test("重复要，给同一个", () => {
    const source = open();
    const first = source.loadPassageIndex();
    expect(source.loadPassageIndex()).toBe(first);
    return first;
  });

  test.each<[string, () => Partial<CorpusOptions> | undefined]>([
    ["文件变了", () => void writeFileSync(join(seeds, "plan.txt"), PLAN.replace("一网", "一窗"))],
    ["多了说明文件", () => void writeFileSync(join(seeds, "plan.json"), JSON.stringify({ id: "p", source: "公开" }))],
    ["程序变了", () => ({ build: "2" })],
  ])("%s：两个索引都重建，说一次", async (_name, change) => {
    await open().loadPassageIndex();
    const changes = change() ?? {};
    const source = open(changes);
    await source.loadCorpus();
    await source.loadPassageIndex();
    expect(filesRead).toHaveLength(2);
    expect(warnings).toHaveLength(2);
    expect(new Set(warnings).size).toBe(2);
    await open(changes).loadPassageIndex();
    expect(filesRead).toHaveLength(2);
    expect(warnings).toHaveLength(2);
  });

  test("什么也没动过：看戳记就知道，不再算摘要", async () => {
    const built = await open().loadCorpus();
    const digest = () => Promise.reject(new Error("算了摘要"));
    expect(await open({ snapshot: () => ({ ...takeSnapshot(seeds, READING), digest }) }).loadCorpus()).toEqual(built);
  });

  test("从源码直接运行：程序可能变了，摘要每次都算", async () => {
    await open({ build: undefined }).loadCorpus();
    let digests = 0;
    const counted = () => {
      const snapshot = takeSnapshot(seeds, READING);
      const digest = () => {
        digests += 1;
        return snapshot.digest();
      };
      return { ...snapshot, digest };
    };
    await open({ build: undefined, snapshot: counted }).loadCorpus();
    expect(digests).toBe(1);
    expect(filesRead).toEqual(["plan.txt"]);
  });

  test("同样的文件重新放进来：不重建，也没有什么可说，从此按新的戳记看", async () => {
    const built = await open().loadCorpus();
    writeFileSync(join(seeds, "plan.txt"), PLAN);
    expect(await open().loadCorpus()).toEqual(built);
    expect(filesRead).toEqual(["plan.txt"]);
    expect(warnings).toEqual([]);
    expect(headerOf("corpus.json")).toMatchObject({ stamp: takeSnapshot(seeds, READING).stamp });
  });

  test("重新放进来的文件换了一个字，长短和日期照旧：重建", async () => {
    await open().loadCorpus();
    const { atime, mtime } = statSync(join(seeds, "plan.txt"));
    writeFileSync(join(seeds, "plan.txt"), PLAN.replace("一网", "一窗"));
    utimesSync(join(seeds, "plan.txt"), atime, mtime);
    expect((await open().loadCorpus()).documents[0]?.source).toContain("一窗");
  });

  test("换了分词组件：只重建段的索引", async () => {
    await open().loadPassageIndex();
    const other = await open({ segmenter: "nodejieba" }).loadPassageIndex();
    expect(other.builtWith).toMatch(/^nodejieba /u);
    expect(filesRead).toEqual(["plan.txt"]);
    expect(headerOf("passages.json")).toMatchObject({ engine: "nodejieba" });
    expect(warnings).toEqual([expect.stringContaining("passages.json")]);
  });

  test.each(["corpus.json", "passages.json"])("%s 损坏：重建，说一次，回答不变", async (name) => {
    const before = (await open().loadPassageIndex()).search("行政复议", 5);
    truncateSync(join(indexDirectory, name), 400);
    const after = (await open().loadPassageIndex()).search("行政复议", 5);
    expect(after).toEqual(before);
    expect(warnings).toEqual([expect.stringMatching(new RegExp(`${name}.*损坏`, "u"))]);
    await open().loadPassageIndex();
    expect(warnings).toHaveLength(1);
  });

  test("别处拷来的索引不用", async () => {
    await open().loadCorpus();
    copyFileSync(join(indexDirectory, "corpus.json"), join(root, "other.json"));
    writeFileSync(join(seeds, "plan.txt"), `${PLAN}(三)信息公开。公布清单。\n`);
    await open().loadCorpus();
    copyFileSync(join(root, "other.json"), join(indexDirectory, "corpus.json"));
    expect((await open().loadCorpus()).documents[0]?.source).toContain("信息公开");
  });

  test("索引目录不能写：只说一次，照常回答", async () => {
    writeFileSync(indexDirectory, "");
    const source = open();
    expect((await source.loadCorpus()).documents).toHaveLength(1);
    expect((await source.loadPassageIndex()).search("行政复议", 5)).not.toEqual([]);
    expect(warnings).toEqual([expect.stringContaining("不能写入")]);
  });

  test("没有索引目录：一切在内存中，什么也不写", async () => {
    const source = open({ indexDirectory: undefined });
    expect((await source.loadPassageIndex()).search("行政复议", 5)).not.toEqual([]);
    expect(readdirSync(root)).toEqual(["seeds"]);
  });

  test("读不了的文件：从索引读时仍会说到，其他文件照常", async () => {
    writeFileSync(join(seeds, "bad.txt"), "");
    const built = await open().loadCorpus();
    expect(built.problems).toEqual([expect.stringContaining("bad.txt")]);
    expect(await open().loadCorpus()).toEqual(built);
  });

  test("某份文件让程序出错：点名，其他文件照常", async () => {
    writeFileSync(join(seeds, "worse.txt"), PLAN);
    const failing = (file: SourceFile) => {
      if (file.file === "worse.txt") throw new Error("boom");
      return readDocument(file);
    };
    const corpus = await open({ readDocument: failing }).loadCorpus();
    expect(corpus.documents.map((document) => document.file)).toEqual(["plan.txt"]);
    expect(corpus.problems).toEqual([expect.stringContaining("worse.txt")]);
  });
});
