import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { useProgram } from "./program.ts";

const program = useProgram();
const OVERTIME = { id: "a1", law: "劳动合同法", article: "第三十一条", text: "用人单位安排加班的，应当按照国家有关规定向劳动者支付加班费。" };
const PURPOSE = { id: "a2", law: "民法典", article: "第一条", text: "为了保护民事主体的合法权益，制定本法。", version: "2020-05-28" };

function fileOf(name: string, lines: readonly (object | string)[]): string {
  const path = join(program.folder, name);
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  writeFileSync(path, name.endsWith(".gz") ? gzipSync(text) : text);
  return path;
}

test("成批导入法条，用平常的话查：原文、法规、章节，一条不改", async () => {
  writeFileSync(join(program.folder, "sections.json"), JSON.stringify({ a1: ["第三章 劳动合同的履行和变更"] }));
  const kept = await program.run(["import", "--library", "法律", fileOf("法条.jsonl.gz", [OVERTIME, PURPOSE])]);
  expect([kept.status, kept.stdout]).toEqual([0, "法规库「法律」已导入：2 部法规，2 条。\n"]);
  const { stdout } = await program.run(["search", "--library", "法律", "老板不给加班费怎么办"]);
  expect(stdout).toContain(`1. 《劳动合同法》第三章 劳动合同的履行和变更 第三十一条\n${OVERTIME.text}`);
  expect(stdout).toContain("不构成法律意见");
  const many = await program.run(["search", "--library", "法律", "--jsonl", "--top", "1"], { input: '{"id":"q","question":"制定民法典是为了什么"}\n' });
  expect(JSON.parse(many.stdout)).toMatchObject({ id: "q", hits: [{ id: "a2" }], abstain: false });
  expect((await program.run(["libraries"])).stdout).toContain("法律");
});

test.each<[string, readonly (object | string)[], string]>([
  ["坏的一行", [OVERTIME, '{"id":'], "第 2 行不是 JSON 对象"],
  ["缺正文", [{ id: "a1", law: "甲法", article: "第一条" }], "第 1 行缺少 text"],
  ["编号重复", [OVERTIME, PURPOSE, OVERTIME], "第 1 行和第 3 行的编号都是 a1"],
  ["没有法条", ["", ""], "里没有法条"],
])("%s：一句话说明，原有的法规库不动", async (_, lines, sentence) => {
  await program.run(["import", "--library", "旧库", fileOf("旧.jsonl", [PURPOSE])]);
  const stored = () => readFileSync(join(program.folder, "home/libraries/旧库/articles.bin"));
  const before = stored();
  const { status, stderr } = await program.run(["import", "--library", "旧库", fileOf("新.jsonl", lines)]);
  expect(status).not.toBe(0);
  expect(stderr).toContain(sentence);
  expect(stored().equals(before)).toBe(true);
});

test("索引坏了就重建；没有这个库，说有哪些", async () => {
  await program.run(["import", "--library", "坏库", fileOf("条.jsonl", [OVERTIME])]);
  writeFileSync(join(program.folder, "index/laws/坏库.bin"), "不是索引");
  expect((await program.run(["search", "--library", "坏库", "加班费"])).stdout).toContain(OVERTIME.text);
  expect((await program.run(["search", "--library", "别的", "加班费"])).stderr).toContain("坏库");
});
