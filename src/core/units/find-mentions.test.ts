import { describe, expect, test } from "vitest";
import unitData from "../../../data/units.json" with { type: "json" };
import { createUnitRegister } from "./index.ts";

const register = createUnitRegister(unitData);
const places = ["西平县", "南昌县"];

/** The mentions of a question, one line each: printed → unit. */
function named(text: string): readonly string[] {
  return register.findMentions(text, { places }).map((mention) => `${mention.printed} → ${mention.unit}`);
}

describe("names of the everyday question", () => {
  test.each([
    ["县司法局负责哪些任务", "县司法局 → justice-bureau"],
    ["市监局今年在法治政府建设里领了啥活", "市监局 → market-regulation-bureau"],
    ["县县场监管局是什么单位啊", "县县场监管局 → market-regulation-bureau"],
    ["编办要干的事列一下", "编办 → staffing-office"],
    ["西平县发展和改革委员会承担的工作任务有哪些?", "西平县发展和改革委员会 → development-reform-commission"],
    ["我是政数局新来的,想看看我们局名下的条目", "政数局 → government-services-data-bureau"],
    ["大数据局有什么任务", "大数据局 → government-services-data-bureau"],
    ["县委组织部在这份安排里有哪几项?", "县委组织部 → organization-department"],
    ["人社局的责任分工发一下呗", "人社局 → human-resources-bureau"],
    ["网信办需要做什么", "网信办 → cyberspace-office"],
    ["县委网信办的任务", "县委网信办 → cyberspace-office"],
    ["西平县人民政府办公室在2020年安排中要负责的全部条目", "西平县人民政府办公室 → government-office"],
    ["府办负责哪些", "府办 → government-office"],
    ["县府办负责哪些", "县府办 → government-office"],
    ["水利局有份吗", "水利局 → water-bureau"],
    ["县水务局有份吗", "县水务局 → water-bureau"],
    ["城管局有多少协管(执法辅助人员)", "城管局 → urban-management-bureau"],
    ["当年多少项行政许可事项划到了县行政审批局?", "县行政审批局 → administrative-approval-bureau"],
    ["县政务服务和大数据管理局牵头哪些", "县政务服务和大数据管理局 → government-services-data-bureau"],
    ["县民宗局共有执法辅助人员1人", "县民宗局 → ethnic-religious-bureau"],
    ["县普法办结合农村“法律明白人”工作", "县普法办 → law-publicity-office"],
    ["县法院发布失信被执行人多少", "县法院 → court"],
    ["法院有哪些任务", "法院 → court"],
    ["县交通局", "县交通局 → transport-bureau"],
    ["县交通运输局", "县交通运输局 → transport-bureau"],
    ["区消防救援大队参与哪些", "区消防救援大队 → fire-rescue-brigade"],
    ["区公安分局", "区公安分局 → public-security-bureau"],
    ["市自然资源和规划局", "市自然资源和规划局 → natural-resources-bureau"],
    ["市教体局", "市教体局 → education-bureau"],
    ["区安委会办公室", "区安委会办公室 → safety-committee-office"],
    ["县产业集聚区管委会负责什么", "县产业集聚区管委会 → industry-cluster-committee"],
    ["县委依法治县办", "县委依法治县办 → rule-of-law-office"],
    ["市委依法治市办", "市委依法治市办 → rule-of-law-office"],
    ["依法治区办", "依法治区办 → rule-of-law-office"],
    ["县直机关工委", "县直机关工委 → departments-work-committee"],
    ["中共西平县委组织部", "中共西平县委组织部 → organization-department"],
    ["国家税务总局西平县税务局", "国家税务总局西平县税务局 → tax-bureau"],
    ["县公安局交警大队", "县公安局交警大队 → traffic-police"],
    ["县人大常委会办公室", "县人大常委会办公室 → peoples-congress-office"],
    ["残联要做什么", "残联 → disabled-federation"],
    ["国土局管什么", "国土局 → natural-resources-bureau"],
    ["扶贫办负责什么", "扶贫办 → rural-revitalization-bureau"],
    ["法制办以前负责什么", "法制办 → justice-bureau"],
    ["司法局长期坚持", "司法局 → justice-bureau"],
    ["财政局面向企业的服务", "财政局 → finance-bureau"],
    ["发改委任务有哪些", "发改委 → development-reform-commission"],
    ["县政府办公布了清单", "县政府办 → government-office"],
  ])("%s", (text, expected) => expect(named(text)).toEqual([expected]));
});

describe("spellings that data need not list", () => {
  test.each([
    ["文化广电和旅游局", "culture-tourism-bureau"],
    ["文化广电旅游局", "culture-tourism-bureau"],
    ["文化广电与旅游局", "culture-tourism-bureau"],
    ["文广旅局", "culture-tourism-bureau"],
    ["文旅局", "culture-tourism-bureau"],
    ["发展和改革委", "development-reform-commission"],
    ["发展改革委", "development-reform-commission"],
    ["发展改革委员会", "development-reform-commission"],
    ["发改局", "development-reform-commission"],
    ["卫生健康委", "health-commission"],
    ["卫健局", "health-commission"],
    ["市场监督管理局", "market-regulation-bureau"],
    ["应急局", "emergency-bureau"],
    ["医疗保障局", "medical-insurance-bureau"],
    ["政法委员会", "political-legal-commission"],
    ["普法办公室", "law-publicity-office"],
    ["人力资源社会保障局", "human-resources-bureau"],
    ["机关事务局", "government-affairs-bureau"],
  ])("%s → %s", (text, unit) => expect(register.findMentions(text).map((mention) => mention.unit)).toEqual([unit]));
});

describe("several names", () => {
  test.each([
    ["司法局参与但不含政府办的任务", ["司法局", "政府办"]],
    ["审计局、统计局都要参与的是哪一项", ["审计局", "统计局"]],
    ["环保局管哪一项(现在好像叫生态环境局了)", ["环保局", "生态环境局"]],
    ["由县民政局会同县财政局", ["县民政局", "县财政局"]],
    ["发改委财政局司法局", ["发改委", "财政局", "司法局"]],
    ["县法院、县检察院的相关领导", ["县法院", "县检察院"]],
    ["司法局(县司法局)", ["司法局", "县司法局"]],
    ["由县应急管理局、县委组织部、县商务局和县市监局等四部门", ["县应急管理局", "县委组织部", "县商务局", "县市监局"]],
  ])("%s", (text, printed) => expect(register.findMentions(text, { places }).map((mention) => mention.printed)).toEqual(printed));

  test("a group is a mention of each of its units, with one span", () => {
    const mentions = register.findMentions("两办都列为责任单位的任务");
    expect(mentions.map(({ unit, start, end, kind }) => [unit, start, end, kind])).toEqual([
      ["party-office", 0, 2, "everyday"],
      ["government-office", 0, 2, "everyday"],
    ]);
  });

  test("a bracket that only names a unit belongs to the name", () => {
    expect(register.findMentions("县工信局（科技局）牵头").map((mention) => mention.name)).toEqual(["县工信局（科技局）"]);
    expect(register.findMentions("区委办公室（督查室、国安办）").map((mention) => mention.name)).toEqual(["区委办公室（督查室、国安办）"]);
  });
});

describe("words that hold a name and are none", () => {
  test.each([
    "组织部门",
    "宣传部门的工作",
    "住房城乡建设、交通运输、水利等部门",
    "公安机关",
    "司法局长是谁",
    "财政局长",
    "纪委书记",
    "打开审计局面",
    "政府办事效率",
    "政府办公会",
    "县政府办公会",
    "县委办理的提案",
    "部门办公会多久学一次法",
    "城管交通类43项",
    "党政机关",
    "县政府常务会2019年学了几次法",
    "集团委托",
    "妇联系群众",
    "科协同推进",
    "各科协作",
    "智慧法院",
    "人民法院的生效裁判",
    "县人大代表",
    "政协委员提案",
    "消防队伍",
    "国家发改委",
    "国务院扶贫办",
    "中央编办",
    "全国妇联",
    "乡镇党委组织部",
    "东湖镇纪委",
    "各县(市、区)财政局",
    "各县区司法局",
    "省级人民检察院",
    "乡镇人民政府要落实哪些任务?",
    "各有关部门",
    "行政复议由谁负责",
    "行政复议委员会是根据哪个文件",
    "办公室",
    "营商环境这块谁来抓",
  ])("%s", (text) => expect(named(text)).toEqual([]));
});

describe("place and level word", () => {
  test.each([
    ["司法局", undefined, undefined, "司法局"],
    ["县司法局", undefined, "县", "县司法局"],
    ["西平县司法局", "西平县", "县", "县司法局"],
    ["西平县县司法局", "西平县", "县", "县司法局"],
    ["西平司法局", "西平县", undefined, "司法局"],
    ["西平县的司法局", "西平县", undefined, "司法局"],
    ["南昌的司法局", "南昌县", undefined, "司法局"],
    ["南昌市司法局", "南昌市", "市", "市司法局"],
    ["驻马店市西平县司法局", "西平县", "县", "县司法局"],
    ["请问驻马店市西平县司法局", "西平县", "县", "县司法局"],
    ["上蔡县司法局有哪些任务", "上蔡县", "县", "县司法局"],
    ["请问上蔡县司法局负责什么", "上蔡县", "县", "县司法局"],
    ["那上蔡县司法局呢", "上蔡县", "县", "县司法局"],
    ["和静县司法局", "和静县", "县", "县司法局"],
    ["某某市某某区财政局", "某某区", "区", "区财政局"],
    ["保定市蠡县司法局", "蠡县", "县", "县司法局"],
    ["浦东新区司法局", "浦东新区", "区", "区司法局"],
    ["孟村回族自治县司法局", "孟村回族自治县", "县", "县司法局"],
    ["恩施土家族苗族自治州司法局", "恩施土家族苗族自治州", "州", "州司法局"],
    ["高新区财政局", "高新区", "区", "区财政局"],
    ["省发改委", undefined, "省", "省发改委"],
    ["市财政局", undefined, "市", "市财政局"],
    ["市县财政局", undefined, "县", "县财政局"],
    ["我县司法局", undefined, "县", "县司法局"],
    ["本县司法局", undefined, "县", "县司法局"],
    ["咱县司法局", undefined, "县", "县司法局"],
    ["全县司法局", undefined, "县", "县司法局"],
    ["请问县司法局", undefined, "县", "县司法局"],
    ["帮我看看县教育局", undefined, "县", "县教育局"],
    ["列出县教育局的", undefined, "县", "县教育局"],
    ["都由县司法局负责", undefined, "县", "县司法局"],
    ["涉及县司法局的", undefined, "县", "县司法局"],
    ["会同县财政局", undefined, "县", "县财政局"],
    ["需要县财政局", undefined, "县", "县财政局"],
    ["市委市政府督查室", undefined, "市", "市政府督查室"],
    ["西平县场监管局", "西平县", "县", "县市场监管局"],
    ["县城县管理局", undefined, "县", "县城市管理局"],
    ["区应急管里局", undefined, "区", "区应急管理局"],
    ["市生态环境局西平分局", "西平县", "市", "市生态环境局西平分局"],
  ])("%s → %s, %s, %s", (text, place, level, name) => {
    const mentions = register.findMentions(text, { places });
    expect(mentions.map((mention) => [mention.place, mention.level, mention.name])).toEqual([[place, level, name]]);
  });

  test("in a document the county of 书面报县政府办 is its own", () => {
    expect(register.findMentions("书面报县政府办公室", { level: "县" }).map(({ printed, place }) => [printed, place])).toEqual([["县政府办公室", undefined]]);
  });

  test("printed is the slice of the text between start and end", () => {
    const text = "麻烦查一下,西平县司法局和南昌的商务局、县县场监管局、县工信局（科技局）";
    const mentions = register.findMentions(text, { places });
    expect(mentions).toHaveLength(4);
    for (const mention of mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.printed);
  });
});

describe("names that the document defines (以下简称)", () => {
  const defined = new Map([
    ["管委会", "西平县产业集聚区管理委员会"],
    ["信用信息中心", "西平县公共信用信息中心"],
  ]);
  test("stand for their full names", () => {
    const mentions = register.findMentions("由信用信息中心和管委会负责", { level: "县", places, defined });
    expect(mentions.map(({ unit, name, printed }) => [unit, name, printed])).toEqual([
      ["printed:公共信用信息中心", "县公共信用信息中心", "信用信息中心"],
      ["industry-cluster-committee", "县产业集聚区管理委员会", "管委会"],
    ]);
  });
});
