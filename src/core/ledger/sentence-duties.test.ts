import { describe, expect, test } from "vitest";
import unitData from "../../../data/units.json" with { type: "json" };
import { parseDocument } from "../document/index.ts";
import { createUnitRegister } from "../units/index.ts";
import { readLedger } from "./read-ledger.ts";

const register = createUnitRegister(unitData);
function duties(words: string): readonly string[] {
  const document = parseDocument(`云岭县2021年工作要点\n一、甲事项。${words}`, { id: "d", file: "d.txt", region: "云岭县", year: 2021 });
  return readLedger(document, register).tasks.flatMap(({ assignments, collective }) => [
    ...assignments.map(({ name, role }) => `${role} ${name}`),
    ...collective.map(({ printed, role }) => `${role} 笼统 ${printed}`),
  ]);
}

describe("句子里谁来做", () => {
  test.each([
    ["由市生态环境局岚谷分局会同县水利局划定保护范围。", ["responsible 市生态环境局岚谷分局", "support 县水利局"]],
    ["县自然资源局城关分局每月巡查一次。", ["responsible 县自然资源局城关分局"]],
    ["由市公安局城北分局牵头，县司法局配合。", ["lead 市公安局城北分局", "support 县司法局"]],
    ["县税务局第二分局负责征收。", ["responsible 县税务局第二分局"]],
    ["县公安局会同各分局巡查。", ["responsible 县公安局"]],
  ])("分局跟着地名：%s", (words, expected) => expect(duties(words)).toEqual(expected));

  test.each([
    ["市公安局交警支队对施工缓慢的路段进行疏导。", ["responsible 市公安局交警支队"]],
    ["由县城管局执法大队负责清理。", ["responsible 县城管局执法大队"]],
    ["县文旅局文化市场执法中队牵头，县公安局配合。", ["lead 县文旅局文化市场执法中队", "support 县公安局"]],
  ])("局属的队伍：%s", (words, expected) => expect(duties(words)).toEqual(expected));

  test.each([
    ["市防汛抗旱指挥部办公室（以下简称市防办）负责抽查。", ["responsible 市防汛抗旱指挥部办公室"]],
    ["县根治欠薪工作领导小组办公室（县人社局）每季度通报。", ["responsible 县根治欠薪工作领导小组办公室（县人社局）"]],
    ["县创建文明城市指挥部办公室负责考评，县住建局配合。", ["responsible 县创建文明城市指挥部办公室", "support 县住建局"]],
    ["加强调度。（县扫黑除恶专项斗争领导小组办公室、县公安局）", ["responsible 县扫黑除恶专项斗争领导小组办公室", "responsible 县公安局"]],
  ])("指挥部、领导小组的办公室：%s", (words, expected) => expect(duties(words)).toEqual(expected));

  test.each([
    ["县政府督查室对进度滞后的乡镇进行督导。", ["responsible 县政府督查室"]],
    ["县审计局对管理不严的项目开展审计。", ["responsible 县审计局"]],
    ["县教育局对没有达标的学校组织复查。", ["responsible 县教育局"]],
    ["县住建局对隐患的排查不到位，进度滞后。", []],
  ])("被督导的做得不好，督导的仍有任务：%s", (words, expected) => expect(duties(words)).toEqual(expected));

  test.each([
    ["县教育局负责，培训要覆盖各学校。", ["responsible 县教育局"]],
    ["县教育局向各学校印发通知，9月底前完成。", ["responsible 县教育局"]],
    ["县卫健委负责抽查各乡镇，每季度不少于2次。", ["responsible 县卫健委"]],
    ["县水利局负责为各村配备设备。", ["responsible 县水利局"]],
    ["县水利局牵头，各乡镇配合。", ["lead 县水利局", "support 笼统 各乡镇"]],
  ])("受众和对象不是责任单位：%s", (words, expected) => expect(duties(words)).toEqual(expected));

  test("最后对各学校的要求不归最后一条任务", () => {
    const lines = ["云岭县2021年工作要点", "一、甲事项。由县教育局负责，9月底前完成。", "各学校要高度重视，落实到位。"];
    const { tasks } = readLedger(parseDocument(lines.join("\n"), { id: "d", file: "d.txt" }), register);
    expect(tasks.map(({ collective }) => collective)).toEqual([[]]);
  });

  test.each(["划定保护范围", "明确整改期限", "扩大培训对象"])("「%s」是要做的事，不是说明范围时间的标题", (heading) => {
    const source = `云岭县2021年工作要点\n一、${heading}。县水利局要主动对接。`;
    expect(readLedger(parseDocument(source, { id: "d", file: "d.txt" }), register).tasks).toHaveLength(1);
  });

  test.each(["有关要求", "工作要求", "相关要求"])("「%s」下面对责任单位的要求不是任务", (heading) => {
    const source = `云岭县2021年工作要点\n一、甲事项。由县教育局负责。\n二、${heading}\n请各责任单位于9月12日前将方案报县政府督查室。`;
    expect(readLedger(parseDocument(source, { id: "d", file: "d.txt" }), register).tasks).toHaveLength(1);
  });
});
