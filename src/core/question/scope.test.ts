import { describe, expect, test } from "vitest";
import { county } from "../../../test/county.ts";
import { readQuestion } from "./reading.ts";
import { stemOf } from "./scope.ts";

const scope = (question: string) => readQuestion(question, county).scope;

describe("问的是哪个地方", () => {
  test.each([
    ["云岭县公安局的任务", ["云岭县"]],
    ["云岭的公安局有哪些任务", ["云岭县"]],
    ["青石公开了多少条信息", ["青石县"]],
    ["云岭和青石各写了什么", ["云岭县", "青石县"]],
    ["县公安局的任务", []],
    ["云岭的任务,不要把青石的混进来", ["云岭县"]],
    ["不是青石,是云岭", ["云岭县"]],
  ])("%s → %j", (question, regions) => expect(scope(question).regions).toEqual(regions));

  test.each([
    ["公安局有哪些任务", ["青石县"]],
    ["云岭公安局的任务", ["云岭县"]],
    ["两个县各写了什么", []],
  ])("说定了青石县，%s → %j", (question, regions) => expect(readQuestion(question, { ...county, here: "青石县" }).scope.regions).toEqual(regions));

  test.each([
    ["西平县公安局的任务", "西平县"],
    ["请问遂平县的任务", "遂平县"],
    ["和南昌县比怎么样", "南昌县"],
  ])("%s → 资料里没有%s", (question, place) => expect(scope(question)).toMatchObject({ regions: [], unknownPlace: place }));

  test.each(["县公安局的任务", "由县公安局牵头的任务", "全县有多少任务", "各县区的任务", "我们县要做什么", "两个县比一比", "司法局和县财政局"])(
    "「%s」没有说别的县",
    (question) => expect(scope(question).unknownPlace).toBeUndefined(),
  );
});

describe("问的是哪一年", () => {
  test.each([
    ["2021年的任务", [2021]],
    ["2021年度任务", [2021]],
    ["二〇二一年的任务", [2021]],
    ["二零二一年的任务", [2021]],
    ["2020年和2021年的任务", [2020, 2021]],
    ["云政办发〔2021〕15号", []],
    ["第1203项", []],
  ])("%s → %j", (question, years) => expect(scope(question).years).toEqual(years));

  test.each([
    ["2019年的任务", [2019]],
    ["2021年的任务", []],
    ["2020年做了什么", []],
  ])("%s → 没有资料的年份 %j", (question, years) => expect(scope(question).unknownYears).toEqual(years));
});

test("说了县,只看那个县的文件;没说,两份都看", () => {
  expect(scope("云岭县的任务")).toMatchObject({ documents: ["yunling-2021"], named: true });
  expect(scope("有哪些任务")).toMatchObject({ documents: ["yunling-2021", "qingshi-2020"], named: false });
});

test.each([
  ["西平县", "西平"],
  ["和县", "和县"],
  ["云岭县", "云岭"],
])("%s 的名干是 %s", (region, stem) => expect(stemOf(region)).toBe(stem));
