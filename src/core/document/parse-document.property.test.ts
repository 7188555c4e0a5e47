import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "./parse-document.ts";

const PIECES = [
  ..."一、|二、|（一）|(二)|1.|2．|3、|(1)|（2）|①|②|一是|二是|第一,|第二，|第一章 |第三条　|附件1|附件：|(三|４．".split("|"),
  ..."\n|\r\n|　　|。|；|:|，|责任单位:|(牵头单位:县司法局;完成时限:年内)|《关于|》|（2015-2020年）|县司法局、各有关部门|云政办〔2021〕1号|2021年3月5日|关于印发|的通知|各乡镇：".split(
    "|",
  ),
];
const documents = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 300 }),
);

describe("任何文字都能读，一字不丢", () => {
  test("各节点自身的文字连起来就是原文", () =>
    fc.assert(
      fc.property(documents, (source) => {
        const { nodes } = parseDocument(source, { id: "d", file: "d.txt" });
        let at = 0;
        for (const { own } of nodes) {
          expect(own.start).toBe(at);
          expect(own.end).toBeGreaterThanOrEqual(own.start);
          at = own.end;
        }
        expect(at).toBe(source.length);
      }),
      { seed: 20200708, numRuns: 1500 },
    ));

  test("节点在其所属部分之内，路径相接", () =>
    fc.assert(
      fc.property(documents, (source) => {
        const { nodes } = parseDocument(source, { id: "d", file: "d.txt" });
        nodes.forEach((node, index) => {
          expect(node.index).toBe(index);
          const parent = node.parent === undefined ? undefined : nodes[node.parent];
          if (!parent) return;
          expect(node.parent).toBeLessThan(index);
          expect(node.path.slice(0, parent.path.length)).toEqual(parent.path);
          expect(parent.span.start).toBeLessThanOrEqual(node.span.start);
          expect(parent.span.end).toBeGreaterThanOrEqual(node.span.end);
        });
      }),
      { seed: 20200708, numRuns: 600 },
    ));

  test.each([
    ["一是甲。", 30_000],
    ["(1)甲;", 50_000],
    ["一、\n", 50_000],
    ["①甲②乙", 50_000],
    ["（", 300_000],
    ["二〇二一年", 100_000],
  ])(
    "「%s」重复 %d 次也读得完",
    (piece, times) => {
      const source = piece.repeat(times);
      const { nodes } = parseDocument(source, { id: "d", file: "d.txt" });
      expect(nodes.at(-1)?.own.end).toBe(source.length);
    },
    5000,
  );
});
