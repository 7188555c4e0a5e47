import { describe, expect, test } from "vitest";
import { parseDocument } from "./parse-document.ts";

function read(...labels: readonly string[]) {
  const { nodes, anomalies } = parseDocument(["云岭县2021年工作要点", ...labels.map((label) => `${label}甲事项。`)].join("\n"), { id: "d", file: "d.txt" });
  return { numbers: nodes.flatMap(({ label, number }) => (label === "" ? [] : [number])), anomalies: anomalies.map(({ kind, text }) => `${kind} ${text}`) };
}

describe("标号错成形近的字，照上下文应有的数读", () => {
  test.each([
    [["(六)", "(七)", "(入)", "(九)"], [6, 7, 8, 9], "(入)"],
    [["（一）", "（二）", "（己）", "（四）"], [1, 2, 3, 4], "（己）"],
    [["(九)", "(士)", "(十一)"], [9, 10, 11], "(士)"],
    [["（十七）", "（十入）", "（十九）"], [17, 18, 19], "（十入）"],
    [["一、", "二、", "彡、", "四、"], [1, 2, 3, 4], "彡、"],
  ])("%j", (labels, numbers, misprint) => expect(read(...labels)).toEqual({ numbers, anomalies: [`label_misprint ${misprint}`] }));

  test("数不接的不是标号", () => expect(read("一、", "二、", "人、财、物要到位。").numbers).toEqual([1, 2]));
});

describe("条在章节之间连着数", () => {
  const regulation = (...lines: readonly string[]) =>
    parseDocument(["云岭县绿化管理办法", ...lines].join("\n"), { id: "d", file: "d.txt" }).anomalies.map(({ kind, text }) => `${kind} ${text}`);
  test.each([
    [["第一章 总则", "第一条 甲。", "第二章 建设", "第一节 规划", "第二条 甲。", "第二节 建设", "第三条 甲。", "第三章 附则", "第四条 甲。"], []],
    [["第一章 总则", "第一节 目的", "第一条 甲。", "第二章 建设", "第二条 甲。", "第三条 甲。"], []],
    [["第一条 甲。", "第一章 建设", "第二条 甲。", "第二章 管理", "第一节 巡查", "第三条 甲。"], []],
    [["第一章 总则", "第一条 甲。", "第二章 建设", "第一节 规划", "第三条 甲。"], ["skipped_label 第二条"]],
  ])("%j", (lines, expected) => expect(regulation(...lines)).toEqual(expected));
});
