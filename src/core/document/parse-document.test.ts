import { describe, expect, test } from "vitest";
import { parseDocument } from "./parse-document.ts";

const facts = { id: "d", file: "plan.txt" };
const read = (...lines: string[]) => parseDocument(lines.join("\n"), facts);
const NOTICE = [
  "云政办发〔2021〕12号",
  "　　　　云岭县人民政府办公室",
  "　　　　关于印发云岭县2021年法治政府建设",
  "　　　　工作要点的通知",
  "各乡镇人民政府，各街道办事处，县政府各部门：",
  "　　《要点》已经县政府同意，现印发给你们，请抓好落实。",
  "　　　　　　　　云岭县人民政府办公室",
  "　　　　　　　　二〇二一年三月五日",
  "",
  "　　　　云岭县2021年法治政府建设工作要点",
  "　　为把各项部署落到实处，制定本要点。",
  "　　一、推动政府职能依法履行",
  "　　（一）核对权责清单。逐项核对。",
];

describe("印发通知和所印发的要点", () => {
  const document = read(...NOTICE);

  test("版头、题名、落款", () =>
    expect(document).toMatchObject({
      title: "云岭县2021年法治政府建设工作要点",
      documentNumber: { agencyCode: "云政办发", year: 2021, sequence: 12, printed: "云政办发〔2021〕12号" },
      issuer: "云岭县人民政府办公室",
      primaryRecipients: ["各乡镇人民政府", "各街道办事处", "县政府各部门"],
      issuedOn: "2021-03-05",
      kind: "work_plan",
      region: "云岭县",
      year: 2021,
    }));

  test("题名以前是版头，题名以后、第一部分以前是引言", () =>
    expect(document.nodes.map((node) => node.kind)).toEqual([...Array<string>(9).fill("front"), "lead", "section", "section"]));
});

describe("发文字号的括号", () => {
  test.each(["青安委〔2021〕6号", "青安委[2021]6号", "青安委(2021)6号", "青安委（2021）第6号", "青安委【2021】6号", "青安委﹝2021﹞6号"])("%s", (printed) =>
    expect(read(printed, "青溪区安全生产委员会", "关于做好值守工作的通知", "各镇：", "请做好值守工作。").documentNumber).toEqual({
      agencyCode: "青安委",
      year: 2021,
      sequence: 6,
      printed,
    }),
  );

  test.each(["2024年5号楼", "本文第5号", "详见青安委〔2021〕6号文件的规定"])("「%s」不是", (line) => expect(read(line).documentNumber).toBeUndefined());
});

describe("题名、发文机关和日期的各种位置", () => {
  test("通知没有印发别的文件，题名连同发文机关", () => {
    const document = read(
      "云岭县人民政府督查室",
      "关于六项问题整改的督查通知",
      "有关乡镇：",
      "现通知如下：",
      "一、问题",
      "云岭县人民政府督查室",
      "2021年8月9日",
    );
    expect(document).toMatchObject({
      title: "云岭县人民政府督查室关于六项问题整改的督查通知",
      kind: "supervision_notice",
      issuer: "云岭县人民政府督查室",
      issuedOn: "2021-08-09",
    });
    expect(document.nodes.map((node) => node.kind)).toEqual(["front", "front", "front", "lead", "section", "closing", "closing"]);
  });

  test("联合行文，机关按印出的次序", () =>
    expect(read("云岭县司法局", "云岭县财政局", "关于做好法律援助工作的通知", "各乡镇：", "请照办。", "一、要求").issuer).toBe("云岭县司法局 云岭县财政局"));

  test("题名里的机关", () => expect(read("云岭县司法局关于做好法律援助工作的通知", "各乡镇：", "请照办。").issuer).toBe("云岭县司法局"));

  test("落款与日期同在一行", () =>
    expect(read("关于做好值守工作的通知", "各镇：", "请照办。", "一、值班", "青溪区人民政府办公室　2021年4月12日")).toMatchObject({
      issuer: "青溪区人民政府办公室",
      issuedOn: "2021-04-12",
    }));

  test("规定由会议通过", () =>
    expect(
      read("云岭县规范性文件管理办法", "（2020年11月20日云岭县人民政府第三十六次常务会议通过）", "第一条　为了", "第二条　本县", "第三条　本办法"),
    ).toMatchObject({
      kind: "regulation",
      issuer: "云岭县人民政府",
      issuedOn: "2020-11-20",
      title: "云岭县规范性文件管理办法",
    }));

  test("只有印发行有日期", () =>
    expect(read("工作要点", "一、要求", "抄送：县委各部门。", "云岭县人民政府办公室　　2021年3月5日印发").issuedOn).toBe("2021-03-05"));

  test("正文没有题名，用已知的，否则用文件名", () => {
    const report = "2019年，各项工作迈上新台阶。\n一、2019年法治政府建设情况";
    expect(parseDocument(report, { ...facts, title: "某县报告", region: "某县", year: 2019 })).toMatchObject({
      title: "某县报告",
      region: "某县",
      year: 2019,
      kind: "annual_report",
    });
    expect(parseDocument(report, facts).title).toBe("plan");
  });

  test("日历上没有的日子不作日期", () => expect(read("关于值守的通知", "各镇：", "请照办。", "2021年2月30日").issuedOn).toBeUndefined());
});

test("空文件没有节点", () => expect(parseDocument("", facts)).toMatchObject({ nodes: [], title: "plan", issuer: undefined }));
test("只有空白的文件是一个节点", () => expect(parseDocument(" \n　\n", facts).nodes.map((node) => node.own)).toEqual([{ start: 0, end: 4 }]));
