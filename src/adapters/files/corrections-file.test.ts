import { describe, expect, test } from "vitest";
import unitData from "../../../data/units.json" with { type: "json" };
import { parseDocument } from "../../core/document/index.ts";
import { applyCorrections } from "../../core/ledger/corrections.ts";
import { correctionsTemplate } from "../../core/ledger/corrections-template.ts";
import { readLedger } from "../../core/ledger/index.ts";
import { createUnitRegister } from "../../core/units/index.ts";
import { AppError } from "../../errors.ts";
import { parseCorrections } from "./corrections-file.ts";

const lines = (...text: readonly string[]): string => text.join("\n");
function failure(yaml: string): string {
  try {
    parseCorrections(yaml, "更正.yaml");
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.message}`;
    throw error;
  }
  return "读成了";
}

describe("读更正单", () => {
  test("五种更正，各带所在的行", () => {
    const yaml = lines(
      "# 注释",
      "合并:",
      "  - 任务: 2",
      "    开头: 核对清单",
      "    并入: 1",
      "    并入开头: 梳理清单",
      "单位改名:",
      "  - 原文: 县县场监管局",
      "    应为: 县市场监管局",
      "改角色:",
      "  - { 任务: 3, 开头: 压减证明, 单位: 县司法局, 角色: 牵头 }",
      "不是任务:",
      "  - 任务: 4",
      "    开头: 办公地点",
      "改时限:",
      "  - 任务: 5",
      "    开头: 开展培训",
      "    时限: 12月底前",
      "    到期: 2021-12-31",
      "  - 任务: 6",
      "    开头: 长期坚持",
      "    时限: 无",
    );
    expect(parseCorrections(yaml, "更正.yaml").items).toEqual([
      { line: 3, kind: "merge", task: { ordinal: 2, startsWith: "核对清单" }, into: { ordinal: 1, startsWith: "梳理清单" } },
      { line: 8, kind: "rename", task: undefined, printed: "县县场监管局", name: "县市场监管局" },
      { line: 11, kind: "role", task: { ordinal: 3, startsWith: "压减证明" }, unit: "县司法局", role: "lead" },
      { line: 13, kind: "drop", task: { ordinal: 4, startsWith: "办公地点" } },
      { line: 16, kind: "deadline", task: { ordinal: 5, startsWith: "开展培训" }, words: "12月底前", dueOn: "2021-12-31" },
      { line: 20, kind: "deadline", task: { ordinal: 6, startsWith: "长期坚持" }, words: undefined, dueOn: undefined },
    ]);
  });

  test.each([[""], ["# 只有注释\n"], ["合并:\n改角色:\n"], ["{}"]])("没有更正：%j", (yaml) => expect(parseCorrections(yaml, "更正.yaml").items).toEqual([]));
});

describe("写错了，说在第几行、哪一项、怎么改", () => {
  test.each([
    ["角色写错", lines("改角色:", "  - 任务: 1", "    开头: 压减证明", "    单位: 县司法局", "    角色: 主办"), "第5行：“角色”只能写牵头、责任或配合。"],
    ["没有开头", lines("不是任务:", "  - 任务: 1"), "第2行：“开头”应写任务开头的几个字（两个字以上），并和序号一起写。"],
    ["序号不是数", lines("不是任务:", "  - 任务: 三", "    开头: 压减证明"), "第2行：“任务”应写任务的序号，例如 3。"],
    ["没有这一天", lines("改时限:", "  - 任务: 1", "    开头: 压减证明", "    到期: 2021-06-31"), "第4行：“到期”应写历法上有的日期，例如 2021-12-31。"],
    ["两样都没写", lines("改时限:", "  - 任务: 1", "    开头: 压减证明"), "第2行：“时限”应照原文写（没有时限写“无”），或者另写“到期”。"],
    ["不认识的项", lines("删除:", "  - 任务: 1"), "第1行：不认识“删除”这一项，请对照例子改正。"],
    ["不是一条一条", lines("合并: 第二项"), "第1行：“合并”下面应是以“-”开头的一条一条。"],
    ["整个不是", "第二项不是任务", "第1行：整个内容应是“合并”“单位改名”“改角色”“不是任务”“改时限”几项。"],
    ["缩进不对", lines("合并:", " - 任务: 1", "   开头: [甲乙"), "第3行不合格式：请检查缩进、冒号后的空格和引号。"],
    ["引用", lines("不是任务: &a", "  - 任务: 1", "    开头: 压减证明", "合并: *a"), "用了“&”或“*”引用：请把内容直接写出来，或者加上引号。"],
  ])("%s", (_, yaml, said) => expect(failure(yaml)).toContain(said));

  test("几处错，一处一行", () => expect(failure(lines("不是任务:", "  - 任务: 0", "    开头: 甲", "删除: 1")).split("\n")).toHaveLength(3));

  test("引用层层展开的，不展开就拒绝", () => {
    const bomb = ["a0: &a0 [甲, 甲]", ...Array.from({ length: 40 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`)].join("\n");
    expect(failure(bomb)).toContain("引用");
  });
  test("太长的不读", () => expect(failure(`# ${"长".repeat(200_001)}`)).toContain("太长"));
});

test("样张读得成，去掉例子行首的“# ”也读得成，并且用得上", () => {
  const register = createUnitRegister(unitData);
  const document = parseDocument('云岭县2021年工作要点\n(一)核对"甲: 乙"清单。6月底前。\n责任单位:县司法局。\n(二)压减证明。\n责任单位:县财政局。\n', {
    id: "d",
    file: "d.txt",
  });
  const reading = readLedger(document, register);
  const template = correctionsTemplate(document, reading);
  expect(parseCorrections(template, "d.yaml").items).toEqual([]);
  const filled = parseCorrections(template.replaceAll(/^#(?= {2}- | {4}\p{Script=Han})/gmu, ""), "d.yaml");
  expect(filled.items.map(({ kind }) => kind)).toEqual(["merge", "rename", "role", "drop", "deadline"]);
  expect(applyCorrections(reading, { items: filled.items.slice(1, 3) }, document, register).unused).toEqual([]);
});
