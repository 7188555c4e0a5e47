import { beforeAll, describe, expect, test } from "vitest";
import { firstThatLoads, loadSegmenter } from "../../src/adapters/search/segmenter.ts";
import type { Segmenter } from "../../src/app/ports.ts";
import { queryTermsOf } from "../../src/core/search/query-terms.ts";

const USER_WORDS = ["司法局", "县司法局", "政务服务和大数据管理局", "县政务服务和大数据管理局", "法律明白人", "发改委", "县发改委", "行政复议", "府办"];
const ENGINES = [
  { choice: "nodejieba", engine: "nodejieba" },
  { choice: "node-rs", engine: "@node-rs/jieba" },
] as const;

describe.each(ENGINES)("分词:$engine", ({ choice, engine }) => {
  let segmenter: Segmenter;
  beforeAll(async () => {
    segmenter = await loadSegmenter({ choice, userWords: USER_WORDS });
  });

  test("报出组件和版本", () => {
    expect(segmenter.engine).toBe(engine);
    expect(segmenter.version).toMatch(/^\d+\.\d+\.\d+$/u);
  });
  test.each([
    ["由县司法局牵头", ["县司法局", "司法局"]],
    ["县政务服务和大数据管理局负责", ["县政务服务和大数据管理局", "政务服务和大数据管理局", "政务", "服务", "数据"]],
    ["培训法律明白人", ["法律明白人", "法律"]],
    ["县发改委和县司法局", ["县发改委", "县司法局"]],
    ["办理行政复议案件", ["行政复议", "行政", "复议", "案件"]],
    ["完善矛盾纠纷化解机制", ["矛盾", "纠纷", "机制"]],
  ])("%s:专名不拆开,又给出短词", (text, words) => expect(segmenter.cut(text)).toEqual(expect.arrayContaining([...words])));
  test("普通的话不被专名打乱", () => expect(segmenter.cut("全县政府办公大楼和市政府办事大厅")).not.toContain("府办"));
  test.each(["", " ", "😀", "A股2019", "\u{202E}\u{200B}", "𠮷"])("%j 不出错", (text) => expect(segmenter.cut(text)).toBeInstanceOf(Array));
  test("很长的文字不出错", () => expect(segmenter.cut("法治政府".repeat(20_000)).length).toBeGreaterThan(20_000));
  test("数字和拉丁词在词项中完整", () =>
    expect(queryTermsOf("2019年的PPP项目有1.633亿元", segmenter.cut).words).toEqual(expect.arrayContaining(["2019", "ppp", "项目", "1.633"])));
});

describe("分词组件的选择", () => {
  const missing = { name: "missing", packageName: "missing", load: () => Promise.reject(new Error("no native build")) };
  test("auto 先用 nodejieba", async () => expect((await loadSegmenter({ choice: "auto", userWords: [] })).engine).toBe("nodejieba"));
  test("第一个不能加载,用下一个", async () => {
    const next = { name: "next", packageName: "zod", load: () => Promise.resolve((text: string) => [text]) };
    expect((await firstThatLoads([missing, next], [])).engine).toBe("zod");
  });
  test("都不能加载:一句话说明怎么办", async () => {
    await expect(firstThatLoads([missing], [])).rejects.toMatchObject({ code: "segmenter_missing", message: expect.stringContaining("npm ci") });
  });
});
