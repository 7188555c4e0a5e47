import { describe, expect, test } from "vitest";
import { clauseSpans, sentenceSpans } from "./clauses.ts";

const whole = (text: string) => ({ start: 0, end: text.length });
const sentences = (text: string): readonly string[] => sentenceSpans(text, whole(text)).map(({ start, end }) => text.slice(start, end));
const clauses = (text: string): readonly string[] => clauseSpans(text, whole(text)).map(({ start, end }) => text.slice(start, end));

describe("sentenceSpans 断句", () => {
  test.each([
    ["健全机制。加强培训。", ["健全机制。", "加强培训。"]],
    ["甲;乙；丙", ["甲;", "乙；", "丙"]],
    ["坚持“谁执法谁普法。”落实责任。", ["坚持“谁执法谁普法。”", "落实责任。"]],
    ["(详见附件。)另行通知。", ["(详见附件。)", "另行通知。"]],
    ["牵头单位:县公安局\n配合单位:县财政局", ["牵头单位:县公安局\n", "配合单位:县财政局"]],
    ["没有句号", ["没有句号"]],
    ["", []],
  ])("%j", (text, expected) => expect(sentences(text)).toEqual(expected));
});

describe("clauseSpans 断分句", () => {
  test.each([
    ["全年至少举办2期讲座,每季度学法1次。", ["全年至少举办2期讲座,", "每季度学法1次。"]],
    ["检查人员1297名，检查对象25255家", ["检查人员1297名，", "检查对象25255家"]],
    ["责任单位:县司法局、县财政局。", ["责任单位:", "县司法局、", "县财政局。"]],
  ])("%j", (text, expected) => expect(clauses(text)).toEqual(expected));

  test("一段之内断,偏移是全文的,首尾相接,一字不漏", () => {
    const text = "标题。甲,乙;丙。丁";
    const span = { start: 3, end: text.length };
    for (const spans of [sentenceSpans(text, span), clauseSpans(text, span)]) {
      expect(spans.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text.slice(3));
      expect(spans[0]?.start).toBe(3);
    }
  });
});
