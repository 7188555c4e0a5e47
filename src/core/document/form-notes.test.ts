import { describe, expect, test } from "vitest";
import { line, sheet, table } from "../../../test/documents/table-blocks.ts";
import { parseDocument } from "./parse-document.ts";
import { layOut, type SourceBlock } from "./source-text.ts";

const TASKS = table(["云岭县2021年任务台账", "<", "<", "<"], ["序号", "工作任务", "责任单位", "完成时限"], ["1", "修缮校舍", "县教育局", "9月底前"]);

function read(...blocks: readonly SourceBlock[]) {
  const { text, tables } = layOut(blocks);
  const document = parseDocument(text, { id: "d", file: "d.xlsx" }, tables);
  expect(document.nodes.map(({ own }) => text.slice(own.start, own.end)).join("")).toBe(text);
  return { title: document.title, labelled: document.nodes.filter(({ label }) => label !== "").map(({ path }) => path.join("/")) };
}

describe("填报说明不是任务，也不是标题", () => {
  test.each([
    ["填报说明", [line("云岭县2021年任务台账填报说明"), line("一、本台账由县教育局统一维护。"), line("二、每月25日前更新进展。")]],
    ["说明", [line("1.本表由县教育局维护。"), line("2.每月5日前报送。")]],
    ["填表须知", [line("（一）县财政局6月底前审核。"), line("联系电话以工作日为准。")]],
  ])("表前的工作表「%s」", (name, notes) =>
    expect(read(sheet(name), ...notes, sheet("任务"), TASKS)).toEqual({ title: "云岭县2021年任务台账", labelled: ["任务", "任务/1"] }),
  );

  test("表后的工作表", () =>
    expect(read(sheet("任务"), TASKS, sheet("填表说明"), line("1.责任单位由县政府办公室每季度核定。")).labelled).toEqual(["任务", "任务/1"]));

  test("正文末尾的填表说明，到附件为止", () =>
    expect(
      read(line("云岭县2021年工作要点"), line("一、修缮校舍。"), line("填表说明："), line("1.本表由县教育局填报。"), line("附件1"), line("1.清淤。")).labelled,
    ).toEqual(["一、", "附件1", "附件1/1."]));

  test("正文里的「说明」二字不算", () => expect(read(line("云岭县2021年工作要点"), line("说明"), line("一、修缮校舍。")).labelled).toEqual(["一、"]));
});

describe("谁制的表", () => {
  const ROWS = table(["序号", "工作任务", "责任单位"], ["1", "清淤", "县水利局"]);
  test.each([
    [[line("云岭县2021年任务清单"), line("云岭县河长制办公室制"), ROWS], "云岭县河长制办公室"],
    [[line("云岭县2021年任务清单"), ROWS, line("云岭县优化营商环境工作领导小组办公室编制"), line("2021年3月4日")], "云岭县优化营商环境工作领导小组办公室"],
    [[line("云岭县2021年任务清单"), line("云岭县优化营商环境工作领导小组办公室"), ROWS], "云岭县优化营商环境工作领导小组办公室"],
    [[line("云岭县2021年任务清单"), line("制表单位：云岭县水利局"), ROWS], "云岭县水利局"],
  ])("%#：%s", (blocks, issuer) => {
    const { text, tables } = layOut(blocks);
    expect(parseDocument(text, { id: "d", file: "d.docx" }, tables)).toMatchObject({ title: "云岭县2021年任务清单", issuer });
  });

  test("以「制」结尾的标题不是单位", () => {
    const { text, tables } = layOut([line("云岭县2021年推行河湖长制"), line("工作任务清单"), ROWS]);
    expect(parseDocument(text, { id: "d", file: "d.docx" }, tables).title).toBe("云岭县2021年推行河湖长制工作任务清单");
  });
});

describe("红色版头不是标题", () => {
  const TITLE = "云岭县人民政府办公室关于印发2021年工作要点的通知";
  test.each([
    [["云岭县人民政府办公室文件", TITLE]],
    [["云岭县人民政府", "县政府办文件", TITLE]],
    [["云 岭 县 人 民 政 府 文 件", TITLE]],
    [[`云岭县人民政府办公室文件 ${TITLE}`]],
    [[`云岭县人民政府 县政府办文件 ${TITLE}`]],
  ])("%j", (lines) => expect(parseDocument([...lines, "云政办〔2021〕3号", "各乡镇：", "一、甲。"].join("\n"), { id: "d", file: "d.txt" }).title).toBe(TITLE));
});
