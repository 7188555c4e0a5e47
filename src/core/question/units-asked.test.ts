import { describe, expect, test } from "vitest";
import { county } from "../../../test/county.ts";
import { readQuestion } from "./reading.ts";

const read = (question: string) => readQuestion(question, county).units;
const named = (question: string) => read(question).named.map(({ name }) => name);
const excluded = (question: string) => read(question).excluded.map(({ name }) => name);

describe("要的单位与不要的单位", () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ["县公安局负责哪些任务", ["县公安局"], []],
    ["公安局", ["县公安局"], []],
    ["云岭县公安局的任务", ["县公安局"], []],
    ["公安局和财政局共同的任务", ["县公安局", "县财政局"], []],
    ["公安局、财政局、教育局都参与的", ["县公安局", "县财政局", "县教育局"], []],
    ["公安局参与但不含财政局的任务", ["县公安局"], ["县财政局"]],
    ["有公安局但没有财政局的任务", ["县公安局"], ["县财政局"]],
    ["公安局参与、财政局不参与的任务", ["县公安局"], ["县财政局"]],
    ["除了财政局以外的任务", [], ["县财政局"]],
    ["除财政局、公安局外", [], ["县财政局", "县公安局"]],
    ["财政局和公安局都不参与的任务", [], ["县财政局", "县公安局"]],
    ["公安局公安局公安局", ["县公安局"], []],
    ["大数据局牵头的任务", ["县大数据局"], []],
    ["有哪些任务", [], []],
  ])("%s → 要 %j,不要 %j", (question, wanted, unwanted) => {
    expect(named(question)).toEqual(wanted);
    expect(excluded(question)).toEqual(unwanted);
  });

  test("说的名字按文件印的写,文件没有点名的按名录写", () => {
    expect(named("政务服务和大数据管理局的任务")).toEqual(["县大数据局"]);
    expect(named("县气象局的任务")).toEqual(["县气象局"]);
  });
});

describe("都要,还是有一个就行", () => {
  test.each(["公安局或财政局", "公安局或者财政局", "公安局还是财政局", "公安局、财政局分别负责", "公安局、财政局任一家"])("「%s」有一个就行", (question) =>
    expect(read(question).anyOf).toBe(true),
  );

  test.each(["公安局和财政局", "公安局、财政局都参与", "公安局与财政局共同", "公安局"])("「%s」都要", (question) => expect(read(question).anyOf).toBe(false));
});

describe("笼统的说法不是单位", () => {
  test.each([
    ["乡镇人民政府的任务", [{ printed: "乡镇人民政府", excluded: false }]],
    ["各乡镇要做什么", [{ printed: "乡镇人民政府", excluded: false }]],
    ["各有关部门负责的任务", [{ printed: "各有关部门", excluded: false }]],
    ["没有写乡镇人民政府的任务", [{ printed: "乡镇人民政府", excluded: true }]],
    ["县公安局的任务", []],
  ])("%s → %j", (question, collective) => expect(read(question).collective).toEqual(collective));
});

describe("认不准的名字", () => {
  test("一个名字有几个单位,列出来让人选", () => expect(read("办公室负责哪些任务").ambiguous?.choices.length).toBeGreaterThan(1));

  test.each(["县某某发展中心负责哪些任务", "请问某某管理局有哪些任务"])("像单位而名录没有:「%s」", (question) => {
    expect(named(question)).toEqual([]);
    expect(read(question).unknown).toBeDefined();
  });

  test.each(["县公安局的任务", "有哪些任务"])("「%s」里没有不认识的单位", (question) => expect(read(question).unknown).toBeUndefined());
});
