import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { line, sheet, table } from "../../../test/documents/table-blocks.ts";
import { parseDocument } from "./parse-document.ts";
import { layOut, type SourceBlock } from "./source-text.ts";
import { kindOfHeader } from "./table-columns.ts";
import { readTables } from "./table-reading.ts";

function nodes(...blocks: readonly SourceBlock[]) {
  const { text, tables } = layOut(blocks);
  const document = parseDocument(text, { id: "d", file: "d.docx" }, tables);
  return document.nodes.map(({ kind, path, title, own }) => [kind, path.join("/"), title, text.slice(own.start, own.end).trim().split("\n")[0]]);
}

describe("kindOfHeader 表头的意思", () => {
  test.each([
    ["number", ["序号", "编号", "序 号", "项次"]],
    ["category", ["类别", "领域", "板块", "所属领域", "项目类别", "一级指标"]],
    ["task", ["重点任务", "工作任务", "任务名称", "项目名称", "事项", "存在问题", "反馈问题", "民生实事", "信访事项", "改革事项"]],
    ["measure", ["具体措施", "整改措施", "工作内容", "建设内容", "年度目标", "化解措施", "任务内容", "工作举措", "重点宣传内容", "工作要求"]],
    ["lead", ["牵头单位", "牵头部门", "主办单位", "牵头责任单位", "牵头（责任）单位", "第一责任单位", "牵头"]],
    ["responsible", ["责任单位", "责任部门", "承办单位", "责任科室", "普法责任单位", "责任单位及责任人", "责任（配合）单位", "责任主体", "实施单位"]],
    ["support", ["配合单位", "协办单位", "协同责任单位", "参与部门", "协助单位", "配合"]],
    ["officer", ["责任领导", "包案领导", "分管县领导", "牵头领导", "包保县级领导"]],
    ["person", ["责任人", "联系人", "联系人及电话", "责任人及联系方式", "经办人"]],
    ["deadline", ["完成时限", "整改时限", "时间节点", "完成时间", "时间进度", "办结时限", "化解时限", "时限要求", "起止时间", "计划完成时间"]],
    ["rhythm", ["频次", "普法方式和频次", "活动频次"]],
    [
      "other",
      ["备注", "进展情况", "完成情况", "联系电话", "投资金额", "督办单位", "填报单位", "考核单位", "填报人", "交办时间", "施工单位", "普法对象", "建设地点"],
    ],
    [undefined, ["县司法局", "建设环湖路三公里，推进绿化。", "2021年6月底前", ""]],
  ] as const)("%s：%j", (kind, headers) => expect(headers.map((header) => [header, kindOfHeader(header)])).toEqual(headers.map((header) => [header, kind])));
});

describe("存过的表", () => {
  test("存成 JSON 再读出来，有空格子的表读得一样", () => {
    const { text, tables } = layOut([table(["序号", "工作任务", "责任单位", "备注"], ["1", "修缮校舍", "-", "-"], ["2", "-", "县水利局", "-"])]);
    const stored = JSON.parse(JSON.stringify(tables)) as typeof tables;
    expect(readTables(text, stored).map(({ items }) => items)).toEqual(readTables(text, tables).map(({ items }) => items));
  });
});

describe("表在提纲里的样子", () => {
  test("表头、分组、各行各是一个节点，表名和附件是路径的一级", () =>
    expect(
      nodes(
        line("附件1"),
        line("任务表"),
        table(
          ["序号", "任务", "责任单位"],
          ["一、交通", "<", "<"],
          ["1", "修路", "县交通运输局"],
          ["二、水利", "<", "<"],
          ["2", "修渠", "县水利局"],
          ["合计", "2项", ""],
        ),
        line("填报人："),
      ).map(([kind, path, title]) => [kind, path, title]),
    ).toEqual([
      ["section", "附件1", ""],
      ["front", "", ""],
      ["table", "附件1", ""],
      ["section", "附件1/一、", "交通"],
      ["row", "附件1/一、/1", "修路"],
      ["section", "附件1/二、", "水利"],
      ["row", "附件1/二、/2", "修渠"],
      ["table", "附件1/二、", ""],
      ["line", "附件1", ""],
    ]));

  test("表格里的“一、”“1.”不是正文的层次，表后的正文接着表前的层次", () =>
    expect(
      nodes(line("工作方案"), line("一、目标"), line("二、分工"), table(["指标", "目标值"], ["一、总量", "5"], ["1.增速", "7"]), line("三、保障")).map(
        ([kind, path]) => [kind, path],
      ),
    ).toEqual([
      ["front", ""],
      ["section", "一、"],
      ["section", "二、"],
      ["row", "二、"],
      ["row", "二、"],
      ["row", "二、"],
      ["section", "三、"],
    ]));

  test("一栏的框、单行的版头、整页排在表里的文章都是正文", () => {
    const article = `关于开展检查的通知\n一、检查内容\n${"检查各单位落实情况。".repeat(150)}`;
    for (const block of [table(["一、检查内容"], ["二、检查安排"]), table(["云政办〔2021〕3号", "签发人：张强"]), table(["导航", article])]) {
      const { text, tables } = layOut([block]);
      expect(readTables(text, tables)).toEqual([]);
    }
  });

  test("工作簿的表名不是标题", () => {
    const { text, tables } = layOut([sheet("Sheet1"), table(["云岭县重点任务台账", "<", "<"], ["序号", "任务", "责任单位"], ["1", "修路", "县交通运输局"])]);
    expect(parseDocument(text, { id: "d", file: "d.xlsx" }, tables)).toMatchObject({ title: "云岭县重点任务台账", kind: "task_table" });
  });
});

const WORDS = [
  "序号",
  "任务",
  "责任单位",
  "完成时限",
  "1",
  "2",
  "一、交通",
  "县司法局",
  "县公安\n局",
  "",
  "合计",
  "注：说明",
  "年底前",
  "^",
  "<",
  "-",
  "附件1",
  "1.甲。\n2.乙。",
];
const tables = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
  .chain(([width, height]) => fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: width, maxLength: width }), { minLength: height, maxLength: height }))
  .map((rows) => table(...rows));
const block = fc.oneof(tables, fc.constantFrom("附件1", "一、甲", "任务表", "2021年3月5日", "1.乙", "").map(line), fc.constantFrom("表一", "附件1").map(sheet));

describe("任何表格都能读，一字不丢", () => {
  test("各节点自身的文字连起来就是原文，单元格都在原文之内", () =>
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        const { text, tables: found } = layOut(blocks);
        const document = parseDocument(text, { id: "d", file: "d.docx" }, found);
        let at = 0;
        for (const { own, parent, index } of document.nodes) {
          expect(own.start).toBe(at);
          expect(own.end).toBeGreaterThanOrEqual(own.start);
          if (parent !== undefined) expect(parent).toBeLessThan(index);
          at = own.end;
        }
        expect(at).toBe(text.length);
      }),
      { seed: 20210403, numRuns: 800 },
    ));
});
