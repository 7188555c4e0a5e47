import { describe, expect, test } from "vitest";
import { county, read } from "../../../test/county.ts";
import { findTasks } from "./filters.ts";
import type { Query } from "./query.ts";

/** Ordinals of the tasks that a question about tasks means. */
const found = (question: string): readonly number[] => tasksOf(read(question));
function tasksOf(query: Query): readonly number[] {
  if (query.kind === "tasks") return findTasks(query.filter, county.corpus).map(({ ordinal }) => ordinal);
  if (query.kind === "task") return query.found.map(({ ordinal }) => ordinal);
  return query.kind === "topic-units" ? query.tasks.map(({ ordinal }) => ordinal) : [];
}

describe("哪些任务", () => {
  test.each<readonly [string, readonly number[]]>([
    ["县公安局有哪些任务", [1, 4, 6, 7]],
    ["云岭县公安局的任务", [1, 4, 6, 7]],
    ["大数据局和财政局共同的任务", [2]],
    ["自然资源局或教育局的任务", [3, 4]],
    ["公安局参与但不含财政局的任务", [1, 4, 7]],
    ["公安局、财政局都不参与的任务", [3, 5]],
    ["有哪些任务", [1, 2, 3, 4, 5, 6, 7]],
    ["第二部分的任务", [3, 4, 5]],
    ["网络安全部分有哪些任务", [6, 7]],
    ["9月底前要完成的任务", [1, 2]],
    ["上半年要完成的任务有哪些", [1]],
    ["第四季度到期的任务有哪些", [3]],
    ["年底前要完成的任务有哪些", [1, 2, 3]],
    ["每季度的任务", [5]],
    ["每月要做的", [2]],
    ["长期坚持的任务有哪些", [4]],
    ["各有关部门负责的任务", [2]],
    ["乡镇人民政府的任务", [5]],
  ])("%s → %j", (question, ordinals) => expect(found(question)).toEqual(ordinals));
});

describe("文件标明了牵头和配合,就照标的分", () => {
  test.each<readonly [string, readonly number[]]>([
    ["县大数据局牵头哪些任务", [1, 2]],
    ["县大数据局配合的任务有哪些", [7]],
    ["县公安局牵头的任务", [4, 6]],
    ["县公安局牵头但不含县财政局的任务", [4]],
    ["县教育局牵头的任务", []],
  ])("%s → %j", (question, ordinals) => expect(found(question)).toEqual(ordinals));
});

describe("一项任务", () => {
  test.each<readonly [string, readonly number[]]>([
    ["第三项是什么", [3]],
    ["第7项由谁负责", [7]],
    ["(六)", [6, 7]],
    ["最后一项是什么", [7]],
    ["倒数第二项", [6]],
    ["第八项是什么", []],
  ])("%s → %j", (question, ordinals) => expect([read(question).kind, found(question)]).toEqual(["task", ordinals]));
});

describe("谁负责一件事", () => {
  test.each<readonly [string, readonly number[], "lead" | undefined]>([
    ["电子证照由谁负责", [4], undefined],
    ["电子证照由谁牵头", [4], "lead"],
    ["不动产登记归哪个部门", [3], undefined],
    ["满意度调查由谁负责", [], undefined],
  ])("%s → %j,%s", (question, ordinals, role) => {
    const query = read(question);
    expect([query.kind, tasksOf(query), query.kind === "topic-units" ? query.role : null]).toEqual(["topic-units", ordinals, role]);
  });
});

describe("数与序", () => {
  test.each<readonly [string, Partial<Extract<Query, { kind: "rank" }>>]>([
    ["哪个单位任务最多", { of: "units", order: "most", from: 1, first: 1 }],
    ["哪个部门的任务最少", { of: "units", order: "fewest" }],
    ["任务数前三名", { of: "units", order: "most", from: 1, first: 3 }],
    ["按任务多少排,排第二的是哪家单位", { of: "units", order: "most", from: 2, first: 2 }],
    ["责任单位最多的是哪一条", { of: "tasks", order: "most" }],
    ["哪个部分任务最多", { of: "sections", order: "most" }],
  ])("%s", (question, expected) => expect(read(question)).toMatchObject({ kind: "rank", ...expected }));

  test.each<readonly [string, Query["kind"], string]>([
    ["县公安局有几项任务", "tasks", "count"],
    ["一共有多少项任务", "tasks", "count"],
    ["一共点名了多少家单位", "unit-count", "count"],
    ["有哪些责任单位", "unit-count", "units"],
    ["文件分几个部分", "outline", "count"],
    ["文件分哪几个部分", "outline", "headings"],
  ])("%s → %s %s", (question, kind, projection) => expect(read(question)).toMatchObject({ kind, projection }));
});

describe("文件本身", () => {
  test.each([
    ["这份文件什么时候印发的", "issuedOn"],
    ["文件的成文日期", "issuedOn"],
    ["这个文件是哪个单位印发的", "issuer"],
    ["云岭的文件文号是多少", "documentNumber"],
    ["云岭的通知主送哪些单位", "recipients"],
  ])("%s → %s", (question, fact) => expect(read(question)).toMatchObject({ kind: "document", fact, scope: { documents: ["yunling-2021"] } }));
});

describe("引用的文件", () => {
  test.each([
    ["云政发〔2020〕7号在哪里", { number: { agency: "云政发", year: 2020, sequence: 7 } }],
    ["《政务数据归集办法》在第几项", { title: "政务数据归集办法" }],
  ])("%s", (question, expected) => expect(read(question)).toMatchObject({ kind: "reference", ...expected }));
});

describe("正文里的事", () => {
  test.each<readonly [string, Partial<Extract<Query, { kind: "passages" }>>]>([
    ["青石县公开信息多少条", { wanted: "figure", measure: "条", scope: { documents: ["qingshi-2020"], named: true } }],
    ["罚没款项多少钱", { wanted: "figure", measure: "元" }],
    ["结案率是百分之多少", { wanted: "figure", measure: "%" }],
    ["满意度调查多久做一次", { wanted: "frequency" }],
    ["执法培训是哪天办的", { wanted: "date" }],
    ["什么是数据孤岛", { wanted: "definition" }],
    ["数据归集依据什么文件", { wanted: "basis" }],
    ["政务公开,云岭和青石各写了什么", { compare: true }],
    ["予以公开多少件,不予公开多少件", { wanted: "figure", measure: "件" }],
  ])("%s", (question, expected) => expect(read(question)).toMatchObject({ kind: "passages", ...expected }));

  test("一句话里问两个数,就是两问", () => {
    const query = read("予以公开多少件,不予公开多少件");
    expect(query.kind === "passages" && query.asks.map(({ measure }) => measure)).toEqual(["件", "件"]);
  });

  test.each([
    ["南昌县打击传销", []],
    ["“数据孤岛”怎么整治", ["数据孤岛"]],
    ["「一窗受理」是什么", ["一窗受理"]],
  ])("引号里的话须在原文里:%s", (question, quoted) => {
    const query = read(question);
    if (query.kind === "passages") expect(query.quoted).toEqual(quoted);
    else expect(query.kind).toBe("absent");
  });
});

describe("资料里没有的", () => {
  test.each([
    ["西平县的任务", "place", "西平县"],
    ["2019年的任务", "year", "2019年"],
    ["第九部分的任务", "section", "第九部分"],
    ["县公安局的电话", "contact", undefined],
    ["县某某发展中心负责哪些任务", "unit", undefined],
  ])("%s → %s", (question, reason, what) => expect(read(question)).toMatchObject({ kind: "absent", reason, ...(what && { what }) }));

  test.each(["", "???", "😀", "……"])("「%s」不是问题", (question) => expect(read(question)).toEqual({ kind: "nothing" }));
});

describe("贴来一大段", () => {
  const filler = "今天天气很好,大家都很高兴。".repeat(20);
  test("其中只有一句问任务,就答那一句", () => expect(found(`${filler}请问县公安局有哪些任务?${filler}`)).toEqual([1, 4, 6, 7]));
  test("问了两样,就请人分开问", () =>
    expect(read(`${filler}县公安局有哪些任务?县财政局有哪些任务?${filler}`)).toMatchObject({ kind: "absent", reason: "long" }));
  test("什么也没问", () => expect(read(filler)).toMatchObject({ kind: "absent", reason: "long" }));
});
