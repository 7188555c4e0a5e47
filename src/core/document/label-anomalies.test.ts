import { describe, expect, test } from "vitest";
import { parseDocument } from "./parse-document.ts";

const anomalies = (...labels: string[]) =>
  parseDocument(labels.map((label) => `${label}做好工作。`).join("\n"), { id: "d", file: "d.txt" }).anomalies.map(({ kind, text }) => `${kind} ${text}`);

describe("序号的错漏", () => {
  test.each([
    ["漏一号", ["（一）", "（二）", "（四）"], ["skipped_label （三）"]],
    ["重一号", ["1．", "2．", "3．", "3．", "4．"], ["duplicate_label 3．"]],
    ["颠倒，不另记漏号", ["①", "②", "④", "③"], ["out_of_order_label ④"]],
    ["重号占了漏号的位置", ["(二十二)", "(二十五)", "(二十四)", "(二十五)", "(二十六)"], ["duplicate_label (二十五)", "skipped_label (二十三)"]],
    ["括号印坏", ["（一）", "（二", "（三）"], ["label_misprint （二"]],
    ["数字的样式印错", ["（一）", "（二）", "（三）", "（4）", "（五）"], ["label_misprint （4）"]],
    ["齐全", ["(一)", "(二)", "(三)"], []],
  ])("%s", (_, labels, expected) => expect(anomalies(...labels)).toEqual(expected));

  test.each([
    ["各部分重新开始", ["一、", "1.", "2.", "二、", "1.", "2."]],
    ["贯穿各部分", ["一、", "(一)", "(二)", "二、", "(三)", "(四)"]],
    ["第十八条之一", ["第十七条", "第十八条", "第十八条之一", "第十九条"]],
    ["各章的条连续", ["第一章", "第一条", "第二条", "第二章", "第三条"]],
  ])("%s不是错漏", (_, labels) => expect(anomalies(...labels)).toEqual([]));

  test("贯穿各部分的序号漏了", () => expect(anomalies("一、", "(一)", "(二)", "二、", "(三)", "三、", "(五)")).toEqual(["skipped_label (四)"]));
});
