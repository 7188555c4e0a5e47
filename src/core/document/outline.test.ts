import { describe, expect, test } from "vitest";
import { parseDocument } from "./parse-document.ts";

/** Paths of labelled parts, and of other nodes their kind and first words. */
function outline(...lines: string[]): readonly string[] {
  const source = lines.join("\n");
  const { nodes } = parseDocument(source, { id: "d", file: "d.txt" });
  return nodes.map((node) => (node.label ? node.path.join(" ") : `${node.path.join(" ")} ${node.kind}`.trim()));
}
function titles(...lines: string[]): readonly string[] {
  return parseDocument(lines.join("\n"), { id: "d", file: "d.txt" }).nodes.map((node) => node.title);
}

describe("层次由文中先后决定", () => {
  test("一、(一) 1. (1) ①", () =>
    expect(outline("一、甲", "(一)乙", "1.丙", "(1)丁", "①戊", "②己", "(2)庚", "2.辛", "(二)壬", "二、癸")).toEqual([
      "一、",
      "一、 (一)",
      "一、 (一) 1.",
      "一、 (一) 1. (1)",
      "一、 (一) 1. (1) ①",
      "一、 (一) 1. (1) ②",
      "一、 (一) 1. (2)",
      "一、 (一) 2.",
      "一、 (二)",
      "二、",
    ]));

  test("没有(一)这一层", () =>
    expect(outline("一、甲", "1．乙", "（1）丙", "2．丁", "二、戊", "1．己")).toEqual(["一、", "一、 1．", "一、 1． （1）", "一、 2．", "二、", "二、 1．"]));

  test("序号不随部分重新开始", () =>
    expect(outline("一、甲", "(一)乙", "(二)丙", "二、丁", "(三)戊")).toEqual(["一、", "一、 (一)", "一、 (二)", "二、", "二、 (三)"]));

  test("全角与半角是同一层", () =>
    expect(outline("（一）甲", "(二)乙", "１.丙", "2．丁", "3、戊")).toEqual(["（一）", "(二)", "(二) １.", "(二) 2．", "(二) 3、"]));

  test("章、节、条、项", () =>
    expect(outline("第一章 总则", "第一节 范围", "第一条 为了", "第二条 下列事项：", "（一）甲；", "（二）乙。", "第二章 附则", "第三条 施行")).toEqual([
      "第一章",
      "第一章 第一节",
      "第一章 第一节 第一条",
      "第一章 第一节 第二条",
      "第一章 第一节 第二条 （一）",
      "第一章 第一节 第二条 （二）",
      "第二章",
      "第二章 第三条",
    ]));

  test("附件自成一体", () =>
    expect(outline("一、请对照执行。", "附件1", "任务分解表", "一、甲", "附件2", "一、乙")).toEqual([
      "一、",
      "附件1",
      "附件1 line",
      "附件1 一、",
      "附件2",
      "附件2 一、",
    ]));

  test("附件目录不是条目", () => expect(outline("一、甲", "附件：1.分解表", "2.填报表", "2021年3月5日")).toEqual(["一、", "closing", "closing", "closing"]));
});

describe("段内的条目", () => {
  test("一是…二是…跨行，其中又有一是", () =>
    expect(outline("1.推动建设。一是甲，已办。", "二是乙。(1)丙。(2)丁。第一,戊;第二,己。", "三是庚。一是辛。二是壬。", "四是癸。")).toEqual([
      "1.",
      "1. 一是",
      "1. 二是",
      "1. 二是 (1)",
      "1. 二是 (2)",
      "1. 二是 (2) 第一",
      "1. 二是 (2) 第二",
      "1. 三是",
      "1. 三是 一是",
      "1. 三是 二是",
      "1. 四是",
    ]));

  test("另起一段之后，一是重新开始", () =>
    expect(outline("1.甲", "工作中,一是乙；二是丙。", "此外，一是丁；二是戊。")).toEqual([
      "1.",
      "1. line",
      "1. 一是",
      "1. 二是",
      "1. line",
      "1. 一是",
      "1. 二是",
    ]));

  test("①②③在一段里", () => expect(outline("(一)内容包括:①甲;②乙;③丙。")).toEqual(["(一)", "(一) ①", "(一) ②", "(一) ③"]));

  test.each([
    "一、实施纲要(2015-2020年)，落实规定(试行)。",
    "一、最重要的任务之一是改革，其二是发展。",
    "一、第一产业和第二产业协调发展。",
    "一、按照前款(一)、(二)项办理。",
    "一、增长1.5个百分点。2.3万人受益。",
    "一、见附件(1)。",
    "一、图①②所示。",
  ])("%s 没有段内条目", (line) => expect(outline(line)).toEqual(["一、"]));
});

describe("题目", () => {
  test.each([
    ["(一)加强领导。各级要重视。", "加强领导"],
    ["(一)依法履行职能,推进改革", "依法履行职能,推进改革"],
    ["1.完成清理工作", "完成清理工作"],
    ["一、加强宣传(牵头单位:县委宣传部)", "加强宣传"],
    ["(1)逐户登记;", "逐户登记"],
    ["第一条　为了加强管理，制定本办法。", ""],
    [`一、${"各有关单位要加强协调配合".repeat(6)}。`, ""],
  ])("%s → 「%s」", (line, title) => expect(titles(line)).toEqual([title]));

  test("段内条目只有短句在前才有题目", () => expect(titles("1.甲。一是健全机制。建立制度。二是制定了要点，明确了分工。")).toEqual(["甲", "健全机制", ""]));
});

describe("没有序号的行", () => {
  test("属于所在的部分", () => expect(outline("(一)甲。", "责任单位:县司法局。", "(二)乙。")).toEqual(["(一)", "(一) line", "(二)"]));
  test("最后一项责任单位之后是结语", () =>
    expect(outline("(一)甲。", "责任单位:县司法局。", "本安排列入考核。", "抄送:县委。")).toEqual(["(一)", "(一) line", "closing", "closing"]));
  test("引言之前没有版头", () => expect(outline("2019年，迈上新台阶。", "一、甲")).toEqual(["lead", "一、"]));
});

test("节点的范围从序号到其下最后一个字，自身到下一节点", () => {
  const source = "一、甲\n\n(一)乙。\n  正文。\n\n二、丙";
  const { nodes } = parseDocument(source, { id: "d", file: "d.txt" });
  expect(nodes.map((node) => source.slice(node.span.start, node.span.end))).toEqual(["一、甲\n\n(一)乙。\n  正文。", "(一)乙。\n  正文。", "正文。", "二、丙"]);
  expect(nodes.map((node) => source.slice(node.own.start, node.own.end)).join("")).toBe(source);
});
