import { describe, expect, test } from "vitest";
import unitData from "../../../data/units.json" with { type: "json" };
import { createUnitRegister } from "./index.ts";

const register = createUnitRegister(unitData);
const places = ["西平县"];

function read(printed: string): string {
  const { unit, name, kind } = register.readName(printed, { level: "县", places });
  return `${unit} ${name} ${kind}`;
}

describe("the plan's own short form stays", () => {
  test.each([
    ["县司法局", "justice-bureau 县司法局 short"],
    ["司法局", "justice-bureau 司法局 short"],
    ["县 司 法 局", "justice-bureau 县司法局 short"],
    ["县发改委", "development-reform-commission 县发改委 short"],
    ["县发改局", "development-reform-commission 县发改局 everyday"],
    ["县卫生健康委", "health-commission 县卫生健康委 everyday"],
    ["县交通局", "transport-bureau 县交通局 short"],
    ["县交通运输局", "transport-bureau 县交通运输局 official"],
    ["县政府办公室", "government-office 县政府办公室 short"],
    ["县政府办", "government-office 县政府办 everyday"],
    ["县委办公室", "party-office 县委办公室 short"],
    ["县委办", "party-office 县委办 everyday"],
    ["县纪委监委", "discipline-supervision-commission 县纪委监委 short"],
    ["县委人才办", "talent-office 县委人才办 short"],
    ["县政府督查室", "government-supervision-office 县政府督查室 short"],
    ["县文广旅局", "culture-tourism-bureau 县文广旅局 short"],
    ["县环保局", "ecology-environment-bureau 县环保局 former"],
    ["县工商局", "market-regulation-bureau 县工商局 former"],
    ["县安监局", "emergency-bureau 县安监局 former"],
    ["市自然资源和规划局", "natural-resources-bureau 市自然资源和规划局 everyday"],
    ["区生态环境分局", "ecology-environment-bureau 区生态环境分局 everyday"],
    ["县供电公司", "power-supply-company 县供电公司 short"],
    ["县委政法委员会", "political-legal-commission 县委政法委员会 everyday"],
    ["市生态环境局西平分局", "ecology-environment-bureau 市生态环境局西平分局 short"],
  ])("%s → %s", (printed, expected) => expect(read(printed)).toBe(expected));
});

describe("the place goes, the level word stays", () => {
  test.each([
    ["西平县司法局", "县司法局"],
    ["西平司法局", "司法局"],
    ["驻马店市西平县司法局", "县司法局"],
    ["上蔡县司法局", "县司法局"],
    ["西平县委宣传部", "县委宣传部"],
    ["中共西平县委组织部", "县委组织部"],
    ["国家税务总局西平县税务局", "县税务局"],
    ["西平县特色农业中心", "县特色农业中心"],
    ["上蔡县特色农业中心", "县特色农业中心"],
  ])("%s → %s", (printed, name) => expect(register.readName(printed, { places }).name).toBe(name));
});

describe("a bracket after a name belongs to it", () => {
  test.each([
    ["县工信局（科技局）", "industry-information-bureau 县工信局（科技局） short"],
    ["县委宣传部(网信办)", "publicity-department 县委宣传部(网信办) short"],
    ["区委办公室（督查室、国安办）", "party-office 区委办公室（督查室、国安办） short"],
    ["县大数据局（以下简称大数据局）", "government-services-data-bureau 县大数据局 everyday"],
  ])("%s → %s", (printed, expected) => expect(read(printed)).toBe(expected));
});

describe("a name that the document defines is resolved to the full name", () => {
  const defined = new Map([
    ["市局", "县市场监督管理局"],
    ["信用中心", "西平县公共信用信息中心"],
  ]);
  test.each([
    ["市局", "market-regulation-bureau", "县市场监督管理局"],
    ["信用中心", "printed:公共信用信息中心", "县公共信用信息中心"],
  ])("%s → %s %s", (printed, unit, name) => expect(register.readName(printed, { level: "县", places, defined })).toMatchObject({ unit, name }));
});

describe("misprints are mended", () => {
  test.each([
    ["县县场监管局", "market-regulation-bureau 县市场监管局"],
    ["县场监管局", "market-regulation-bureau 县市场监管局"],
    ["区区场监管局", "market-regulation-bureau 区市场监管局"],
    ["县城县管理局", "urban-management-bureau 县城市管理局"],
    ["区应急管里局", "emergency-bureau 区应急管理局"],
    ["县应急管理居", "emergency-bureau 县应急管理局"],
    ["县司法司局", "justice-bureau 县司法局"],
    ["县县司法局", "justice-bureau 县司法局"],
    ["西平县县司法局", "justice-bureau 县司法局"],
    ["县市场监局", "market-regulation-bureau 县市场监管局"],
    ["县生太环境局", "ecology-environment-bureau 县生态环境局"],
    ["县自然资沅局", "natural-resources-bureau 县自然资源局"],
    ["县住房和城乡建没局", "housing-construction-bureau 县住房和城乡建设局"],
    ["县教肓局", "education-bureau 县教育局"],
    ["县委宜传部", "publicity-department 县委宣传部"],
    ["西平县应急管里局", "emergency-bureau 县应急管理局"],
  ])("%s → %s", (printed, expected) => expect(read(printed)).toBe(`${expected} misprint`));
});

describe("what may be another organisation is never mended", () => {
  test.each([
    "县盐务局",
    "县邮电管理局",
    "县人民医院",
    "县中医院",
    "县疫控中心",
    "县消防救援中队",
    "县市场监管所",
    "县路政局",
    "县教科局",
    "县审讣局",
    "县医疗保险中心",
  ])("%s", (printed) =>
    expect(register.readName(printed, { level: "县" })).toEqual({ unit: `printed:${printed.slice(1)}`, name: printed, kind: "unregistered" }),
  );
});

describe("what the register lacks keeps its printed name", () => {
  test.each([
    ["西门街道办事处", "printed:西门街道办事处"],
    ["东湖镇人民政府", "printed:东湖镇人民政府"],
    ["东湖镇纪委", "printed:东湖镇纪委"],
    ["产业集聚区财政局", "printed:产业集聚区财政局"],
    ["市政设施科", "printed:市政设施科"],
    ["城市规划中心", "printed:城市规划中心"],
    ["县委", "printed:县委"],
    ["县政府", "printed:政府"],
    ["", "printed:"],
    ["（", "printed:（"],
  ])("%s → %s", (printed, unit) => expect(register.readName(printed, { level: "县", places })).toEqual({ unit, name: printed, kind: "unregistered" }));

  test("a sentence of any length is returned, not searched", () => {
    const sentence = "县".repeat(200_000);
    expect(register.readName(sentence, { level: "县", places })).toMatchObject({ name: sentence, kind: "unregistered" });
  });
});

describe("candidatesOf", () => {
  test.each([
    ["办公室", ["government-office", "party-office"]],
    ["县督查室", ["government-supervision-office", "party-supervision-office"]],
    ["教科局", ["education-bureau", "science-technology-bureau"]],
    ["司法局", []],
    ["没有的局", []],
  ])("%s → %j", (name, units) => expect(register.candidatesOf(name).map((unit) => unit.id)).toEqual(units));
});

describe("looksLikeUnit", () => {
  test.each([
    "县司法局",
    "编办",
    "县金融服务中心",
    "县某某中心",
    "西门街道办事处",
    "东湖镇人民政府",
    "东湖镇",
    "县第一高级中学",
    "养老保险科",
    "县委",
    "区城建指挥部",
    "县工信局（科技局）",
  ])("%s", (name) => expect(register.looksLikeUnit(name)).toBe(true));
  test.each([
    "各有关部门",
    "乡镇人民政府",
    "各乡镇人民政府",
    "街道办事处",
    "各镇（街道）",
    "乡镇（街道）",
    "县直各单位",
    "市直有关单位",
    "部门办公会",
    "主要负责人",
    "县级领导",
    "督办",
    "按职责分工分别负责",
    "工作格局",
    "",
  ])("not %s", (name) => expect(register.looksLikeUnit(name)).toBe(false));
});
