import { describe, expect, test } from "vitest";
import { kindOf, passedOnTitle } from "./document-kind.ts";

describe("kindOf 文种", () => {
  test.each([
    ["西平县2020年度法治政府建设工作安排", "work_plan"],
    ["云岭县2021年法治政府建设工作要点", "work_plan"],
    ["关于环保督察反馈问题的整改方案", "work_plan"],
    ["全区集中攻坚实施方案（试行）", "work_plan"],
    ["重点工作责任分工", "work_plan"],
    ["乡村振兴重点工作任务分解表", "task_table"],
    ["2021年度普法责任清单", "task_table"],
    ["信访积案化解任务台账", "task_table"],
    ["南昌县2019年法治政府建设情况报告", "annual_report"],
    ["2021年工作总结", "annual_report"],
    ["关于雨污管网等六项问题整改的督查通知", "supervision_notice"],
    ["关于做好森林防火值班值守工作的通知", "notice"],
  ])("%s → %s", (title, kind) => expect(kindOf({ title, labels: [], headings: [] })).toBe(kind));

  test("条文三条以上是规定", () => expect(kindOf({ title: "管理办法", labels: ["第一条", "第二条", "第三条"], headings: [] })).toBe("regulation"));
  test("没有标题而讲做了什么的是报告", () => expect(kindOf({ title: "", labels: [], headings: ["2019年推进法治政府建设情况"] })).toBe("annual_report"));
});

describe("passedOnTitle 印发的是什么", () => {
  test.each([
    ["关于印发《云岭县提升行动方案》的通知", "云岭县提升行动方案"],
    ["云岭县人民政府办公室关于印发2021年工作要点的通知", "2021年工作要点"],
    ["关于做好值班工作的通知", undefined],
  ])("%s", (title, passedOn) => expect(passedOnTitle(title)).toBe(passedOn));
});
