import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer, Block } from "./answer.ts";
import { pagesOf, plainBlock, renderPlainText } from "./render.ts";

const PLACE = "《工作要点》一、(一)";
function answerOf(blocks: readonly Block[], understood = "列出任务"): Answer {
  return {
    behaviour: "list",
    understood,
    blocks,
    items: [],
    units: [],
    collective: [],
    number: null,
    citations: [{ document: "d", file: "d.txt", documentNumber: null, path: ["一、", "(一)"], start: 0, end: 8, quote: "落实责任单位的分工" }],
    suggestions: [],
  };
}
const row = (text: string): Block => ({ kind: "entry", text });

describe("plainBlock 一块的样子", () => {
  test.each<readonly [Block, string]>([
    [{ kind: "text", text: "共2项。", strong: true }, "共2项。"],
    [row("1. (一)甲"), "1. (一)甲"],
    [{ kind: "note", text: "这是推定。" }, "※ 这是推定。"],
    [{ kind: "quote", citation: 0, place: PLACE }, `「落实责任单位的分工」\n  ——${PLACE}`],
    [{ kind: "quote", citation: 9, place: PLACE }, ""],
  ])("%j", (block, expected) => expect(plainBlock(answerOf([]), block)).toBe(expected));
});

describe("renderPlainText 一页的样子", () => {
  test("块在前,怎么理解的在最后一行;只有一页不写页码", () => {
    const text = renderPlainText(answerOf([{ kind: "text", text: "共1项。" }, row("1. (一)甲")]));
    expect(text.split("\n").slice(0, 2)).toEqual(["共1项。", "1. (一)甲"]);
    expect(text.split("\n").at(-1)).toContain("列出任务");
    expect(text).not.toContain("页");
  });

  test("几页的每页写着第几页、共几页", () => {
    const long = answerOf(Array.from({ length: 20 }, (_, index) => row(`${index + 1}. ${"甲".repeat(100)}`)));
    const pages = pagesOf(long, 600);
    expect(pages.length).toBeGreaterThan(2);
    for (const { number, count } of pages) expect(renderPlainText(long, number, 600)).toMatch(new RegExp(`第${number}页.共${count}页`, "u"));
  });

  test.each([0, 3, -1])("没有第 %d 页,就什么也没有", (number) => expect(renderPlainText(answerOf([row("1. 甲")]), number)).toBe(""));
});

const blocks = fc.array(fc.record({ kind: fc.constantFrom("text", "entry", "note"), text: fc.string({ maxLength: 300 }) }) as fc.Arbitrary<Block>, {
  maxLength: 40,
});

describe("分页", () => {
  test("不拆一块,不丢一块,次序不变", () =>
    fc.assert(
      fc.property(blocks, fc.integer({ min: 300, max: 4096 }), (given, limit) => {
        expect(pagesOf(answerOf(given), limit).flatMap((page) => page.blocks)).toEqual(given);
      }),
      { seed: 7, numRuns: 300 },
    ));

  test("每页都不超过限度,一块比一页还长也一样", () =>
    fc.assert(
      fc.property(blocks, fc.string({ maxLength: 100 }), fc.integer({ min: 300, max: 4096 }), (given, understood, limit) => {
        const answer = answerOf([...given, row("长".repeat(limit + 50))], understood);
        for (const { number } of pagesOf(answer, limit)) expect(renderPlainText(answer, number, limit).length).toBeLessThanOrEqual(limit);
      }),
      { seed: 7, numRuns: 300 },
    ));

  test("什么也没有,也有一页", () => expect(pagesOf(answerOf([]))).toEqual([{ blocks: [], number: 1, count: 1 }]));
});
