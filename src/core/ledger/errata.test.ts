import { describe, expect, test } from "vitest";
import unitData from "../../../data/units.json" with { type: "json" };
import { parseDocument } from "../document/index.ts";
import { createUnitRegister } from "../units/index.ts";
import { errataOf } from "./errata.ts";
import { renderErrata } from "./errata-memo.ts";
import { readLedger } from "./read-ledger.ts";

const register = createUnitRegister(unitData);
function errata(...lines: string[]) {
  const document = parseDocument(["云岭县人民政府办公室", "云岭县2021年工作要点", ...lines].join("\n"), { id: "d", file: "d.txt", year: 2021 });
  return { document, found: errataOf(document, readLedger(document, register)) };
}
const said = (...lines: string[]) =>
  errata(...lines).found.map(({ kind, place, line, printed, suggestion }) => `${kind}|${place}|${line}|${printed}|${suggestion}`);

describe("每一处错漏：哪里、印作什么、应当是什么", () => {
  test("编号重复，后面的没有跟着错：应为缺的那个号，不另报跳号", () =>
    expect(said("一、甲", "(一)乙。", "(二)丙。", "(四)丁。", "(四)戊。")).toEqual([
      "duplicate_label|一、(四)戊|7|(四)戊。|(四)连着印了两次：前一个按顺序应为(三)。",
    ]));

  test("错在前面的那个号，后面又印了一次：只报一处", () =>
    expect(said("(一)乙。", "(四)丙。", "(三)丁。", "(四)戊。")).toEqual(["duplicate_label|(四)丙|4|(四)丙。|(四)印了两次：按顺序此处应为(二)。"]));

  test("编号重复，后面的也要顺延", () =>
    expect(said("1.乙。", "2.丙。", "2.丁。", "3.戊。")).toEqual(["duplicate_label|2.丁|5|2.丁。|2.印了两次：按顺序此处应为3.，其后的编号依次顺延。"]));

  test("编号跳过", () =>
    expect(said("（一）乙。", "（二）丙。", "（四）丁。")).toEqual([
      "skipped_label|（四）丁|5|（四）丁。|（二）之后是（四），没有（三）；请核对是漏印了（三）这一项，还是后面的编号应当依次提前。",
    ]));

  test("次序颠倒", () =>
    expect(said("一、甲", "①乙。", "②丙。", "④丁。", "③戊。")).toEqual(["out_of_order_label|一、④丁|6|④丁。|与后面的③次序颠倒：按顺序此处应为③。"]));

  test("编号缺半个括号", () => expect(said("（一）乙。", "（二丙。", "（三）丁。")).toEqual(["label_misprint|（二丙|4|（二丙。|编号的形式印错，应为（二）。"]));

  test("单位名称印错", () =>
    expect(said("(一)乙。", "责任单位:县司法局、县县场监管局。")).toEqual(["unit_misprint|(一)乙|4|县县场监管局|疑为“县市场监管局”。"]));

  test("日期不存在", () =>
    expect(said("(一)乙。", "责任单位:县司法局", "完成时限:2021年6月31日前")).toEqual(["impossible_date|(一)乙|5|2021年6月31日前|6月只有30天。请核对日期。"]));
});

test("原文是存下正文的切片", () => {
  const { document, found } = errata("(一)乙。", "(三)丙，做好丁。", "责任单位:县县场监管局。");
  for (const { span, printed } of found) expect(document.source.slice(span.start, span.end)).toBe(printed);
  expect(found).toHaveLength(2);
});

describe("勘误单", () => {
  test("写明是哪份文件，逐处编号", () => {
    const { document, found } = errata("(一)乙。", "(三)丙。", "责任单位:县县场监管局。");
    const memo = renderErrata(document, found);
    expect(memo.split("\n").slice(0, 4)).toEqual(["勘误单", "", "文件：《云岭县人民政府办公室云岭县2021年工作要点》", "发文机关：云岭县人民政府办公室"]);
    expect(memo).toContain("发现2处疑似错漏");
    expect(memo).toContain("1. 编号跳过\n   位置：(三)丙，第4行\n   原文：「(三)丙。」\n   建议：(一)之后是(三)，没有(二)");
  });
  test("没有错漏也说一声", () => {
    const { document, found } = errata("(一)乙。", "(二)丙。");
    expect(renderErrata(document, found)).toContain("没有发现错漏。");
  });
});
